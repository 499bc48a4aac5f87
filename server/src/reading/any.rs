//! One of many values, as one parameter: the text of a statement must not change with their number, since a database
//! plans a new text anew and each connection keeps only so many of them prepared.

use sea_orm::sea_query::{Expr, ExprTrait as _, Func, Query, SelectStatement, SimpleExpr};
use sea_orm::{ConnectionTrait, DbBackend, IntoSimpleExpr};
use uuid::Uuid;

/// Whether `column` has one of these ids. The database knows them as bytes.
pub fn any_of(db: &impl ConnectionTrait, column: impl IntoSimpleExpr, ids: &[Uuid]) -> SimpleExpr {
    let ids = ids.iter().map(|id| id.simple().to_string());
    match db.get_database_backend() {
        DbBackend::Sqlite => {
            let bytes = Func::cust("unhex").arg(Expr::col("value"));
            column.into_simple_expr().in_subquery(each(bytes, ids))
        }
        _ => is_any(column, ids, "uuid[]"),
    }
}

/// Whether `column` has one of these texts.
pub fn any_text(
    db: &impl ConnectionTrait,
    column: impl IntoSimpleExpr,
    texts: impl IntoIterator<Item = String>,
) -> SimpleExpr {
    match db.get_database_backend() {
        DbBackend::Sqlite => {
            let value = Expr::col("value");
            column.into_simple_expr().in_subquery(each(value, texts))
        }
        _ => is_any(column, texts, "text[]"),
    }
}

/// The values out of an array in JSON, which is the only kind of array that SQLite has.
fn each(value: impl Into<SimpleExpr>, values: impl IntoIterator<Item = String>) -> SelectStatement {
    let array: serde_json::Value = values.into_iter().collect();
    Query::select()
        .expr(value)
        .from_function(
            Func::cust("json_each").arg(Expr::val(array.to_string())),
            "each_value",
        )
        .to_owned()
}

/// The values in PostgreSQL's own way to write arrays.
fn is_any(
    column: impl IntoSimpleExpr,
    values: impl IntoIterator<Item = String>,
    array: &'static str,
) -> SimpleExpr {
    let quoted: Vec<String> = values
        .into_iter()
        .map(|value| format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")))
        .collect();
    let values = Expr::val(format!("{{{}}}", quoted.join(","))).cast_as(array);
    column.into_simple_expr().eq(Func::cust("ANY").arg(values))
}
