//! Offering a place: choosing a group of the cohort.

use cynic::{MutationBuilder, QueryBuilder};
use leptos::prelude::*;

use super::groups::{GroupRow, GroupWhere, GroupsQuery, GroupsVariables};
use crate::api::narrow::IdFilter;
use crate::application::answers::said;
use crate::application::changes::{Offer, OfferPlaceInput, OfferVariables};
use crate::application::queries::Application;
use crate::application::step::not_now;
use crate::application::words::ApplicationAction;
use crate::navigate::go;
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::choice::{Choice, Radios};
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading, state, summary, when};

pub fn page(application: Application) -> AnyView {
    if !application.may(ApplicationAction::Offer) {
        return not_now(&application);
    }
    let cohort = application.cohort.id.inner().to_string();
    let groups = answer(move || {
        GroupsQuery::build(GroupsVariables {
            narrow: GroupWhere {
                cohort: Some(IdFilter::is(cohort.clone())),
            },
        })
    });
    show(groups, move |data| {
        choose(application.clone(), data.groups.nodes)
    })
}

fn choose(application: Application, groups: Vec<GroupRow>) -> AnyView {
    let back = application.href();
    let form = Form::new(format!("offer-{}", application.id.inner()));
    let group = form.field("groupId");
    let none = groups
        .is_empty()
        .then(|| state::empty("This cohort has no groups yet. Add one first."));
    let choices = groups
        .into_iter()
        .map(|one| {
            let tutor = one
                .tutor
                .map_or_else(|| "no tutor yet".into(), |tutor| tutor.name);
            Choice::new(one.id.into_inner(), format!("{}, {}", one.name, one.place)).hint(format!(
                "{}, {tutor}, {}",
                one.mode.words(),
                places(one.capacity, one.places_taken)
            ))
        })
        .collect();
    let (id, href) = (application.id.clone(), back.clone());
    let send = move || {
        let href = href.clone();
        let input = OfferPlaceInput {
            application_id: id.clone(),
            group_id: cynic::Id::new(group.required("Choose a group")),
        };
        form.send(Offer::build(OfferVariables { input }), move |_| {
            go(&href);
            banner::done("The place is offered. The applicant gets a letter.");
        });
    };
    let told = |name| match said(&application, name) {
        empty if empty.is_empty() => "Not given".to_string(),
        words => words,
    };
    let inside = view! {
        <Radios field=group legend="Group" choices=choices />
        {button::submit(form, "Offer the place")}
    };
    view! {
        {heading::back(back, application.person.name.clone())}
        {errors::summary(form)}
        {heading::captioned(application.person.name.clone(), "Offer a place")}
        {summary::list(vec![
            summary::row("Would like to be taught", told("mode")),
            summary::row("Could come to", told("places")),
            summary::row("Needs", told("accessNeeds")),
        ])}
        {none}
        {button::form(form, send, inside.into_any())}
        <p class="govuk-body"><a class="govuk-link" href=Route::AddGroup.href()>"Add a group"</a></p>
    }
    .into_any()
}

fn places(capacity: Option<i32>, taken: i32) -> String {
    match capacity {
        None => when::count(taken, "place taken", "places taken"),
        Some(all) => format!(
            "{} left of {all}",
            when::count((all - taken).max(0), "place", "places")
        ),
    }
}
