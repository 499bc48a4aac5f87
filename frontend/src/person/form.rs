//! Adding somebody who can sign in. Participants are enrolled instead.

use cynic::{MutationBuilder, QueryBuilder};
use leptos::prelude::*;

use super::queries::{AddPerson, AddPersonInput, AddPersonVariables, PersonForm};
use crate::navigate::go;
use crate::route::Route;
use crate::session::Role;
use crate::ui::answer::{answer, show};
use crate::ui::choice::{Checkboxes, Choice, Select};
use crate::ui::field::TextField;
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading};

pub fn page() -> AnyView {
    show(answer(|| PersonForm::build(())), drawn)
}

fn drawn(data: PersonForm) -> AnyView {
    let form = Form::new("person");
    let [name, email, roles, partner] =
        ["name", "email", "roles", "deliveryPartnerId"].map(|name| form.field(name));
    let hosts = move || roles.has(Role::Partner.words());
    let send = move || {
        // In the order of the page, which is the order of the summary.
        let name = name.required("Enter the person’s name");
        let email = email.required("Enter the person’s e-mail address");
        roles.required("Choose at least one role");
        let partner = untrack(hosts)
            .then(|| partner.required("Choose the delivery partner that they sign in for"));
        let input = AddPersonInput {
            name,
            email,
            roles: roles
                .chosen()
                .iter()
                .filter_map(|role| Role::named(role))
                .collect(),
            delivery_partner_id: partner.map(cynic::Id::new),
        };
        form.send(AddPerson::build(AddPersonVariables { input }), |data| {
            go(&Route::People.href());
            banner::done(format!(
                "{} is added and can sign in now.",
                data.add_person.name
            ));
        });
    };
    let mut partners = vec![Choice::new("", "Choose a delivery partner")];
    let known = data.delivery_partners.nodes.iter();
    partners.extend(known.map(|one| Choice::new(one.id.inner(), &*one.name)));
    let choose = move || {
        let choices = partners.clone();
        hosts().then(|| view! { <Select field=partner label="Delivery partner" hint="They see its groups: who is in them, and how far they are" choices=choices /> })
    };
    let inside = view! {
        <TextField field=name label="Full name" />
        <TextField field=email label="E-mail address" kind="email" hint="They sign in with it." />
        <Checkboxes field=roles legend="Roles" hint="To add a participant, enrol them: that names their group, school and mentor." choices=Role::choices() />
        {choose}
        {button::submit(form, "Add the person")}
    };
    view! {
        {heading::back(Route::People.href(), "People")}
        {errors::summary(form)}
        {heading::heading("Add a person")}
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}
