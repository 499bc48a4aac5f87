//! Everything that happened, newest first.

use cynic::{Operation, QueryBuilder};
use leptos::prelude::*;

use super::KINDS;
use super::queries::{Event, EventKindFilter, EventVariables, EventWhere, Events};
use crate::api::narrow::{IdFilter, MomentFilter};
use crate::navigate::{Query, address};
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::choice::Choice;
use crate::ui::listing::{Called, listing};
use crate::ui::pager::{ROWS, after};
use crate::ui::table::{Cells, Column, link, plain, words};
use crate::ui::{filter, heading, when};

const COLUMNS: [Column; 5] = [
    plain("What"),
    plain("Who"),
    plain("When"),
    plain("About"),
    plain("Note"),
];

pub fn page() -> AnyView {
    let query = address().query;
    let events = answer(move || question(&query.get()));
    let kinds = KINDS
        .iter()
        .map(|kind| Choice::new(kind.words(), kind.words()))
        .collect();
    let filters = vec![
        filter::select("kind", "What", "Everything", kinds),
        filter::date("from", "From"),
        filter::date("to", "To"),
    ];
    view! {
        {heading::heading("Events")}
        {move || query.with(|query| query.get("enrolment").map(one_participant))}
        {filter::bar(filters)}
        {show(events, |data| {
            let page = data.events;
            let rows = page.nodes.into_iter().map(row).collect();
            listing(Called { one: "event", many: "events" }, &COLUMNS, rows, &page.page_info, page.total_count)
        })}
    }
    .into_any()
}

fn one_participant(id: &str) -> AnyView {
    view! {
        <p class="govuk-body">
            "Only those of " {link(Route::Participant(id.into()).href(), "one participant")} ". " {link(Route::Events.href(), "Show all")}
        </p>
    }
    .into_any()
}

fn question(query: &Query) -> Operation<Events, EventVariables> {
    let kind = query.get("kind");
    let narrow = EventWhere {
        kind: KINDS
            .iter()
            .find(|known| Some(known.words()) == kind)
            .map(|kind| EventKindFilter::is(*kind)),
        enrolment: query.get("enrolment").map(IdFilter::is),
        at: MomentFilter::between(
            filter::chosen_day(query, "from").map(|day| when::start_of(&day)),
            filter::chosen_day(query, "to").map(|day| when::start_of(&when::next_day(&day))),
        ),
    };
    Events::build(EventVariables {
        first: ROWS,
        after: after(query),
        narrow,
    })
}

fn row(event: Event) -> Cells {
    let about = match (event.task_id, event.task_title, event.enrolment_id) {
        (Some(id), title, _) => link(
            Route::Task(id.into_inner()).href(),
            title.unwrap_or_else(|| "Task".into()),
        ),
        (None, _, Some(id)) => link(Route::Participant(id.into_inner()).href(), "Participant"),
        _ => words("–"),
    };
    vec![
        words(event.kind.words()),
        words(event.actor_name),
        when::exact(&event.at),
        about,
        words(event.note.unwrap_or_else(|| "–".into())),
    ]
}
