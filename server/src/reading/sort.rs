//! The order of a list.

use sea_orm::IntoSimpleExpr;
use sea_orm::sea_query::{Expr, SimpleExpr};

/// Which way a list runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    #[default]
    Asc,
    Desc,
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
    pub expr: SimpleExpr,
    pub key: Key,
    pub direction: Direction,
}

impl SortKey {
    /// Oldest or newest first.
    pub fn age(direction: Direction) -> Self {
        Self {
            expr: Expr::value(0),
            key: Key::Age,
            direction,
        }
    }

    /// By a text, from A to Z.
    pub fn text(column: impl IntoSimpleExpr) -> Self {
        Self {
            expr: column.into_simple_expr(),
            key: Key::Text,
            direction: Direction::Asc,
        }
    }
}
