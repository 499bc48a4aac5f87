//! Writing the next version and publishing it.

use cynic::{MutationBuilder, QueryBuilder};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::queries::{
    Programme, Programmes, PublishAgreementTextInput, PublishText, PublishVariables,
};
use super::try_out;
use crate::api::{Problem, ask};
use crate::application::office::place::Place;
use crate::navigate::go;
use crate::ui::answer::{answer, show};
use crate::ui::field::{TextArea, TextField};
use crate::ui::form::{Field, Form};
use crate::ui::table::{plain, table, words};
use crate::ui::{banner, button, errors, heading, state};

/// What stands in braces, and what it becomes.
const PLACEHOLDERS: [(&str, &str); 6] = [
    ("{applicant}", "The applicant’s name; has to be there"),
    ("{school}", "The school’s name; has to be there"),
    ("{award}", "The award’s name"),
    ("{provider}", "Who runs the programme"),
    (
        "{release_days}",
        "How many days the applicant is released for; a number",
    ),
    (
        "{role}",
        "“is the SENCO of the school, since the day that the school states” or “is to become a SENCO”",
    ),
];

/// What the page knows while somebody writes.
#[derive(Clone, Copy)]
struct Writing {
    form: Form,
    title: Field,
    body: Field,
    note: Field,
    /// The version that it is written from.
    base: RwSignal<i32>,
    /// The one that somebody else published meanwhile.
    theirs: RwSignal<Option<Programme>>,
    is_asking: RwSignal<bool>,
}

pub fn page(id: String) -> AnyView {
    let programmes = answer(|| Programmes::build(()));
    show(programmes, move |data| {
        let found = data.agreement_programmes.into_iter();
        let one = found.into_iter().find(|one| one.id.inner() == id);
        one.map_or_else(state::not_found, drawn)
    })
}

fn drawn(programme: Programme) -> AnyView {
    let form = Form::new(format!("agreement-text-{}", programme.id.inner()));
    // Goes along with what was typed: text that is found again after somebody else has published must not pass for what
    // follows theirs.
    let begun_from = form.field_or("expectedNumber", &programme.number.to_string());
    let writing = Writing {
        form,
        title: form.field_or("title", &programme.title),
        body: form.field_or("body", &programme.body),
        note: form.field("note"),
        base: RwSignal::new(begun_from.get().parse().unwrap_or(programme.number)),
        theirs: RwSignal::new(None),
        is_asking: RwSignal::new(false),
    };
    let (title, body) = (programme.title.clone(), programme.body.clone());
    Effect::new(move |_| {
        let base = writing.base.get();
        if writing.title.value.get() != title || writing.body.value.get() != body {
            begun_from.set(base.to_string());
        }
    });
    let id = programme.id.clone();
    Effect::new(move |_| {
        if matches!(form.refused.get(), Some(Problem::Conflict)) {
            writing.look_at_theirs(id.clone());
        }
    });
    let id = programme.id.clone();
    let inside = view! {
        <TextField field=writing.title label="Title" />
        <TextArea field=writing.body label="Text" rows="20" hint="One paragraph, heading or point a line. At most 20,000 characters." />
        <TextArea field=writing.note label="Why is a new version needed? (optional)" rows="2" hint="For whoever looks back later. Schools do not read it." />
        {move || match writing.is_asking.get() {
            true => writing.confirmation(),
            false => button::submit(form, "Publish…"),
        }}
    };
    let name = programme.name;
    view! {
        {heading::back(Place::AgreementTexts.href(), "Versions")}
        {errors::summary(form)}
        {move || writing.theirs.get().map(|theirs| writing.conflict(theirs))}
        {move || heading::captioned(name.clone(), move_on(writing.base.get()))}
        {help()}
        {button::form(form, move || writing.send(id.clone()), inside.into_any())}
        {try_out::pane(programme.id, writing.title, writing.body, writing.base)}
    }
    .into_any()
}

fn move_on(number: i32) -> String {
    format!("Write version {} of the agreement", number + 1)
}

fn help() -> AnyView {
    let rows = PLACEHOLDERS
        .into_iter()
        .map(|(name, meaning)| vec![words(name), words(meaning)])
        .collect();
    let columns = [plain("In the text"), plain("What schools read")];
    view! {
        <details class="govuk-details">
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">"How to write headings, points and names"</span></summary>
            <div class="govuk-details__text">
                <p class="govuk-body">"A line that begins with “## ” is a heading, one that begins with “- ” a point of a list. Every other line is a paragraph of its own."</p>
                {table("What stands in braces is filled in", &columns, rows)}
            </div>
        </details>
    }
    .into_any()
}

impl Writing {
    /// The first press asks, the second publishes.
    fn send(self, programme: cynic::Id) {
        if !self.is_asking.get_untracked() {
            self.is_asking.set(true);
            return;
        }
        self.is_asking.set(false);
        let input = PublishAgreementTextInput {
            programme_id: programme,
            expected_number: self.base.get_untracked(),
            title: self.title.get(),
            body: self.body.get(),
            note: self.note.filled(),
        };
        self.form
            .send(PublishText::build(PublishVariables { input }), |told| {
                let published = told.publish_agreement_text;
                go(&Place::AgreementText(published.id.into_inner()).href());
                banner::done(format!(
                    "Version {} is published. Whoever is asked from now on gets it.",
                    published.number
                ));
            });
    }

    fn confirmation(self) -> AnyView {
        let number = self.base.get_untracked() + 1;
        view! {
            <div class="govuk-inset-text" role="alert">
                <p class="govuk-body"><strong>{format!("Publish version {number}?")}</strong></p>
                <ul class="govuk-list govuk-list--bullet">
                    <li>"Whoever is asked to sign from now on gets this version."</li>
                    <li>"Whoever was asked before keeps the version that they were shown, and can still sign it."</li>
                    <li>"What is signed never changes. If such an application is put off to a later cohort, the school is asked anew."</li>
                    <li>"A version that is published cannot be changed or taken back; you can publish another one."</li>
                </ul>
                <div class="govuk-button-group">
                    {button::submit(self.form, format!("Yes, publish version {number}"))}
                    <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| self.is_asking.set(false)>"Go on writing"</button>
                </div>
            </div>
        }
        .into_any()
    }

    fn look_at_theirs(self, programme: cynic::Id) {
        spawn_local(async move {
            let Ok(found) = ask(Programmes::build(())).await else {
                return;
            };
            let mut found = found.agreement_programmes.into_iter();
            let theirs = found.find(|one| one.id == programme);
            let _ = self.theirs.try_set(theirs);
        });
    }

    /// Somebody else was faster: both texts are there, and nothing is lost.
    fn conflict(self, theirs: Programme) -> AnyView {
        let (number, body) = (theirs.number, theirs.body.clone());
        let go_on = move |_| {
            self.base.set(number);
            self.theirs.set(None);
            self.form.clear();
        };
        let take = move |_| {
            self.title.set(theirs.title.clone());
            self.body.set(theirs.body.clone());
            go_on(());
        };
        view! {
            <div class="govuk-inset-text" id="conflict">
                <h2 class="govuk-heading-m">{format!("Version {number} was published meanwhile")}</h2>
                <p class="govuk-body">"What you typed is still below. This is the text of that version:"</p>
                <div class="portal-prose govuk-body">{body}</div>
                <div class="govuk-button-group">
                    <button type="button" class="govuk-button" on:click=move |_| go_on(())>"Go on with what I typed, after that version"</button>
                    <button type="button" class="govuk-button govuk-button--secondary" on:click=take>"Begin again from that version"</button>
                </div>
            </div>
        }
        .into_any()
    }
}
