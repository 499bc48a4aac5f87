//! Looking at a school that somebody entered: a school of its own, or one of the list after all.

use cynic::{MutationBuilder, QueryBuilder};
use leptos::prelude::*;

use super::chosen::{Chosen, place};
use super::queries::{
    CheckSchool, CheckSchoolInput, CheckSchoolVariables, School, SchoolWhere, Schools,
    SchoolsVariables,
};
use super::search::in_field;
use crate::api::narrow::IdFilter;
use crate::navigate::go;
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading, state, summary};

pub fn page(id: String) -> AnyView {
    let school = answer(move || {
        Schools::build(SchoolsVariables {
            first: 1,
            after: None,
            narrow: SchoolWhere {
                id: Some(IdFilter::is(&*id)),
                ..SchoolWhere::default()
            },
        })
    });
    show(school, |data| match data.schools.nodes.into_iter().next() {
        Some(school) if !school.is_listed => drawn(school),
        _ => state::not_found(),
    })
}

fn drawn(school: School) -> AnyView {
    let form = Form::new(format!("check-{}", school.id.inner()));
    let same = form.field("sameAs");
    let (id, name) = (school.id.clone(), school.name.clone());
    let send = Callback::new(move |same_as: Option<Chosen>| {
        let (name, merged) = (name.clone(), same_as.is_some());
        let input = CheckSchoolInput {
            school_id: id.clone(),
            same_as: same_as.map(|chosen| cynic::Id::new(chosen.id)),
        };
        let operation = CheckSchool::build(CheckSchoolVariables { input });
        form.send(operation, move |data| {
            go(&Route::Schools.href());
            let stays = data.check_school.name;
            banner::done(match merged {
                false => format!("{name} is accepted."),
                true => format!("{name} is {stays} of the national list from now on."),
            });
        });
    });
    let merge = move || {
        let chosen = Chosen::read(&same.required("Search for the school and choose it"));
        send.run(chosen);
    };
    let accept = move |_| {
        form.clear();
        send.run(None);
    };
    let street = school.street.clone().unwrap_or_default();
    let inside = view! {
        <h2 class="govuk-heading-m">"If it is on the national list"</h2>
        <p class="govuk-body">"Everybody who is at this school moves to the one that you choose."</p>
        {in_field(same, "Find the school", true)}
        {button::submit(form, "It is this school")}
    };
    view! {
        {heading::back(Route::Schools.href(), "Schools")}
        {errors::summary(form)}
        {heading::heading("Check a school")}
        {summary::list(vec![
            summary::row("Name", school.name.clone()),
            summary::row("Address", place([&street, &school.town, &school.postcode])),
            summary::row("Local authority", school.local_authority.clone()),
            summary::row("Participants", school.participant_count.to_string()),
        ])}
        {button::form(form, merge, inside.into_any())}
        <h2 class="govuk-heading-m">"If it is a school of its own"</h2>
        <p class="govuk-body">"Others can find and choose it from then on."</p>
        <button type="button" class="govuk-button govuk-button--secondary" on:click=accept>"Accept the school"</button>
    }
    .into_any()
}
