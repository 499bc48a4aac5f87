//! Looking for a text.

use sea_orm::sea_query::{ExprTrait as _, Func, LikeExpr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, IntoSimpleExpr as _};

/// A text to look for anywhere in a column, whatever its case.
pub fn contains(column: impl ColumnTrait, text: &str) -> SimpleExpr {
    let escaped = text
        .trim()
        .to_lowercase()
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    Func::lower(column.into_simple_expr()).like(LikeExpr::new(format!("%{escaped}%")).escape('\\'))
}

/// The rows with the text in one of these columns; every row where there is nothing to look for.
pub fn found_in<C: ColumnTrait>(
    columns: impl IntoIterator<Item = C>,
    text: Option<&str>,
) -> Condition {
    match text.filter(|text| !text.trim().is_empty()) {
        None => Condition::all(),
        Some(text) => columns.into_iter().fold(Condition::any(), |any, column| {
            any.add(contains(column, text))
        }),
    }
}
