//! The order of a list.

use sea_orm::sea_query::{Expr, Func, SimpleExpr};
use sea_orm::{IntoSimpleExpr, RelationDef};

/// Which way a list runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    #[default]
    Asc,
    Desc,
}

impl Direction {
    pub fn turned(self) -> Self {
        match self {
            Self::Asc => Self::Desc,
            Self::Desc => Self::Asc,
        }
    }
}

/// What kind of value a list is sorted by; never null, since nulls have no place among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Text,
    Int,
    Moment,
    Day,
    /// By id alone, which is by age.
    Age,
}

/// What a list is sorted by, and which way; ties are broken by id.
#[derive(Clone, Debug)]
pub struct SortKey {
    /// Tells the orders of a list apart: a cursor of one means nothing in another.
    pub name: &'static str,
    pub expr: SimpleExpr,
    pub key: Key,
    pub direction: Direction,
    /// The table in which the value stands, if not in the list's own.
    pub through: Option<RelationDef>,
}

impl SortKey {
    /// Oldest first.
    pub fn age() -> Self {
        Self::by(Key::Age, Expr::value(0))
    }

    /// By a text, from A to Z.
    pub fn text(value: impl IntoSimpleExpr) -> Self {
        Self::by(Key::Text, value)
    }

    /// By a number, smallest first.
    pub fn int(value: impl IntoSimpleExpr) -> Self {
        Self::by(Key::Int, value)
    }

    /// By a day, earliest first.
    pub fn day(value: impl IntoSimpleExpr) -> Self {
        Self::by(Key::Day, value)
    }

    /// By a day that is not always there: rows without come before all others.
    pub fn maybe_day(value: impl IntoSimpleExpr) -> Self {
        Self::day(or(value, "1000-01-01"))
    }

    /// By a moment, earliest first.
    pub fn moment(value: impl IntoSimpleExpr) -> Self {
        Self::by(Key::Moment, value)
    }

    /// By a moment that is not always there: rows without come before all others.
    pub fn maybe_moment(value: impl IntoSimpleExpr) -> Self {
        Self::moment(or(value, "1000-01-01T00:00:00+00:00"))
    }

    /// The value stands in this table, where each row of the list has exactly one.
    pub fn through(mut self, relation: RelationDef) -> Self {
        self.through = Some(relation);
        self
    }

    /// The same order under its name, running this way.
    pub fn named(mut self, name: &'static str, direction: Direction) -> Self {
        (self.name, self.direction) = (name, direction);
        self
    }

    fn by(key: Key, value: impl IntoSimpleExpr) -> Self {
        Self {
            name: "",
            expr: value.into_simple_expr(),
            key,
            direction: Direction::Asc,
            through: None,
        }
    }
}

/// A value, or one before all others. It stands in the statement's text, so that an index on the same expression fits.
fn or(value: impl IntoSimpleExpr, least: &'static str) -> SimpleExpr {
    Func::coalesce([value.into_simple_expr(), Expr::Constant(least.into())]).into()
}
