//! One group with its participants: for who hosts it, and for administrators.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::facts;
use super::queries::{OneGroup, OneGroupVariables};
use super::rows::Group;
use crate::api::Direction;
use crate::api::narrow::IdFilter;
use crate::enrolment::rows::{
    ParticipantOrder, ParticipantOrderField, ParticipantRow, ParticipantWhere, Participants,
    ParticipantsVariables,
};
use crate::navigate::address;
use crate::route::Route;
use crate::session::{self, Role};
use crate::ui::answer::{answer, show};
use crate::ui::listing::{Called, listing};
use crate::ui::pager::{ROWS, after};
use crate::ui::table::{Cells, Column, link, plain, words};
use crate::ui::{button, heading, picture, state};

const COLUMNS: [Column; 4] = [
    plain("Participant"),
    plain("School"),
    plain("State"),
    plain("Tasks approved"),
];

pub fn page(id: String) -> AnyView {
    let one = id.clone();
    let group = answer(move || {
        let id = IdFilter::is(&*one);
        OneGroup::build(OneGroupVariables { id })
    });
    show(group, move |data| match data.groups.nodes.first() {
        Some(group) => drawn(group, &id),
        None => state::not_found(),
    })
}

fn drawn(group: &Group, id: &str) -> AnyView {
    let edit = session::is(Role::Administrator)
        .then(|| button::link(Route::EditGroup(id.into()).href(), "Change the group"));
    view! {
        {heading::back(Route::Groups.href(), "Groups")}
        {heading::heading(group.name.clone())}
        <div class="portal-group__facts">
            <div>{facts::facts(group)} {edit}</div>
            <div>
                <h2 class="govuk-heading-m">"Where participants stand"</h2>
                {facts::states(group)}
            </div>
        </div>
        <h2 class="govuk-heading-m">"Participants"</h2>
        {participants(id.into())}
    }
    .into_any()
}

fn participants(group: String) -> AnyView {
    let query = address().query;
    let led = !session::hosts();
    let participants = answer(move || {
        Participants::build(ParticipantsVariables {
            first: ROWS,
            after: query.with(after),
            narrow: ParticipantWhere {
                group: Some(IdFilter::is(&*group)),
                school: None,
                overdue: None,
                search: None,
            },
            order: ParticipantOrder {
                field: ParticipantOrderField::Name,
                direction: Direction::Asc,
            },
        })
    });
    show(participants, move |data| {
        let page = data.participants;
        let rows = page.nodes.into_iter().map(|one| row(one, led)).collect();
        let called = Called {
            one: "participant",
            many: "participants",
        };
        listing(called, &COLUMNS, rows, &page.page_info, page.total_count)
    })
}

fn row(one: ParticipantRow, led: bool) -> Cells {
    let (total, approved) = (one.progress.total, one.progress.approved);
    let name = match led {
        true => link(
            Route::Participant(one.id.inner().into()).href(),
            one.person.name,
        ),
        false => words(one.person.name),
    };
    vec![
        name,
        words(one.school.name),
        one.state.tag(),
        view! { {format!("{approved} of {total}")} {picture::bar(approved, one.progress.waiting, total)} }
            .into_any(),
    ]
}
