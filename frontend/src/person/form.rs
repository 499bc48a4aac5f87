//! Adding somebody who can sign in. Participants are enrolled instead.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::queries::{AddPerson, AddPersonInput, AddPersonVariables};
use crate::navigate::go;
use crate::route::Route;
use crate::session::Role;
use crate::ui::choice::Checkboxes;
use crate::ui::field::TextField;
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading};

pub fn page() -> AnyView {
    let form = Form::new("person");
    let [name, email, roles] = ["name", "email", "roles"].map(|name| form.field(name));
    let send = move || {
        // In the order of the page, which is the order of the summary.
        let name = name.required("Enter the person’s name");
        let email = email.required("Enter the person’s e-mail address");
        roles.required("Choose at least one role");
        let input = AddPersonInput {
            name,
            email,
            roles: roles
                .chosen()
                .iter()
                .filter_map(|role| Role::named(role))
                .collect(),
        };
        form.send(AddPerson::build(AddPersonVariables { input }), |data| {
            go(&Route::People.href());
            banner::done(format!(
                "{} is added and can sign in now.",
                data.add_person.name
            ));
        });
    };
    let inside = view! {
        <TextField field=name label="Full name" />
        <TextField field=email label="E-mail address" kind="email" hint="They sign in with it." />
        <Checkboxes field=roles legend="Roles" hint="To add a participant, enrol them: that names their group, school and mentor." choices=Role::choices() />
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
