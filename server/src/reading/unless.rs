//! The opposite of a condition, in a language in which a comparison with nothing is neither true nor false.

use sea_orm::sea_query::{Expr, ExprTrait as _, SimpleExpr};

/// The rows of which this is not true, with those of which nothing is known.
pub fn unless(condition: SimpleExpr) -> SimpleExpr {
    condition.is_not(Expr::Constant(true.into()))
}
