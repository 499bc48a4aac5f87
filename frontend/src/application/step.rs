//! One page of questions. What is answered is saved before the next page comes.

use cynic::MutationBuilder;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::answers::{input, read_out, said};
use super::asked::{Asked, Kind, Question};
use super::changes::{Save, SaveVariables};
use super::check::take_complaints;
use super::control::control;
use super::needs;
use super::order::{applies, page_at, position};
use super::queries::{Application, ApplicationQuery};
use super::question;
use super::questions::QUESTIONS;
use super::words::ApplicationAction;
use crate::api::{Problem, ask};
use crate::navigate::{address, go};
use crate::ui::answer::{answer, show};
use crate::ui::form::{Field, Form};
use crate::ui::{button, errors, heading, state, summary};

pub fn page(id: String, name: String) -> AnyView {
    let Some(at) = position(&name) else {
        return state::not_found();
    };
    show(answer(move || question(&id)), move |data| {
        let application = data.application;
        match application.may(ApplicationAction::Save) {
            true => Sheet::new(application, at).drawn(),
            false => not_now(&application),
        }
    })
}

/// What stands in place of something that an application does not allow, or not any more.
pub fn not_now(application: &Application) -> AnyView {
    view! {
        {heading::captioned(application.what_for(), "This cannot be done now")}
        <p class="govuk-body">"The application: " {application.state.tag()}</p>
        {button::link(application.href(), "See where it stands")}
    }
    .into_any()
}

/// A page of questions while it is filled in.
#[derive(Clone, Copy)]
struct Sheet {
    at: usize,
    form: Form,
    fields: StoredValue<Vec<Field>>,
    /// What the server holds, as far as we know.
    base: StoredValue<Application>,
    /// What it holds instead, because somebody was faster.
    theirs: RwSignal<Option<Application>>,
}

impl Sheet {
    fn new(application: Application, at: usize) -> Sheet {
        let asked = QUESTIONS[at].asked;
        let form = Form::new(format!("application-{}-{at}", application.id.inner()));
        let fields = asked
            .iter()
            .map(|one| form.field_or(one.name, &said(&application, one.name)))
            .collect();
        let sheet = Sheet {
            at,
            form,
            fields: StoredValue::new(fields),
            base: StoredValue::new(application),
            theirs: RwSignal::new(None),
        };
        form.problems.set(take_complaints(asked));
        Effect::new(move |_| {
            if matches!(form.refused.get(), Some(Problem::Conflict)) {
                sheet.compare();
            }
        });
        sheet
    }

    fn question(self) -> &'static Question {
        &QUESTIONS[self.at]
    }

    fn field(self, name: &str) -> Option<Field> {
        self.fields
            .with_value(|fields| fields.iter().find(|field| field.name == name).copied())
    }

    /// What is typed here, or else what was saved.
    fn given(self, name: &str) -> String {
        match self.field(name) {
            Some(field) => field.value.get(),
            None => self.base.with_value(|base| said(base, name)),
        }
    }

    fn drawn(self) -> AnyView {
        let Question { title, intro, .. } = self.question();
        let back = match self.at.checked_sub(1) {
            Some(before) => self.base.with_value(|base| base.page(page_at(before))),
            None => self.base.with_value(Application::href),
        };
        let fields: Vec<AnyView> = self
            .question()
            .asked
            .iter()
            .map(|one| self.drawn_field(one))
            .collect();
        let inside = view! {
            {fields}
            {button::submit(self.form, "Save and continue")}
        };
        let intro =
            (!intro.is_empty()).then(|| view! { <p class="govuk-body">{*intro}</p> }.into_any());
        view! {
            {heading::back(back, "Back")}
            {errors::summary(self.form)}
            {move || self.theirs.get().map(|theirs| self.conflict(theirs))}
            {heading::captioned(format!("Question {} of {}", self.at + 1, QUESTIONS.len()), *title)}
            {intro}
            {button::form(self.form, move || self.send(), inside.into_any())}
            <p class="govuk-body">"What you have answered is saved whenever you continue. You can go on another day, on any device."</p>
        }
        .into_any()
    }

    fn drawn_field(self, asked: &'static Asked) -> AnyView {
        let Some(field) = self.field(asked.name) else {
            return ().into_any();
        };
        let shown = Memo::new(move |_| applies(asked.name, &|name| self.given(name)));
        (move || shown.get().then(|| control(field, asked))).into_any()
    }

    fn send(self) {
        for asked in self.question().asked {
            self.look_at(asked);
        }
        let operation = self.base.with_value(|base| {
            Save::build(SaveVariables {
                input: input(base, &|name| self.given(name)),
            })
        });
        let checking = address()
            .query
            .with_untracked(|query| query.get("then").is_some());
        let needed = needs::is_needed(&|name| self.given(name));
        let next = match page_at(self.at + 1) {
            _ if checking => "check",
            "check" if needed => needs::PAGE,
            next => next,
        };
        let next = self.base.with_value(|base| base.page(next));
        self.form.send(operation, move |_| go(&next));
    }

    /// What the server could not complain about, because it gets no words but values.
    fn look_at(self, asked: &'static Asked) {
        let Some(field) = self.field(asked.name) else {
            return;
        };
        if !applies(asked.name, &|name| self.given(name)) {
            return;
        }
        let typed = field.get();
        // The three empty boxes of a day are kept as two strokes.
        if typed.trim_matches(['/', ' ']).is_empty() && !asked.missing.is_empty() {
            self.form.complain(asked.name, asked.missing);
        } else if matches!(asked.kind, Kind::Day) {
            field.day();
        } else if matches!(asked.kind, Kind::Number) && typed.trim().parse::<i32>().is_err() {
            self.form.complain(asked.name, "Enter a number, such as 6");
        }
    }

    /// Somebody was faster, perhaps we ourselves on another device. Only if it was on this page there is something to ask.
    fn compare(self) {
        let id = self.base.with_value(|base| base.id.inner().to_string());
        spawn_local(async move {
            let reply = ask(question(&id)).await;
            if self.theirs.try_get_untracked().is_none() {
                return;
            }
            match reply {
                Ok(ApplicationQuery { application }) => {
                    let same = |one: &Asked| {
                        self.base.with_value(|base| said(base, one.name))
                            == said(&application, one.name)
                    };
                    match self.question().asked.iter().all(same) {
                        true => self.go_on_from(application),
                        false => {
                            self.form.clear();
                            self.theirs.set(Some(application));
                        }
                    }
                }
                Err(problem) => self.form.refused.set(Some(problem)),
            }
        });
    }

    fn go_on_from(self, theirs: Application) {
        self.base.set_value(theirs);
        self.theirs.set(None);
        self.form.clear();
        self.send();
    }

    fn conflict(self, theirs: Application) -> AnyView {
        let rows = self
            .question()
            .asked
            .iter()
            .map(|one| summary::row(one.label, read_out(&theirs, one)))
            .collect();
        let summary = errors::taking_focus();
        let (other, mine) = (theirs.clone(), theirs);
        let take = move |_| {
            for field in self.fields.get_value() {
                field.value.set(said(&other, field.name));
            }
            self.form.forget();
            self.base.set_value(other.clone());
            self.theirs.set(None);
            self.form.clear();
        };
        view! {
            <div class="govuk-error-summary" role="alert" id="conflict" tabindex="-1" node_ref=summary>
                <h2 class="govuk-error-summary__title">"These answers were changed somewhere else"</h2>
                <div class="govuk-error-summary__body">
                    <p>"Perhaps you have them open in another window. What you typed is still in the boxes below. These are the other answers:"</p>
                    {summary::list(rows)}
                    <div class="govuk-button-group">
                        <button type="button" class="govuk-button" on:click=move |_| self.go_on_from(mine.clone())>"Keep what I typed"</button>
                        <button type="button" class="govuk-button govuk-button--secondary" on:click=take>"Use the other answers"</button>
                    </div>
                </div>
            </div>
        }
        .into_any()
    }
}
