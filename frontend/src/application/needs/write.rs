//! Writing it: one outcome of the award below the other.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::queries::{
    Outcome, OutcomeNeedInput, SaveNeeds, SaveNeedsAnalysisInput, SaveNeedsVariables,
};
use super::{is_needed, said_of};
use crate::application::answers::said;
use crate::application::order::page_at;
use crate::application::queries::Application;
use crate::application::questions::QUESTIONS;
use crate::application::step::not_now;
use crate::application::words::{ApplicationAction, OutcomeAbility};
use crate::navigate::go;
use crate::ui::choice::Radios;
use crate::ui::field::TextArea;
use crate::ui::form::{Field, Form};
use crate::ui::{banner, button, errors, heading};

/// What is said of one outcome.
#[derive(Clone, Copy)]
struct Fields {
    ability: Field,
    note: Field,
}

pub fn page(application: Application) -> AnyView {
    let needed = is_needed(&|name| said(&application, name));
    if !needed || !application.may(ApplicationAction::Save) {
        return not_now(&application);
    }
    let form = Form::new(format!("needs-{}", application.id.inner()));
    let outcomes = application.cohort.award.outcomes.clone();
    let fields: Vec<Fields> = outcomes
        .iter()
        .map(|outcome| Fields::new(form, &application, outcome))
        .collect();
    let drawn: Vec<AnyView> = outcomes
        .iter()
        .zip(&fields)
        .enumerate()
        .map(|(at, (outcome, fields))| {
            let before = at.checked_sub(1).and_then(|before| outcomes.get(before));
            let is_first = before.is_none_or(|before| before.section != outcome.section);
            let section = is_first.then(|| outcome.section.clone());
            fields.drawn(section, outcome)
        })
        .collect();
    let back = application.page(page_at(QUESTIONS.len() - 1));
    let codes: Vec<String> = outcomes.into_iter().map(|outcome| outcome.code).collect();
    let saved = {
        let (id, version) = (application.id.clone(), application.version);
        let (codes, fields) = (codes.clone(), fields.clone());
        move |then: String, done: &'static str| {
            let outcomes = codes.iter().zip(&fields);
            let input = SaveNeedsAnalysisInput {
                application_id: id.clone(),
                version,
                outcomes: outcomes
                    .filter_map(|(code, said)| said.read(code))
                    .collect(),
            };
            let operation = SaveNeeds::build(SaveNeedsVariables { input });
            form.send(operation, move |_| {
                go(&then);
                if !done.is_empty() {
                    banner::done(done);
                }
            });
        }
    };
    let later = {
        let (saved, href) = (saved.clone(), application.href());
        move |_| {
            form.clear();
            saved(href.clone(), "Saved. Go on whenever you like.");
        }
    };
    let check = application.page("check");
    let send = move || {
        for (code, said) in codes.iter().zip(&fields) {
            said.look_at(code);
        }
        saved(check.clone(), "");
    };
    let inside = view! {
        {drawn}
        <div class="govuk-button-group">
            {button::submit(form, "Save and continue")}
            <button type="button" class="govuk-button govuk-button--secondary" on:click=later>"Save and go on later"</button>
        </div>
    };
    view! {
        {heading::back(back, "Back")}
        {errors::summary(form)}
        {heading::captioned(application.what_for(), "How you can show each learning outcome")}
        <p class="govuk-body">"This is called a needs analysis. The award asks you to show every outcome below with your own work at school. Who signs for your school reads what you say, and says whether the school gives you the opportunity."</p>
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}

impl Fields {
    fn new(form: Form, application: &Application, outcome: &Outcome) -> Fields {
        let need = said_of(application, outcome);
        let ability = need.map_or("", |need| need.ability.name());
        let note = need
            .and_then(|need| need.note.as_deref())
            .unwrap_or_default();
        Fields {
            ability: form.field_named(format!("ability-{}", outcome.code), ability),
            note: form.field_named(format!("note-{}", outcome.code), note),
        }
    }

    fn drawn(self, section: Option<String>, outcome: &Outcome) -> AnyView {
        let Outcome {
            code,
            title,
            description,
            ..
        } = outcome;
        view! {
            {section.map(|words| view! { <h2 class="govuk-heading-m">{words}</h2> }.into_any())}
            <Radios field=self.ability legend=format!("{code} {title}") hint=description.clone() choices=OutcomeAbility::choices() />
            <TextArea field=self.note label=format!("{code}: how, or what would you need?") rows="2" />
        }
        .into_any()
    }

    /// Beside the field, what is missing.
    fn look_at(self, code: &str) {
        let form = self.ability.form;
        match self.read(code) {
            None => form.complain(
                self.ability.name,
                format!("{code}: choose how you can show it"),
            ),
            Some(said) if said.ability != OutcomeAbility::Now && said.note.is_empty() => {
                form.complain(self.note.name, format!("{code}: say what you would need"));
            }
            Some(_) => {}
        }
    }

    fn read(self, code: &str) -> Option<OutcomeNeedInput> {
        Some(OutcomeNeedInput {
            code: code.into(),
            ability: OutcomeAbility::named(&self.ability.get())?,
            note: self.note.get().trim().into(),
        })
    }
}
