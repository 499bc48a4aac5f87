//! What an operator looks at: a value of the row, or of a row that belongs to it.

use sea_orm::sea_query::{ExprTrait as _, Query, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, IntoSimpleExpr};

use super::{Operator, whole};
use crate::error::Result;
use crate::reading::{Reader, found_in};

/// What operators of this kind can look at.
pub trait Target<O> {
    /// The rows of which the operator holds here.
    fn holds(self, reader: &Reader, operator: &O) -> Result<Condition>;
}

/// A value of the row itself.
impl<V: IntoSimpleExpr, O: Operator> Target<O> for V {
    fn holds(self, reader: &Reader, operator: &O) -> Result<Condition> {
        operator.on(reader, self.into_simple_expr())
    }
}

/// A condition of its own making.
pub struct By<F>(pub F);

impl<O, F: FnOnce(&O) -> Result<Condition>> Target<O> for By<F> {
    fn holds(self, _: &Reader, operator: &O) -> Result<Condition> {
        (self.0)(operator)
    }
}

/// Something of rows of another table.
pub struct Within<C, K, T> {
    column: C,
    key: K,
    target: T,
    bounds: Condition,
}

/// `target`, of one of the rows whose `key` is this row's `column`.
pub fn within<C, K, T>(column: C, key: K, target: T) -> Within<C, K, T> {
    Within {
        column,
        key,
        target,
        bounds: Condition::all(),
    }
}

impl<C, K, T> Within<C, K, T> {
    /// Only of rows that fit this too.
    pub fn only(mut self, bound: impl Into<Condition>) -> Self {
        self.bounds = self.bounds.add(bound.into());
        self
    }
}

impl<C: ColumnTrait, K: ColumnTrait, T: Target<O>, O> Target<O> for Within<C, K, T> {
    fn holds(self, reader: &Reader, operator: &O) -> Result<Condition> {
        let rows = Query::select()
            .expr(self.key.into_simple_expr())
            .from(self.key.entity_name())
            .cond_where(self.bounds.add(self.target.holds(reader, operator)?))
            .to_owned();
        Ok(Condition::all().add(self.column.into_simple_expr().in_subquery(rows)))
    }
}

/// A text to look for in any of these columns.
pub fn sought<C: ColumnTrait, const N: usize>(
    columns: [C; N],
) -> By<impl FnOnce(&String) -> Result<Condition>> {
    By(move |text: &String| Ok(found_in(columns, whole("search", text)?)))
}

/// A value that is a name, for readers who may see names: whoever may not could spell it out letter by letter.
///
/// # Errors
/// `FORBIDDEN` for the others.
pub fn personal(reader: &Reader, value: impl IntoSimpleExpr) -> Result<SimpleExpr> {
    reader.actor.may_ask_by_names()?;
    Ok(value.into_simple_expr())
}
