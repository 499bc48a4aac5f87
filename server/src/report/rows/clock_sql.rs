//! The statutory clock as the databases reckon it, to pick and sort rows by what [`Clock`](crate::statutory::Clock) tells
//! of them. Three years after 29 February there is none: PostgreSQL goes back to the 28th, and SQLite, which would go on
//! into March, does so with `floor`.

use sea_orm::DbBackend;
use sea_orm::sea_query::{Expr, ExprTrait as _, SimpleExpr};

use crate::report::At;

/// What one database says for each step. Today is the one parameter of a forecast.
struct Dialect {
    deadline: &'static str,
    forecast: &'static str,
    /// From one day to another.
    between: fn(deadline: &str, forecast: &str) -> String,
    /// The fewest days to spare that are enough.
    enough: &'static str,
}

const SQLITE: Dialect = Dialect {
    deadline: "CASE WHEN enrolment.clock_runs AND enrolment.appointed_on > coalesce(json_extract(award.limits, '$.caught_after'), '2009-09-01') THEN min(\
        date(enrolment.appointed_on, '+' || coalesce(json_extract(award.limits, '$.statutory_months'), 36) || ' months', 'floor'), \
        coalesce(date(json_extract(award.limits, '$.complete_before'), '-1 day'), '9999-12-31')) END",
    forecast: "max(date(enrolment.ends_on, (7 * coalesce(json_extract(award.limits, '$.award_weeks'), 12)) || ' days'), ?)",
    between: |deadline, forecast| {
        format!("CAST(julianday({deadline}) - julianday({forecast}) AS bigint)")
    },
    enough: "coalesce(json_extract(award.limits, '$.slack_days'), 90)",
};

const POSTGRES: Dialect = Dialect {
    deadline: "CASE WHEN enrolment.clock_runs AND enrolment.appointed_on > coalesce(CAST(award.limits ->> 'caught_after' AS date), DATE '2009-09-01') THEN least(\
        CAST(enrolment.appointed_on + make_interval(months => coalesce(CAST(award.limits ->> 'statutory_months' AS integer), 36)) AS date), \
        CAST(award.limits ->> 'complete_before' AS date) - 1) END",
    forecast: "greatest(enrolment.ends_on + 7 * coalesce(CAST(award.limits ->> 'award_weeks' AS integer), 12), CAST($1 AS date))",
    between: |deadline, forecast| format!("CAST({deadline} - {forecast} AS bigint)"),
    enough: "coalesce(CAST(award.limits ->> 'slack_days' AS integer), 90)",
};

fn dialect(at: &At) -> &'static Dialect {
    match at.backend {
        DbBackend::Sqlite => &SQLITE,
        _ => &POSTGRES,
    }
}

/// The last day on which the award keeps the rule; nothing for who is not caught.
pub(super) fn deadline(at: &At) -> SimpleExpr {
    Expr::cust(dialect(at).deadline)
}

/// When the award is likely to be held.
pub(super) fn forecast(at: &At) -> SimpleExpr {
    Expr::cust_with_values(dialect(at).forecast, [at.today])
}

/// Days from the forecast to the deadline; nothing for who is not caught.
pub(super) fn slack(at: &At) -> SimpleExpr {
    let Dialect {
        deadline,
        forecast,
        between,
        ..
    } = dialect(at);
    Expr::cust_with_values(between(deadline, forecast), [at.today])
}

/// Red, amber or green; nothing without a deadline.
pub(super) fn risk(at: &At) -> SimpleExpr {
    let enough = Expr::cust(dialect(at).enough);
    Expr::case(slack(at).is_null(), Expr::cust("NULL"))
        .case(slack(at).lt(0), "red")
        .case(slack(at).lt(enough), "amber")
        .finally("green")
        .into()
}
