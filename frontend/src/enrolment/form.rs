//! Enrolling a participant, with the mentor whom the school nominated.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::enrol::{Enrol, EnrolInput, EnrolVariables};
use crate::navigate::go;
use crate::route::Route;
use crate::school::chosen::Chosen;
use crate::ui::date_input::DateInput;
use crate::ui::field::TextField;
use crate::ui::form::{Field, Form};
use crate::ui::{banner, button, errors, heading};
use crate::{group, school};

pub fn page() -> AnyView {
    let form = Form::new("enrol");
    let [name, email, group, school, appointed] =
        ["name", "email", "groupId", "schoolId", "appointedOn"].map(|name| form.field(name));
    let [mentor_name, mentor_email, mentor_post, nominated_by] =
        ["mentorName", "mentorEmail", "mentorPost", "nominatedBy"].map(|name| form.field(name));
    let send = move || {
        let input = EnrolInput {
            name: name.required("Enter the participant’s full name"),
            email: email.required("Enter the participant’s e-mail address"),
            group_id: cynic::Id::new(group.required("Choose a group")),
            school_id: cynic::Id::new(school_id(school)),
            appointed_on: appointed.day(),
            mentor_name: mentor_name.required("Enter the mentor’s full name"),
            mentor_email: mentor_email.required("Enter the mentor’s e-mail address"),
            mentor_post: mentor_post.required("Enter the mentor’s post"),
            nominated_by: nominated_by.required("Enter who signed the nomination"),
        };
        form.send(Enrol::build(EnrolVariables { input }), move |data| {
            go(&Route::Participant(data.enrol.id.into_inner()).href());
            banner::done("Enrolled. The participant can sign in now.");
        });
    };
    let inside = view! {
        <h2 class="govuk-heading-m">"The participant"</h2>
        <TextField field=name label="Full name" />
        <TextField field=email label="E-mail address" kind="email" hint="They sign in with it." />
        {group::choose::select(group, "Group", "Choose a group")}
        {school::search::in_field(school, "School", false)}
        <DateInput field=appointed legend="When did they become SENCO? (optional)" hint="Leave it empty if they are not appointed yet." />
        <h2 class="govuk-heading-m">"The mentor"</h2>
        <p class="govuk-body">"As the school’s signed nomination says. The mentor’s address must differ from the participant’s."</p>
        <TextField field=mentor_name label="Mentor’s full name" />
        <TextField field=mentor_email label="Mentor’s e-mail address" kind="email" />
        <TextField field=mentor_post label="Mentor’s post" hint="For example, deputy headteacher" />
        <TextField field=nominated_by label="Who at the school signed the nomination?" />
        {button::submit(form, "Enrol")}
    };
    view! {
        {heading::back(Route::Participants.href(), "Participants")}
        {errors::summary(form)}
        {heading::heading("Enrol a participant")}
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}

fn school_id(school: Field) -> String {
    let chosen = Chosen::read(&school.required("Search for the school and choose it"));
    chosen.map(|chosen| chosen.id).unwrap_or_default()
}
