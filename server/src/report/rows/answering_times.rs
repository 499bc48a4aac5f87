//! One row a number of days: how many requests mentors answered within so many.

use entity::approval_request;
use sea_orm::sea_query::{Alias, Expr, Func, Query, SelectStatement, ValueTuple};
use sea_orm::{ColumnTrait as _, ConnectionTrait as _, DbBackend};

use super::{aliased, approvals, rows_of, those_who_see_work};
use crate::access::Guarded as _;
use crate::reading::Reader;
use crate::report::column::{of, reckoned};
use crate::report::value::maybe;
use crate::report::{Kind, Report, Value};

/// The last row stands for so many days and more: as many as after the last reminder.
const LAST: i64 = 28;

pub(super) fn report() -> Report {
    let columns = vec![
        of(
            Kind::Whole,
            "days",
            "Days",
            "Whole days of 24 hours from asking to the answer; 28 stands for 28 and more.",
            aliased("counted", "days"),
        ),
        of(
            Kind::Whole,
            "answered",
            "Answered",
            "How many requests were answered in so many days, of those that you may see.",
            aliased("counted", "answered"),
        ),
        of(
            Kind::Whole,
            "answered_by_then",
            "Answered by then",
            "How many were answered in so many days or fewer.",
            aliased("counted", "by_then"),
        ),
        reckoned(
            Kind::Decimal,
            "median_hours",
            "Median hours",
            "Hours in which half of all of them were answered, to a tenth; the same in every row.",
            vec![aliased("counted", "median")],
            |cells| {
                let seconds = cells.whole(0)?.map(chrono::Duration::seconds);
                Ok(maybe(seconds, |span| {
                    Value::Decimal(approvals::hours(span))
                }))
            },
        )
        .or_nothing(),
    ];
    Report {
        name: "answeringTimes",
        title: "Answering times",
        about: "One row a number of days, from 0 to 28 and more: how many requests mentors answered in so many days.",
        columns,
        from: |reader| {
            Query::select()
                .from_subquery(counted(reader), Alias::new("counted"))
                .take()
        },
        key: vec![(aliased("counted", "days"), Kind::Whole)],
        permits: those_who_see_work,
    }
}

/// Every number of days, with what was answered in so many.
fn counted(reader: &Reader) -> SelectStatement {
    let days = (0..=LAST).map(|days| ValueTuple::One(days.into()));
    let answered = "coalesce(found.answered, 0)";
    let by_then = "CAST(sum(coalesce(found.answered, 0)) OVER (ORDER BY day.column1) AS bigint)";
    Query::select()
        .from_values(days, Alias::new("day"))
        .join_subquery(
            sea_orm::JoinType::LeftJoin,
            by_days(reader),
            Alias::new("found"),
            Expr::cust("found.days = day.column1"),
        )
        .expr_as(aliased("day", "column1"), Alias::new("days"))
        .expr_as(Expr::cust(answered), Alias::new("answered"))
        .expr_as(Expr::cust(by_then), Alias::new("by_then"))
        .expr_as(
            Expr::SubQuery(None, Box::new(median(reader).into())),
            Alias::new("median"),
        )
        .take()
}

fn by_days(reader: &Reader) -> SelectStatement {
    let days = || {
        Expr::cust(format!(
            "CASE WHEN span.seconds < {LAST} * 86400 THEN span.seconds / 86400 ELSE {LAST} END"
        ))
    };
    Query::select()
        .from_subquery(spans(reader), Alias::new("span"))
        .expr_as(days(), Alias::new("days"))
        .expr_as(Func::count(Expr::cust("*")), Alias::new("answered"))
        .add_group_by([days()])
        .take()
}

/// The one in the middle, or the middle of the two there.
fn median(reader: &Reader) -> SelectStatement {
    let place = Expr::cust("row_number() OVER (ORDER BY span.seconds)");
    let all = Expr::cust("count(*) OVER ()");
    let placed = Query::select()
        .from_subquery(spans(reader), Alias::new("span"))
        .expr_as(aliased("span", "seconds"), Alias::new("seconds"))
        .expr_as(place, Alias::new("place"))
        .expr_as(all, Alias::new("n"))
        .take();
    Query::select()
        .from_subquery(placed, Alias::new("placed"))
        .expr(Expr::cust(
            "(min(placed.seconds) + max(placed.seconds)) / 2",
        ))
        .and_where(Expr::cust(
            "placed.place * 2 IN (placed.n, placed.n + 1, placed.n + 2)",
        ))
        .take()
}

/// From asking to the answer, in seconds.
fn spans(reader: &Reader) -> SelectStatement {
    let seconds = match reader.db.get_database_backend() {
        DbBackend::Sqlite => "unixepoch(decided_at) - unixepoch(asked_at)",
        _ => {
            "CAST(floor(extract(epoch FROM decided_at)) - floor(extract(epoch FROM asked_at)) AS bigint)"
        }
    };
    rows_of(approval_request::Entity)
        .expr_as(Expr::cust(seconds), Alias::new("seconds"))
        .cond_where(approval_request::Entity::visible(&reader.actor))
        .cond_where(approval_request::Column::DecidedAt.is_not_null())
        .take()
}
