//! One row a week and state: how many requests were asked then and stand so now.

use chrono::{Datelike as _, Days, NaiveDate, NaiveTime};
use entity::approval_request::{self, State};
use sea_orm::sea_query::{
    Alias, ExprTrait as _, Func, Query, SelectStatement, SimpleExpr, ValueTuple,
};
use sea_orm::{ActiveEnum as _, IntoSimpleExpr as _, Iterable as _};

use super::{aliased, rows_of, those_who_see_work};
use crate::access::Guarded as _;
use crate::clock::london_moment;
use crate::reading::Reader;
use crate::report::column::of;
use crate::report::words::APPROVAL_STATE;
use crate::report::{Kind, Report};

/// A year, and the week that has begun.
const WEEKS: u64 = 53;

pub(super) fn report() -> Report {
    let columns = vec![
        of(
            Kind::Day,
            "week",
            "Week",
            "The Monday with which the week begins in London.",
            aliased("counted", "week"),
        ),
        of(
            Kind::Word(&APPROVAL_STATE),
            "state",
            "State",
            "Where the requests stand now.",
            aliased("counted", "state"),
        ),
        of(
            Kind::Whole,
            "requests",
            "Requests",
            "How many requests were asked in the week and stand so, of those that you may see.",
            aliased("counted", "requests"),
        ),
    ];
    Report {
        name: "approvalWeeks",
        title: "Approvals by week",
        about: "One row a week and state, for the last 53 weeks: how many requests were asked of mentors then, by how they \
                stand now.",
        columns,
        from: |reader| {
            Query::select()
                .from_subquery(counted(reader), Alias::new("counted"))
                .take()
        },
        key: vec![
            (aliased("counted", "week"), Kind::Day),
            (aliased("counted", "state"), Kind::Text),
        ],
        permits: those_who_see_work,
    }
}

/// Each week's bounds are reckoned here, since databases differ in what a week in London is. A count for each week and
/// state is one look into the index of states and moments.
fn counted(reader: &Reader) -> SelectStatement {
    let weeks = (0..WEEKS).flat_map(|ago| {
        let monday = monday(reader.today(), ago);
        let bounds = (midnight(monday), midnight(monday + Days::new(7)));
        State::iter().map(move |state| {
            ValueTuple::Many(vec![
                monday.into(),
                bounds.0.into(),
                bounds.1.into(),
                state.to_value().into(),
            ])
        })
    });
    Query::select()
        .from_values(weeks, Alias::new("week"))
        .expr_as(aliased("week", "column1"), Alias::new("week"))
        .expr_as(aliased("week", "column4"), Alias::new("state"))
        .expr_as(requests(reader), Alias::new("requests"))
        .take()
}

fn requests(reader: &Reader) -> SimpleExpr {
    use approval_request::Column::{AskedAt, Id, State};
    let asked = || AskedAt.into_simple_expr();
    let count = rows_of(approval_request::Entity)
        .expr(Func::count(Id.into_simple_expr()))
        .cond_where(approval_request::Entity::visible(&reader.actor))
        .and_where(State.into_simple_expr().eq(aliased("week", "column4")))
        .and_where(asked().gte(aliased("week", "column2")))
        .and_where(asked().lt(aliased("week", "column3")))
        .take();
    SimpleExpr::SubQuery(None, Box::new(count.into()))
}

/// The Monday of the week so many weeks ago.
fn monday(today: NaiveDate, weeks_ago: u64) -> NaiveDate {
    let since = u64::from(today.weekday().num_days_from_monday()) + 7 * weeks_ago;
    today.checked_sub_days(Days::new(since)).unwrap_or(today)
}

fn midnight(day: NaiveDate) -> chrono::DateTime<chrono::Utc> {
    london_moment(day, NaiveTime::MIN)
}
