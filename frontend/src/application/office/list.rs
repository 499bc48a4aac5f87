//! All applications: how many stand where, then one by one, those that have waited longest first.

use cynic::{Operation, QueryBuilder};
use leptos::prelude::*;

use crate::api::narrow::IdFilter;
use crate::application::rows::{
    ApplicationRow, ApplicationStateFilter, ApplicationWhere, Applications, ApplicationsVariables,
    Counts,
};
use crate::application::words::ApplicationState;
use crate::navigate::{Query, address};
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::choice::Choice;
use crate::ui::listing::{Called, listing};
use crate::ui::pager::{ROWS, after};
use crate::ui::table::{Cells, Column, link, plain, words};
use crate::ui::{filter, heading, when};

const COLUMNS: [Column; 6] = [
    plain("Applicant"),
    plain("School"),
    plain("Cohort"),
    plain("State"),
    plain("Next step"),
    plain("Last change"),
];

use ApplicationState::{
    Accepted, AwaitingSchool, Deferred, Draft, Enrolled, Expired, Offered, Ready, Rejected,
    Submitted, Withdrawn,
};

/// Names in the address, the words, and which states they stand for.
const STAGES: [(&str, &str, &[ApplicationState]); 6] = [
    ("draft", "being written", &[Draft]),
    ("school", "with the school", &[Submitted, AwaitingSchool]),
    ("ready", "signed by the school", &[Ready]),
    ("offered", "with an offer", &[Offered]),
    ("enrolled", "with a place", &[Accepted, Enrolled]),
    ("over", "over", &[Rejected, Withdrawn, Deferred, Expired]),
];

pub fn page() -> AnyView {
    let query = address().query;
    let applications = answer(move || question(&query.get()));
    view! {
        {heading::heading("Applications")}
        <p class="govuk-body"><a class="govuk-link" href=Route::Places.href()>"Offer places to a whole cohort"</a></p>
        <p class="govuk-body"><a class="govuk-link" href=Route::Questions.href()>"Questions from schools"</a></p>
        {show(answer(|| Counts::build(())), above)}
        {show(applications, |data| {
            let page = data.applications;
            let rows = page.nodes.into_iter().map(row).collect();
            listing(Called { one: "application", many: "applications" }, &COLUMNS, rows, &page.page_info, page.total_count)
        })}
    }
    .into_any()
}

fn above(counts: Counts) -> AnyView {
    let numbers = [
        counts.draft,
        counts.school,
        counts.ready,
        counts.offered,
        counts.enrolled,
        counts.over,
    ];
    let items: Vec<AnyView> = STAGES
        .into_iter()
        .zip(numbers)
        .map(|((name, words, _), count)| {
            view! {
                <li class="portal-counts__item">
                    <a class="govuk-link" href=format!("/applications?state={name}")><span class="portal-counts__number">{count.total_count}</span> " " {words}</a>
                </li>
            }
            .into_any()
        })
        .collect();
    let stages = STAGES
        .map(|(name, words, _)| Choice::new(name, capital(words)))
        .to_vec();
    let cohorts = counts
        .cohorts
        .into_iter()
        .map(|one| Choice::new(one.id.into_inner(), one.name))
        .collect();
    let filters = vec![
        filter::select("state", "State", "Every state", stages),
        filter::select("cohort", "Cohort", "Every cohort", cohorts),
        filter::search("Applicant or school"),
    ];
    view! { <ul class="portal-counts portal-counts--many">{items}</ul> {filter::bar(filters)} }
        .into_any()
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn question(query: &Query) -> Operation<Applications, ApplicationsVariables> {
    let stage = STAGES
        .iter()
        .find(|(name, ..)| Some(*name) == query.get("state"));
    let narrow = ApplicationWhere {
        state: stage.map(|(.., states)| ApplicationStateFilter {
            one_of: Some(states.to_vec()),
        }),
        cohort: query.get("cohort").map(IdFilter::is),
        person: None,
        search: query.text("search"),
    };
    Applications::build(ApplicationsVariables {
        first: ROWS,
        after: after(query),
        narrow,
    })
}

fn row(one: ApplicationRow) -> Cells {
    vec![
        link(
            Route::Application(one.id.into_inner()).href(),
            one.person.name,
        ),
        words(one.school.map_or_else(|| "–".into(), |school| school.name)),
        words(one.cohort.name),
        one.state.tag(),
        words(one.next_step.words()),
        when::ago(&one.updated_at),
    ]
}
