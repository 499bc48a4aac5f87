//! Adding a group.

use cynic::{MutationBuilder, QueryBuilder};
use leptos::prelude::*;

use super::fields::Fields;
use super::queries::{AddGroup, AddGroupInput, AddGroupVariables, GroupForm};
use crate::navigate::go;
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::choice::{Choice, Select};
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading, when};

pub fn page() -> AnyView {
    show(answer(|| GroupForm::build(())), drawn)
}

fn drawn(data: GroupForm) -> AnyView {
    let form = Form::new("group");
    let cohort = form.field("cohortId");
    let fields = Fields::new(form, None);
    let send = move || {
        let cohort = cohort.required("Choose a cohort");
        let said = fields.read();
        let input = AddGroupInput {
            cohort_id: cynic::Id::new(cohort),
            name: said.name,
            place: said.place,
            mode: said.mode,
            tutor_id: said.tutor_id,
            venue: said.venue,
            postcode: said.postcode,
            capacity: said.capacity,
            delivery_partner_id: said.delivery_partner_id,
        };
        form.send(AddGroup::build(AddGroupVariables { input }), |data| {
            go(&Route::Groups.href());
            banner::done(format!("{} is added.", data.add_group.name));
        });
    };
    let mut cohorts = vec![Choice::new("", "Choose a cohort")];
    cohorts.extend(data.cohorts.iter().map(|one| {
        Choice::new(
            one.id.inner(),
            format!("{}, from {}", one.name, when::short_day(&one.starts_on)),
        )
    }));
    let inside = view! {
        <Select field=cohort label="Cohort" choices=cohorts />
        {fields.drawn(&data.people, &data.delivery_partners)}
        {button::submit(form, "Add the group")}
    };
    view! {
        {heading::back(Route::Groups.href(), "Groups")}
        {errors::summary(form)}
        {heading::heading("Add a group")}
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}
