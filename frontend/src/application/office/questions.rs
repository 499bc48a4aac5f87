//! What signatories asked about an application. Only the office reads what it says.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::question_list::About;
use crate::api::{ById, Moment, schema};
use crate::application::office::place::Place;
use crate::ui::answer::{answer, show};
use crate::ui::{button, when};

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum AgreementQuestionState {
    Open,
    Answered,
    Closed,
}
reads_word!(AgreementQuestionState);
narrows_word!(AgreementQuestionStateFilter, AgreementQuestionState);

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "crate::api::ById")]
pub struct QuestionsQuery {
    #[arguments(id: $id)]
    pub application: Asked,
}
reads!(QuestionsQuery { application });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Application")]
pub struct Asked {
    pub questions: Vec<Question>,
}
reads!(Asked { questions });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "AgreementQuestion")]
pub struct Question {
    pub id: cynic::Id,
    pub application: About,
    pub state: AgreementQuestionState,
    pub text: Option<String>,
    pub asked_by: Option<String>,
    pub asked_at: Moment,
    pub answer: Option<String>,
    pub settled_by: Option<String>,
    pub settled_at: Option<Moment>,
}
reads!(Question {
    id,
    application,
    state,
    text,
    asked_by,
    asked_at,
    answer,
    settled_by,
    settled_at
});

/// The office's own part of an application's page; nothing where nobody asked.
pub fn panel(application: &cynic::Id) -> AnyView {
    let id = application.clone();
    let asked = answer(move || QuestionsQuery::build(ById { id: id.clone() }));
    show(asked, |data| {
        let questions = data.application.questions;
        if questions.is_empty() {
            return ().into_any();
        }
        let shown: Vec<AnyView> = questions
            .iter()
            .map(|one| {
                let settle = (one.state == AgreementQuestionState::Open).then(|| {
                    let href = Place::Question(one.id.inner().into()).href();
                    button::link(href, "Answer the question")
                });
                shown(one, settle)
            })
            .collect();
        view! {
            <h2 class="govuk-heading-m">"Questions from the school"</h2>
            <p class="govuk-body">"Whoever is asked to sign asked this on their page. The applicant sees that there is a question, but not what it says."</p>
            {shown}
        }
        .into_any()
    })
}

/// A question, and what came of it or what can be done.
pub fn shown(one: &Question, settle: Option<AnyView>) -> AnyView {
    let by = one.asked_by.clone().unwrap_or_default();
    let told = one.settled_at.as_ref().map(|at| {
        let verb = match one.state {
            AgreementQuestionState::Closed => "closed it without a letter, ",
            AgreementQuestionState::Open | AgreementQuestionState::Answered => "answered, ",
        };
        let by = one.settled_by.clone().unwrap_or_default();
        view! {
            <p class="govuk-body portal-prose">{one.answer.clone()}</p>
            <p class="govuk-body-s">{by} " " {verb} {when::exact(at)}</p>
        }
        .into_any()
    });
    view! {
        <div class="govuk-inset-text">
            <p class="govuk-body portal-prose">{one.text.clone()}</p>
            <p class="govuk-body-s">{by} ", " {when::exact(&one.asked_at)}</p>
            {told}
            {settle}
        </div>
    }
    .into_any()
}
