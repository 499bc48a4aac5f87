//! The cohorts, to choose whose places are to be offered.

use cynic::QueryBuilder;
use leptos::prelude::*;

use crate::application::own::OpenCohorts;
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::heading;
use crate::ui::table::{link, plain, table, words};
use crate::ui::{state, when};

pub fn page() -> AnyView {
    view! {
        {heading::back(Route::Applications.href(), "Applications")}
        {heading::heading("Places")}
        <p class="govuk-body">"Choose a cohort to offer places to all its applicants at once."</p>
        {show(answer(|| OpenCohorts::build(())), listed)}
    }
    .into_any()
}

fn listed(data: OpenCohorts) -> AnyView {
    if data.cohorts.is_empty() {
        return state::empty("There are no cohorts yet.");
    }
    let columns = [plain("Cohort"), plain("Award"), plain("Starts")];
    let rows = data.cohorts.into_iter().map(|one| {
        vec![
            link(Route::CohortPlaces(one.id.into_inner()).href(), one.name),
            words(one.award.name),
            when::day(&one.starts_on),
        ]
    });
    table("Cohorts", &columns, rows.collect())
}
