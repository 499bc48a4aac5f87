//! Adding a school.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::queries::{AddSchool, AddSchoolInput, AddSchoolVariables};
use crate::navigate::go;
use crate::route::Route;
use crate::ui::field::TextField;
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading};

pub fn page() -> AnyView {
    let form = Form::new("school");
    let [urn, name, town, postcode, authority, head, head_email] = [
        "urn",
        "name",
        "town",
        "postcode",
        "localAuthority",
        "headName",
        "headEmail",
    ]
    .map(|name| form.field(name));
    let send = move || {
        let input = AddSchoolInput {
            urn: urn.required("Enter the school’s URN"),
            name: name.required("Enter the school’s name"),
            town: town.required("Enter the town"),
            postcode: postcode.required("Enter the postcode"),
            local_authority: authority.required("Enter the local authority"),
            head_name: head.filled(),
            head_email: head_email.filled(),
        };
        form.send(AddSchool::build(AddSchoolVariables { input }), |data| {
            go(&Route::Schools.href());
            banner::done(format!("{} is added.", data.add_school.name));
        });
    };
    let inside = view! {
        <TextField field=urn label="URN" hint="The school’s unique reference number: 6 digits" numeric=true width="govuk-input--width-5" />
        <TextField field=name label="Name" />
        <TextField field=town label="Town" />
        <TextField field=postcode label="Postcode" width="govuk-input--width-10" />
        <TextField field=authority label="Local authority" />
        <TextField field=head label="Headteacher’s name (optional)" />
        <TextField field=head_email label="Headteacher’s e-mail address (optional)" kind="email"
            hint="Check it against the school’s own record: the digest of progress goes there." />
        {button::submit(form, "Add the school")}
    };
    view! {
        {heading::back(Route::Schools.href(), "Schools")}
        {errors::summary(form)}
        {heading::heading("Add a school")}
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}
