//! The statutory clock as the databases reckon it, to pick rows by what [`Clock`](crate::report::Clock) tells of them.
//! Three years after 29 February there is none: PostgreSQL goes back to the 28th, and SQLite, which would go on into
//! March, is made to.

use sea_orm::DbBackend;
use sea_orm::sea_query::{Expr, ExprTrait as _, SimpleExpr};

use crate::report::At;

const SQLITE: &str = "CASE WHEN enrolment.appointed_on > '2009-09-01' THEN CAST(julianday(min(\
    date(enrolment.appointed_on, CASE WHEN enrolment.appointed_on LIKE '%-02-29' THEN '-1 day' ELSE '+0 days' END, '+36 months'), \
    coalesce(date(json_extract(award.limits, '$.complete_before'), '-1 day'), '9999-12-31'))) \
    - julianday(max(date(enrolment.ends_on, (7 * coalesce(json_extract(award.limits, '$.award_weeks'), 12)) || ' days'), ?)) \
    AS bigint) END";

const POSTGRES: &str = "CASE WHEN enrolment.appointed_on > '2009-09-01' THEN CAST(least(\
    CAST(enrolment.appointed_on + interval '36 months' AS date), \
    CAST(award.limits ->> 'complete_before' AS date) - 1) \
    - greatest(enrolment.ends_on + 7 * coalesce(CAST(award.limits ->> 'award_weeks' AS integer), 12), CAST($1 AS date)) \
    AS bigint) END";

/// Days from the forecast to the deadline; nothing for who is not caught.
pub(super) fn slack(at: &At) -> SimpleExpr {
    let sql = match at.backend {
        DbBackend::Sqlite => SQLITE,
        _ => POSTGRES,
    };
    Expr::cust_with_values(sql, [at.today])
}

/// Red, amber or green; nothing without a deadline.
pub(super) fn risk(at: &At) -> SimpleExpr {
    let limit = match at.backend {
        DbBackend::Sqlite => "coalesce(json_extract(award.limits, '$.slack_days'), 90)",
        _ => "coalesce(CAST(award.limits ->> 'slack_days' AS integer), 90)",
    };
    let limit = Expr::cust(limit);
    Expr::case(slack(at).is_null(), Expr::cust("NULL"))
        .case(slack(at).lt(0), "red")
        .case(slack(at).lt(limit), "amber")
        .finally("green")
        .into()
}
