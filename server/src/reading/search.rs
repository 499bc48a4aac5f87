//! Looking for a text, whatever its case. The database lowers both sides, so that they are lowered in the same way: SQLite
//! knows the capitals of English only, PostgreSQL those of its locale.

use sea_orm::sea_query::{BinOper, Expr, ExprTrait as _, Func, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, IntoSimpleExpr};

/// A text to look for anywhere in a value.
pub fn contains(value: impl IntoSimpleExpr, text: &str) -> SimpleExpr {
    like(value, format!("%{}%", literally(text.trim())))
}

/// A text that a value begins with.
pub fn starts_with(value: impl IntoSimpleExpr, text: &str) -> SimpleExpr {
    like(value, format!("{}%", literally(text.trim_start())))
}

/// The rows with the text in one of these columns; every row where there is nothing to look for.
pub fn found_in<C: ColumnTrait>(columns: impl IntoIterator<Item = C>, text: &str) -> Condition {
    if text.trim().is_empty() {
        return Condition::all();
    }
    columns.into_iter().fold(Condition::any(), |any, column| {
        any.add(contains(column, text))
    })
}

fn like(value: impl IntoSimpleExpr, pattern: String) -> SimpleExpr {
    let pattern = SimpleExpr::from(Func::lower(Expr::val(pattern)));
    let escaped = pattern.binary(BinOper::Escape, Expr::Constant('\\'.into()));
    SimpleExpr::from(Func::lower(value.into_simple_expr())).binary(BinOper::Like, escaped)
}

fn literally(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}
