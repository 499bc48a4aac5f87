//! That somebody at the office has seen the applicant's teacher status.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::notes::{Note, Noted, NotesQuery, by};
use crate::api::schema;
use crate::ui::answer::Answer;
use crate::ui::field::TextField;
use crate::ui::form::Form;
use crate::ui::{banner, button, errors};

#[derive(cynic::InputObject, Clone, Debug)]
pub struct CheckTeacherStatusInput {
    pub application_id: cynic::Id,
    pub remark: Option<String>,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct CheckVariables {
    pub input: CheckTeacherStatusInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "CheckVariables")]
pub struct Check {
    #[arguments(input: $input)]
    #[allow(dead_code)]
    pub check_teacher_status: Note,
}
reads!(Check {
    check_teacher_status
});

pub fn panel(noted: &Noted, answer: Answer<NotesQuery>) -> AnyView {
    let (said, press) = match &noted.teacher_status_check {
        Some(check) => (seen(check), "I have seen it again"),
        None => (
            view! { <p class="govuk-body">"Nobody has noted yet that they saw it. Look in the register of teachers; who has QTLS is on the list of the Society for Education and Training."</p> }
                .into_any(),
            "I have seen the teacher status",
        ),
    };
    let form = Form::new(format!("teacher-status-{}", noted.id.inner()));
    let remark = form.field("remark");
    let id = noted.id.clone();
    let send = move || {
        let input = CheckTeacherStatusInput {
            application_id: id.clone(),
            remark: Some(remark.get()),
        };
        form.send(Check::build(CheckVariables { input }), move |_| {
            banner::done("Noted: the teacher status was seen.");
            answer.reload();
        });
    };
    let inside = view! {
        <TextField field=remark label="What you saw, and where (optional)" hint="For example, “QTS since 2014, in the register”" />
        {button::submit(form, press)}
    };
    view! {
        <h2 class="govuk-heading-m">"Teacher status seen"</h2>
        {said}
        {errors::summary(form)}
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}

fn seen(check: &Note) -> AnyView {
    let remark = check.text.clone();
    let remark = remark.map(|text| view! { <p class="govuk-body portal-prose">{text}</p> });
    view! { <p class="govuk-body">"Seen by " {by(check)} "."</p> {remark} }.into_any()
}
