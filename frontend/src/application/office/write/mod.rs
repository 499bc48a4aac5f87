//! One letter to many: written, looked at as it will arrive, sent.

mod look;
mod queries;

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::{filters, list};
use crate::api::narrow::IdFilter;
use crate::application::rows::ApplicationWhere;
use crate::application::words::MailingAudience;
use crate::navigate::{Query, address, expect_focus};
use crate::route::Route;
use crate::ui::choice::Radios;
use crate::ui::field::{TextArea, TextField};
use crate::ui::form::{Field, Form};
use crate::ui::{button, errors, heading};
use queries::{Look, LookVariables, MailingInput, Preview, Sent};

/// In the address, which applications were ticked.
const ONLY: &str = "only";
const BETWEEN: char = '~';

#[derive(Clone)]
enum Stage {
    Writing,
    Looking(Preview),
    Sent(Sent),
}

#[derive(Clone, Copy)]
struct Draft {
    form: Form,
    audience: Field,
    subject: Field,
    body: Field,
    stage: RwSignal<Stage>,
    /// The same however often it is pressed.
    key: StoredValue<String>,
}

/// Where a letter is written to those of the list, or to these alone.
pub fn address_of(query: &Query, ticked: &[String]) -> String {
    let between = BETWEEN.to_string();
    let there = query
        .clone()
        .with("after", "")
        .with(ONLY, &ticked.join(&between));
    format!("{}{}", Route::WriteLetters.href(), there.write())
}

pub fn page() -> AnyView {
    let form = Form::new("write-to-many");
    let random = js_sys::Math::random().to_string();
    let draft = Draft {
        form,
        audience: form.field_or("audience", MailingAudience::Applicants.name()),
        subject: form.field("subject"),
        body: form.field("body"),
        stage: RwSignal::new(Stage::Writing),
        key: StoredValue::new(format!("{}-{random}", js_sys::Date::now())),
    };
    (move || match draft.stage.get() {
        Stage::Writing => writing(draft),
        Stage::Looking(preview) => look::page(draft, preview),
        Stage::Sent(sent) => look::sent(&sent),
    })
    .into_any()
}

impl Draft {
    fn goes_to(self, stage: Stage) {
        expect_focus();
        self.form.clear();
        self.stage.set(stage);
    }

    fn input(self) -> MailingInput {
        MailingInput {
            applications: address().query.with_untracked(meant),
            audience: MailingAudience::named(&self.audience.get())
                .unwrap_or(MailingAudience::Applicants),
            subject: self.subject.get(),
            body: self.body.get(),
        }
    }
}

fn meant(query: &Query) -> ApplicationWhere {
    match query.get(ONLY) {
        None => filters::narrow(query),
        Some(only) => ApplicationWhere {
            id: Some(IdFilter::any(only.split(BETWEEN))),
            ..ApplicationWhere::default()
        },
    }
}

fn whom() -> String {
    address()
        .query
        .with_untracked(|query| match query.get(ONLY) {
            Some(only) => match only.split(BETWEEN).count() {
                1 => "About the application that you ticked.".into(),
                count => format!("About the {count} applications that you ticked."),
            },
            None if filters::is_any(query) => {
                "About the applications that the filters show.".into()
            }
            None => "About all applications.".into(),
        })
}

fn writing(draft: Draft) -> AnyView {
    let Draft {
        form,
        audience,
        subject,
        body,
        ..
    } = draft;
    let send = move || {
        let input = draft.input();
        form.send(Look::build(LookVariables { input }), move |data| {
            draft.goes_to(Stage::Looking(data.mailing_preview));
        });
    };
    let inside = view! {
        <Radios field=audience legend="To whom?" choices=MailingAudience::choices() />
        <TextField field=subject label="Subject" hint="At most 120 characters" />
        <TextArea field=body label="Message" rows="10" hint="Plain text, at most 4,000 characters. An empty line begins a paragraph. The letter greets each by name, so begin with what you have to say." />
        <details class="govuk-details">
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">"Words that differ from letter to letter"</span></summary>
            <div class="govuk-details__text">
                <p class="govuk-body">"Write these in subject or message, with their braces:"</p>
                <ul class="govuk-list govuk-list--bullet">
                    <li><code>"{name}"</code>" – the applicant’s name"</li>
                    <li><code>"{school}"</code>" – the applicant’s school"</li>
                    <li><code>"{cohort}"</code>" – the cohort that they apply for"</li>
                </ul>
            </div>
        </details>
        {button::submit(form, "See the letter")}
    };
    view! {
        {heading::back(back(), "Applications")}
        {errors::summary(form)}
        {heading::heading("Write one letter to many")}
        <p class="govuk-body">{whom()} " Nothing is sent yet: the next page shows the letter, and who would get it."</p>
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}

fn back() -> String {
    address()
        .query
        .with_untracked(|query| list::address_of(&query.clone().with(ONLY, "")))
}
