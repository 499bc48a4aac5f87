//! What the office noted down about an application, and writing more of it. Only the office sees it.

use cynic::{MutationBuilder, QueryBuilder};
use leptos::prelude::*;

use super::status_check;
use crate::api::{ById, Moment, schema};
use crate::ui::answer::{Answer, answer, show};
use crate::ui::field::TextArea;
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, state, when};

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "crate::api::ById")]
pub struct NotesQuery {
    #[arguments(id: $id)]
    pub application: Noted,
}
reads!(NotesQuery { application });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Application")]
pub struct Noted {
    pub id: cynic::Id,
    pub notes: Vec<Note>,
    pub teacher_status_check: Option<Note>,
}
reads!(Noted {
    id,
    notes,
    teacher_status_check
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ApplicationNote")]
pub struct Note {
    pub text: Option<String>,
    pub written_by: String,
    pub written_at: Moment,
}
reads!(Note {
    text,
    written_by,
    written_at
});

#[derive(cynic::InputObject, Clone, Debug)]
pub struct AddApplicationNoteInput {
    pub application_id: cynic::Id,
    pub text: String,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct AddVariables {
    pub input: AddApplicationNoteInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "AddVariables")]
pub struct Add {
    #[arguments(input: $input)]
    #[allow(dead_code)]
    pub add_application_note: Note,
}
reads!(Add {
    add_application_note
});

/// The office's own part of an application's page.
pub fn panels(application: &cynic::Id) -> AnyView {
    let id = application.clone();
    let noted = answer(move || NotesQuery::build(ById { id: id.clone() }));
    show(noted, move |data| {
        let one = data.application;
        let notes: Vec<AnyView> = one.notes.iter().map(shown).collect();
        let none = notes
            .is_empty()
            .then(|| state::empty("Nothing is noted down yet."));
        view! {
            {status_check::panel(&one, noted)}
            <h2 class="govuk-heading-m">"Notes of the programme office"</h2>
            <p class="govuk-body">"Only administrators read these. A note stays as it was written."</p>
            {none}
            <ol class="govuk-list">{notes}</ol>
            {form(&one, noted)}
        }
        .into_any()
    })
}

fn shown(note: &Note) -> AnyView {
    view! {
        <li class="govuk-inset-text">
            <p class="govuk-body portal-prose">{note.text.clone()}</p>
            <p class="govuk-body-s">{by(note)}</p>
        </li>
    }
    .into_any()
}

/// Who wrote a note, and when.
pub fn by(note: &Note) -> AnyView {
    view! { {note.written_by.clone()} ", " {when::exact(&note.written_at)} }.into_any()
}

fn form(noted: &Noted, answer: Answer<NotesQuery>) -> AnyView {
    let form = Form::new(format!("note-{}", noted.id.inner()));
    let text = form.field("text");
    let id = noted.id.clone();
    let send = move || {
        let input = AddApplicationNoteInput {
            application_id: id.clone(),
            text: text.get(),
        };
        form.send(Add::build(AddVariables { input }), move |_| {
            banner::done("The note is written.");
            answer.reload();
        });
    };
    let inside = view! {
        <TextArea field=text label="Write a note" rows="3" hint="At most 2,000 characters" />
        {button::submit(form, "Add the note")}
    };
    view! { {errors::summary(form)} {button::form(form, send, inside.into_any())} }.into_any()
}
