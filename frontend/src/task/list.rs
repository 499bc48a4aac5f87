//! Your tasks.

use cynic::{Operation, QueryBuilder};
use leptos::prelude::*;

use super::TaskState;
use super::rows::{
    MyOutcomes, TaskOrder, TaskOrderField, TaskRow, TaskStateFilter, TaskWhere, Tasks,
    TasksVariables,
};
use crate::api::Direction;
use crate::api::narrow::{IdFilter, TextFilter};
use crate::navigate::{Query, address};
use crate::route::Route;
use crate::session;
use crate::ui::answer::{answer, show};
use crate::ui::choice::Choice;
use crate::ui::listing::{Called, listing, order};
use crate::ui::pager::{ROWS, after};
use crate::ui::table::{Cells, Column, link, plain, sorted, words};
use crate::ui::{filter, heading, when};

const COLUMNS: [Column; 5] = [
    sorted("Task", "title"),
    plain("State"),
    sorted("Due", "due"),
    sorted("Sent for approval", "sent"),
    plain("Outcomes"),
];

const ORDERS: [(&str, TaskOrderField); 3] = [
    ("title", TaskOrderField::Title),
    ("due", TaskOrderField::DueOn),
    ("sent", TaskOrderField::SubmittedAt),
];

pub fn page() -> AnyView {
    let query = address().query;
    let tasks = answer(move || question(&query.get()));
    let filters = vec![
        filter::select("state", "State", "Every state", TaskState::choices()),
        filter::select(
            "overdue",
            "Due",
            "Any date",
            vec![Choice::new("yes", "Overdue only")],
        ),
        outcome_filter(),
        filter::search("Search in titles"),
    ];
    view! {
        {heading::heading("Your tasks")}
        {filter::bar(filters)}
        {show(tasks, |data| {
            let page = data.tasks;
            let rows = page.nodes.into_iter().map(row).collect();
            listing(Called { one: "task", many: "tasks" }, &COLUMNS, rows, &page.page_info, page.total_count)
        })}
    }
    .into_any()
}

fn outcome_filter() -> AnyView {
    let outcomes = answer(|| MyOutcomes::build(()));
    (move || {
        let Some(Ok(MyOutcomes { me: Some(me) })) = outcomes.get() else {
            return ().into_any();
        };
        let outcomes = me
            .enrolments
            .into_iter()
            .flat_map(|one| one.cohort.award.outcomes);
        let choices = outcomes
            .map(|one| Choice::new(one.id.inner(), format!("{} {}", one.code, one.title)))
            .collect();
        filter::select("outcome", "Outcome", "Any outcome", choices)
    })
    .into_any()
}

fn question(query: &Query) -> Operation<Tasks, TasksVariables> {
    let (field, direction) = order(query, &ORDERS, (TaskOrderField::Position, Direction::Asc));
    let narrow = TaskWhere {
        state: query
            .get("state")
            .and_then(TaskState::named)
            .map(TaskStateFilter::is),
        enrolment: only_mine(),
        outcome: query.get("outcome").map(IdFilter::is),
        overdue: query.get("overdue").map(|_| true),
        title: query.text("search").map(TextFilter::with),
    };
    Tasks::build(TasksVariables {
        first: ROWS,
        after: after(query),
        narrow,
        order: TaskOrder { field, direction },
    })
}

/// Somebody who is also a tutor sees other people's tasks too, but not on this page.
fn only_mine() -> Option<IdFilter> {
    match session::who()?.enrolments.as_slice() {
        [one] => Some(IdFilter::is(one.inner())),
        _ => None,
    }
}

fn row(task: TaskRow) -> Cells {
    let due = match task.state.is_open() {
        true => when::due(&task.due_on, task.overdue),
        false => when::day(&task.due_on),
    };
    let codes: Vec<String> = task.outcomes.into_iter().map(|one| one.code).collect();
    vec![
        link(Route::Task(task.id.inner().into()).href(), task.title),
        task.state.tag(),
        due,
        task.submitted_at
            .as_ref()
            .map_or_else(|| words("–"), when::ago),
        words(if codes.is_empty() {
            "–".into()
        } else {
            codes.join(", ")
        }),
    ]
}
