//! Answering a signatory's question, or closing it.

use cynic::{MutationBuilder, QueryBuilder};
use leptos::prelude::*;

use super::questions::{AgreementQuestionState, Question, shown};
use crate::api::{ById, schema};
use crate::navigate::go;
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::field::TextArea;
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading, state};

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "crate::api::ById")]
pub struct OneQuery {
    #[arguments(first: 1, where: { id: { eq: $id } })]
    pub agreement_questions: OnePage,
}
reads!(OneQuery {
    agreement_questions
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "AgreementQuestionConnection")]
pub struct OnePage {
    pub nodes: Vec<Question>,
}
reads!(OnePage { nodes });

#[derive(cynic::InputObject, Clone, Debug)]
pub struct AnswerAgreementQuestionInput {
    pub question_id: cynic::Id,
    pub answer: String,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct AnswerVariables {
    pub input: AnswerAgreementQuestionInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "AnswerVariables")]
pub struct SendAnswer {
    #[arguments(input: $input)]
    #[allow(dead_code)]
    pub answer_agreement_question: Settled,
}
reads!(SendAnswer {
    answer_agreement_question
});

#[derive(cynic::InputObject, Clone, Debug)]
pub struct CloseAgreementQuestionInput {
    pub question_id: cynic::Id,
    pub reason: String,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct CloseVariables {
    pub input: CloseAgreementQuestionInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "CloseVariables")]
pub struct Close {
    #[arguments(input: $input)]
    #[allow(dead_code)]
    pub close_agreement_question: Settled,
}
reads!(Close {
    close_agreement_question
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "AgreementQuestion")]
#[allow(dead_code)]
pub struct Settled {
    pub state: AgreementQuestionState,
}
reads!(Settled { state });

pub fn page(id: String) -> AnyView {
    let asked = answer(move || {
        OneQuery::build(ById {
            id: cynic::Id::new(id.clone()),
        })
    });
    show(asked, |data| {
        let found = data.agreement_questions.nodes.into_iter().next();
        found.map_or_else(state::not_found, drawn)
    })
}

fn drawn(question: Question) -> AnyView {
    let about = question.application.clone();
    let application = Route::Application(about.id.into_inner()).href();
    let school = about.school.map_or_else(String::new, |school| school.name);
    let forms = (question.state == AgreementQuestionState::Open).then(|| {
        view! { {reply(&question, application.clone())} {close(&question, application.clone())} }
            .into_any()
    });
    view! {
        {heading::back(application, about.person.name)}
        {heading::captioned(school, "A question before signing")}
        {shown(&question, None)}
        {forms}
    }
    .into_any()
}

fn reply(one: &Question, application: String) -> AnyView {
    let form = Form::new(format!("answer-{}", one.id.inner()));
    let text = form.field("answer");
    let id = one.id.clone();
    let send = move || {
        let (input, application) = (
            AnswerAgreementQuestionInput {
                question_id: id.clone(),
                answer: text.get(),
            },
            application.clone(),
        );
        form.send(SendAnswer::build(AnswerVariables { input }), move |_| {
            go(&application);
            banner::done("The answer is on its way.");
        });
    };
    let inside = view! {
        <TextArea field=text label="Your answer" rows="6" hint="It goes by letter to whoever asked, with the question. Who is still asked to sign finds the link in it. At most 4,000 characters." />
        {button::submit(form, "Send the answer")}
    };
    view! { {errors::summary(form)} {button::form(form, send, inside.into_any())} }.into_any()
}

fn close(one: &Question, application: String) -> AnyView {
    let form = Form::new(format!("close-{}", one.id.inner()));
    let reason = form.field("reason");
    let id = one.id.clone();
    let send = move || {
        let (input, application) = (
            CloseAgreementQuestionInput {
                question_id: id.clone(),
                reason: reason.get(),
            },
            application.clone(),
        );
        form.send(Close::build(CloseVariables { input }), move |_| {
            go(&application);
            banner::done("The question is closed.");
        });
    };
    let inside = view! {
        <TextArea field=reason label="Why does it need no letter?" rows="2" hint="For example, “Answered by telephone”. Whoever asked reads it on their page; no letter goes." />
        {button::submit(form, "Close the question")}
    };
    view! {
        <details class="govuk-details">
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">"Close it without a letter"</span></summary>
            <div class="govuk-details__text">
                {errors::summary(form)}
                {button::form(form, send, inside.into_any())}
            </div>
        </details>
    }
    .into_any()
}
