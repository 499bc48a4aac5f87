//! Requests to mentors, those that wait first.

use cynic::{Operation, QueryBuilder};
use leptos::prelude::*;

use super::queries::{
    ApprovalOrder, ApprovalOrderField, ApprovalRow, ApprovalState, ApprovalStateFilter,
    ApprovalWhere, Approvals, ApprovalsVariables,
};
use crate::api::Direction;
use crate::api::narrow::{IdFilter, MomentFilter};
use crate::navigate::{Query, address};
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::choice::Choice;
use crate::ui::listing::{Called, listing, order};
use crate::ui::pager::{ROWS, after};
use crate::ui::table::{Cells, Column, link, plain, sorted, words};
use crate::ui::{filter, heading, tag, when};

const COLUMNS: [Column; 6] = [
    plain("Task"),
    plain("Participant"),
    plain("Mentor"),
    plain("State"),
    sorted("Asked", "asked"),
    plain("Days waiting"),
];

const ORDERS: [(&str, ApprovalOrderField); 2] = [
    ("asked", ApprovalOrderField::AskedAt),
    ("decided", ApprovalOrderField::DecidedAt),
];

pub fn page() -> AnyView {
    let query = address().query;
    let approvals = answer(move || question(&query.get()));
    let ages = vec![
        Choice::new("7", "More than 7 days ago"),
        Choice::new("14", "More than 14 days ago"),
        Choice::new("28", "More than 28 days ago"),
    ];
    let filters = vec![
        filter::select("state", "State", "Waiting now", ApprovalState::choices()),
        filter::select("older", "Asked", "At any time", ages),
    ];
    view! {
        {heading::heading("Approvals")}
        {filter::bar(filters)}
        {show(approvals, |data| {
            let page = data.approvals;
            let rows = page.nodes.into_iter().map(row).collect();
            listing(Called { one: "request", many: "requests" }, &COLUMNS, rows, &page.page_info, page.total_count)
        })}
    }
    .into_any()
}

fn question(query: &Query) -> Operation<Approvals, ApprovalsVariables> {
    let (field, direction) = order(
        query,
        &ORDERS,
        (ApprovalOrderField::AskedAt, Direction::Asc),
    );
    let state = query
        .get("state")
        .and_then(ApprovalState::named)
        .unwrap_or(ApprovalState::Waiting);
    let long_ago = query
        .get("older")
        .and_then(|days| days.parse().ok())
        .map(when::days_ago);
    let narrow = ApprovalWhere {
        state: Some(ApprovalStateFilter::is(state)),
        mentor: query.get("mentor").map(IdFilter::is),
        asked_at: MomentFilter::between(None, long_ago),
    };
    Approvals::build(ApprovalsVariables {
        first: ROWS,
        after: after(query),
        narrow,
        order: ApprovalOrder { field, direction },
    })
}

fn row(request: ApprovalRow) -> Cells {
    let waiting = request.state == ApprovalState::Waiting;
    let bounced = request
        .mentor
        .bounced_at
        .is_some()
        .then(|| tag::tag("Letters do not arrive", "red"));
    vec![
        link(
            Route::Task(request.task.id.inner().into()).href(),
            request.task.title,
        ),
        words(request.task.enrolment.person.name),
        view! { {request.mentor.name} " " {bounced} }.into_any(),
        request.state.tag(),
        when::ago(&request.asked_at),
        words(if waiting {
            request.waiting_days.to_string()
        } else {
            "–".into()
        }),
    ]
}
