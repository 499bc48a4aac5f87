//! Entering a school that is not on the national list, in the place where it was looked for.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::queries::{AddUnlistedSchool, AddUnlistedSchoolInput, AddUnlistedSchoolVariables};
use super::search::Search;
use crate::navigate::focus;
use crate::ui::errors;
use crate::ui::field::TextField;
use crate::ui::form::Form;

/// Leads to the form, and back to the box.
pub fn way_in(search: Search) -> AnyView {
    let entering = RwSignal::new(false);
    let words = move || match entering.get() {
        true => "Search for the school instead",
        false => "The school is not listed",
    };
    let turn = move |_| {
        entering.update(|entering| *entering = !*entering);
        if !entering.get_untracked() {
            focus(search.field.name);
        }
    };
    view! {
        <p class="govuk-body">
            <button type="button" class="portal-link-button" aria-expanded=move || entering.get().to_string() on:click=turn>{words}</button>
        </p>
        {move || entering.get().then(|| fields(search, entering))}
    }
    .into_any()
}

/// No form element, since it stands within one.
fn fields(search: Search, entering: RwSignal<bool>) -> AnyView {
    let form = Form::new("unlisted-school");
    let [name, street, town, postcode, authority] =
        ["schoolName", "street", "town", "postcode", "localAuthority"].map(|name| form.field(name));
    let send = move || {
        form.clear();
        let input = AddUnlistedSchoolInput {
            school_name: name.required("Enter the school’s name"),
            street: street.filled(),
            town: town.required("Enter the town"),
            postcode: postcode.required("Enter the postcode"),
            local_authority: authority.required("Enter the local authority, or the country"),
        };
        let operation = AddUnlistedSchool::build(AddUnlistedSchoolVariables { input });
        form.send(operation, move |data| {
            search.pick(data.add_unlisted_school);
            entering.set(false);
            focus(search.field.name);
        });
    };
    let on_enter = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            send();
        }
    };
    view! {
        <fieldset class="govuk-fieldset portal-unlisted">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">"A school that is not on the national list"</legend>
            <p class="govuk-hint">"An administrator looks at it before others find it. You can go on at once."</p>
            {errors::summary(form)}
            <div on:keydown=on_enter>
                <TextField field=name label="Name of the school" />
                <TextField field=street label="Street and number (optional)" />
                <TextField field=town label="Town" />
                <TextField field=postcode label="Postcode" width="govuk-input--width-10" />
                <TextField field=authority label="Local authority" hint="For a school abroad, its country" />
            </div>
            <button type="button" class="govuk-button govuk-button--secondary" aria-disabled=move || form.busy.get().then_some("true")
                on:click=move |_| send()>"Use this school"</button>
        </fieldset>
    }
    .into_any()
}
