//! Participants: those of a tutor's own groups, or all of them for an administrator.

use cynic::{Operation, QueryBuilder};
use leptos::prelude::*;

use super::rows::{
    Counts, ParticipantOrder, ParticipantOrderField, ParticipantRow, ParticipantWhere,
    Participants, ParticipantsVariables,
};
use crate::api::Direction;
use crate::api::narrow::IdFilter;
use crate::group;
use crate::navigate::{Query, address};
use crate::route::Route;
use crate::session::{self, Role};
use crate::ui::answer::{answer, show};
use crate::ui::choice::Choice;
use crate::ui::listing::{Called, listing, order};
use crate::ui::pager::{ROWS, after};
use crate::ui::table::{Cells, Column, link, plain, sorted, words};
use crate::ui::{button, filter, heading, picture, when};

const COLUMNS: [Column; 6] = [
    sorted("Participant", "name"),
    sorted("School", "school"),
    sorted("Group", "group"),
    plain("Tasks approved"),
    plain("Waiting for a mentor"),
    plain("Overdue"),
];

const ORDERS: [(&str, ParticipantOrderField); 3] = [
    ("name", ParticipantOrderField::Name),
    ("school", ParticipantOrderField::School),
    ("group", ParticipantOrderField::Group),
];

pub fn page() -> AnyView {
    let query = address().query;
    let participants = answer(move || question(&query.get()));
    let overdue = vec![Choice::new("yes", "Overdue")];
    let filters = vec![
        group::choose::filter(),
        filter::select("overdue", "Tasks", "Any", overdue),
        filter::search("Name, e-mail address or school"),
    ];
    let administrator = session::is(Role::Administrator);
    view! {
        {heading::heading(if administrator { "Participants" } else { "Your participants" })}
        {administrator.then(|| button::link(Route::Enrol.href(), "Enrol a participant"))}
        {filter::bar(filters)}
        {show(participants, |data| {
            let page = data.participants;
            let rows = page.nodes.into_iter().map(row).collect();
            listing(Called { one: "participant", many: "participants" }, &COLUMNS, rows, &page.page_info, page.total_count)
        })}
    }
    .into_any()
}

fn question(query: &Query) -> Operation<Participants, ParticipantsVariables> {
    let (field, direction) = order(
        query,
        &ORDERS,
        (ParticipantOrderField::Name, Direction::Asc),
    );
    let narrow = ParticipantWhere {
        group: query.get("group").map(IdFilter::is),
        school: query.get("school").map(IdFilter::is),
        overdue: query.get("overdue").map(|_| true),
        search: query.text("search"),
    };
    Participants::build(ParticipantsVariables {
        first: ROWS,
        after: after(query),
        narrow,
        order: ParticipantOrder { field, direction },
    })
}

fn row(one: ParticipantRow) -> Cells {
    let Counts {
        total,
        approved,
        waiting,
        overdue,
        ..
    } = one.progress;
    let name = link(
        Route::Participant(one.id.inner().into()).href(),
        one.person.name,
    );
    vec![
        view! { {name} " " {one.state.unusual()} }.into_any(),
        words(one.school.name),
        words(one.group.name),
        view! { {format!("{approved} of {total}")} {picture::bar(approved, waiting, total)} }
            .into_any(),
        waits(waiting, &one.progress),
        words(if overdue == 0 {
            "–".into()
        } else {
            overdue.to_string()
        }),
    ]
}

fn waits(waiting: i32, counts: &Counts) -> AnyView {
    match (&counts.oldest_waiting_at, waiting) {
        (Some(at), 1..) => view! { {waiting} " (oldest: " {when::ago(at)} ")" }.into_any(),
        _ => words("–"),
    }
}
