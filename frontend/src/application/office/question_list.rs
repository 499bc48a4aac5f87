//! What signatories asked, over all applications: those that wait for an answer, longest first.

use cynic::{Operation, QueryBuilder};
use leptos::prelude::*;

use super::questions::{AgreementQuestionState, AgreementQuestionStateFilter};
use crate::api::{Direction, Moment, PageInfo, schema};
use crate::application::office::place::Place;
use crate::enrolment::queries::{PersonName, SchoolName};
use crate::navigate::{Query, address};
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::choice::Choice;
use crate::ui::listing::{Called, listing};
use crate::ui::pager::{ROWS, after};
use crate::ui::table::{Cells, Column, link, plain, words};
use crate::ui::{filter, heading, tag, when};

#[derive(cynic::InputObject, Clone, Debug)]
pub struct AgreementQuestionWhere {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub state: Option<AgreementQuestionStateFilter>,
}

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum AgreementQuestionOrderField {
    AskedAt,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct AgreementQuestionOrder {
    pub field: AgreementQuestionOrderField,
    pub direction: Direction,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct QuestionsVariables {
    pub first: i32,
    pub after: Option<String>,
    pub narrow: AgreementQuestionWhere,
    pub order: AgreementQuestionOrder,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "QuestionsVariables")]
pub struct Questions {
    #[arguments(first: $first, after: $after, where: $narrow, orderBy: $order)]
    pub agreement_questions: QuestionPage,
}
reads!(Questions {
    agreement_questions
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "AgreementQuestionConnection")]
pub struct QuestionPage {
    pub total_count: i32,
    pub page_info: PageInfo,
    pub nodes: Vec<QuestionRow>,
}
reads!(QuestionPage {
    total_count,
    page_info,
    nodes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "AgreementQuestion")]
pub struct QuestionRow {
    pub id: cynic::Id,
    pub state: AgreementQuestionState,
    pub text: Option<String>,
    pub asked_by: Option<String>,
    pub asked_at: Moment,
    pub application: About,
}
reads!(QuestionRow {
    id,
    state,
    text,
    asked_by,
    asked_at,
    application
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Application")]
pub struct About {
    pub id: cynic::Id,
    pub person: PersonName,
    pub school: Option<SchoolName>,
}
reads!(About { id, person, school });

const COLUMNS: [Column; 5] = [
    plain("Applicant"),
    plain("School"),
    plain("Question"),
    plain("Asked"),
    plain("State"),
];

/// Characters of a question that the list shows.
const BEGINNING: usize = 140;

const STATES: [(&str, &str, &str, AgreementQuestionState); 3] = [
    (
        "open",
        "Waits for an answer",
        "yellow",
        AgreementQuestionState::Open,
    ),
    (
        "answered",
        "Answered",
        "green",
        AgreementQuestionState::Answered,
    ),
    (
        "closed",
        "Closed without a letter",
        "grey",
        AgreementQuestionState::Closed,
    ),
];

pub fn page() -> AnyView {
    let query = address().query;
    let questions = answer(move || question(&query.get()));
    let states = STATES
        .map(|(name, words, ..)| Choice::new(name, words))
        .to_vec();
    view! {
        {heading::back(Route::Applications.href(), "Applications")}
        {heading::heading("Questions from schools")}
        <p class="govuk-body">"Whoever is asked to sign for a school can ask the programme office something first. Open a question to answer it."</p>
        {filter::bar(vec![filter::select("state", "State", "Every state", states)])}
        {show(questions, |data| {
            let page = data.agreement_questions;
            let rows = page.nodes.into_iter().map(row).collect();
            listing(Called { one: "question", many: "questions" }, &COLUMNS, rows, &page.page_info, page.total_count)
        })}
    }
    .into_any()
}

fn question(query: &Query) -> Operation<Questions, QuestionsVariables> {
    let state = STATES
        .iter()
        .find(|(name, ..)| Some(*name) == query.get("state"));
    Questions::build(QuestionsVariables {
        first: ROWS,
        after: after(query),
        narrow: AgreementQuestionWhere {
            state: state.map(|(.., state)| AgreementQuestionStateFilter::is(*state)),
        },
        order: AgreementQuestionOrder {
            field: AgreementQuestionOrderField::AskedAt,
            direction: match state {
                Some((.., AgreementQuestionState::Open)) => Direction::Asc,
                _ => Direction::Desc,
            },
        },
    })
}

fn row(one: QuestionRow) -> Cells {
    let (words_of, colour) = STATES
        .iter()
        .find(|(.., state)| *state == one.state)
        .map_or(("", "grey"), |(_, words, colour, _)| (words, colour));
    let text = one.text.unwrap_or_default();
    let mut begins: String = text.chars().take(BEGINNING).collect();
    if begins.len() < text.len() {
        begins.push('…');
    }
    let by = one.asked_by.unwrap_or_default();
    vec![
        link(
            Route::Application(one.application.id.into_inner()).href(),
            one.application.person.name,
        ),
        words(
            one.application
                .school
                .map_or_else(|| "–".into(), |school| school.name),
        ),
        view! { {link(Place::Question(one.id.into_inner()).href(), begins)} <br /> {by} }
            .into_any(),
        when::ago(&one.asked_at),
        tag::tag(words_of, colour),
    ]
}
