//! One's own applications, and beginning another.

use cynic::{MutationBuilder, QueryBuilder};
use leptos::prelude::*;

use super::changes::{Begin, BeginApplicationInput, BeginVariables};
use super::own::{Mine, MineQuery, MineVariables, OpenCohort, OpenCohorts};
use super::rows::ApplicationWhere;
use super::words::ApplicationState;
use crate::api::narrow::IdFilter;
use crate::navigate::go;
use crate::route::Route;
use crate::session::who;
use crate::ui::answer::{answer, show};
use crate::ui::choice::{Choice, Radios};
use crate::ui::form::Form;
use crate::ui::table::{link, plain, table, words};
use crate::ui::{button, errors, heading, state, when};

fn mine() -> cynic::Operation<MineQuery, MineVariables> {
    let person = who().map(|who| IdFilter::is(who.id.into_inner()));
    MineQuery::build(MineVariables {
        narrow: ApplicationWhere {
            person,
            ..ApplicationWhere::default()
        },
    })
}

/// The one that is under way, or else a new one: for who has just signed in to apply.
pub fn arrive() -> AnyView {
    show(answer(mine), |data| {
        let live = data
            .applications
            .nodes
            .into_iter()
            .find(|one| one.ended_at.is_none() && one.state != ApplicationState::Enrolled);
        let href = live.map_or(Route::BeginApplication, |one| {
            Route::Application(one.id.into_inner())
        });
        // Once this page is drawn: it is about to be replaced.
        Effect::new(move |_| crate::navigate::replace(&href.href()));
        state::loading()
    })
}

/// All of somebody's own.
pub fn list() -> AnyView {
    show(answer(mine), |data| {
        let rows: Vec<Mine> = data.applications.nodes;
        if rows.is_empty() {
            return view! {
                {heading::heading("Your applications")}
                {state::empty("You have not applied for a place yet.")}
                {button::link(Route::BeginApplication.href(), "Begin an application")}
            }
            .into_any();
        }
        let rows = rows
            .into_iter()
            .map(|one| {
                let href = Route::Application(one.id.into_inner()).href();
                vec![
                    link(
                        href,
                        format!("{}, {}", one.cohort.award.name, one.cohort.name),
                    ),
                    one.state.tag(),
                    words(when::short_day(&one.cohort.starts_on)),
                    when::ago(&one.updated_at),
                ]
            })
            .collect();
        let columns = [
            plain("Application"),
            plain("Where it stands"),
            plain("Begins"),
            plain("Last change"),
        ];
        view! {
            {heading::heading("Your applications")}
            {table("Your applications", &columns, rows)}
            {button::secondary(Route::BeginApplication.href(), "Begin another application")}
        }
        .into_any()
    })
}

/// Choosing what to apply to.
pub fn page() -> AnyView {
    show(answer(|| OpenCohorts::build(())), |data| {
        let open: Vec<OpenCohort> = data.cohorts.into_iter().filter(|one| one.open).collect();
        match open.is_empty() {
            true => closed(),
            false => choose(open),
        }
    })
}

fn closed() -> AnyView {
    view! {
        {heading::back(Route::Applications.href(), "Your applications")}
        {heading::heading("No programme takes applications now")}
        <p class="govuk-body">"Come back when the next ones open, or write to the programme office."</p>
    }
    .into_any()
}

fn choose(open: Vec<OpenCohort>) -> AnyView {
    let form = Form::new("begin");
    let only = match &open[..] {
        [one] => one.id.inner().to_string(),
        _ => String::new(),
    };
    let cohort = form.field_or("cohortId", &only);
    let choices = open
        .iter()
        .map(|one| {
            let until = one
                .applications_to
                .as_ref()
                .map(|day| format!(" Apply by {}.", when::short_day(day)));
            Choice::new(one.id.inner(), format!("{}, {}", one.award.name, one.name)).hint(format!(
                "From {} to {}.{}",
                when::short_day(&one.starts_on),
                when::short_day(&one.ends_on),
                until.unwrap_or_default()
            ))
        })
        .collect();
    let send = move || {
        let input = BeginApplicationInput {
            cohort_id: cynic::Id::new(cohort.required("Choose what you apply for")),
        };
        form.send(Begin::build(BeginVariables { input }), |data| {
            go(&Route::Application(data.begin_application.id.into_inner()).href());
        });
    };
    let inside = view! {
        <Radios field=cohort legend="What do you apply for?" choices=choices />
        {button::submit(form, "Begin")}
    };
    view! {
        {heading::back(Route::Applications.href(), "Your applications")}
        {errors::summary(form)}
        {heading::heading("Begin an application")}
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}
