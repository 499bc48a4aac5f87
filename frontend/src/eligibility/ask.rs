//! What is asked of the server.

use serde_json::{Map, Value, json};

use super::question::{Question, asked};
use crate::api::{Day, schema};
use crate::navigate::Query;
use crate::statutory::{Clock, StartChoice};
use crate::ui::choice::Choice;
use crate::ui::when;

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query")]
pub struct AwardsQuery {
    pub awards: Vec<AwardChoice>,
}
reads!(AwardsQuery { awards });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Award")]
pub struct AwardChoice {
    pub code: String,
    pub name: String,
    pub short_name: String,
    pub start_before: Option<Day>,
}
reads!(AwardChoice {
    code,
    name,
    short_name,
    start_before
});

impl AwardChoice {
    pub fn choice(&self) -> Choice {
        let choice = Choice::new(&*self.code, &*self.name);
        match &self.start_before {
            Some(day) => choice.hint(format!(
                "Takes no new starters since {}.",
                when::short_day(day)
            )),
            None => choice,
        }
    }
}

pub struct Answered {
    pub eligibility: Eligibility,
}
reads!(Answered { eligibility });

pub struct Eligibility {
    pub verdict: String,
    pub title: String,
    pub explanation: String,
    pub next_step: String,
    pub source: String,
    pub clock: Option<Clock>,
    pub starts: Vec<StartChoice>,
    pub successor: Option<AwardChoice>,
}
reads!(Eligibility {
    verdict,
    title,
    explanation,
    next_step,
    source,
    clock,
    starts,
    successor
});

const CLOCK: &str =
    "{ appointedOn startsOn deadline forecastAwardOn slackDays colour latestSafeStart today }";

/// Written out: the answers are words of the address already, and go as they are.
pub fn body(said: &Query, awards: &[AwardChoice]) -> String {
    let query = format!(
        "query ($award: String!, $told: CircumstancesInput!) {{ eligibility(award: $award, circumstances: $told) {{ \
         verdict title explanation nextStep source clock {CLOCK} \
         starts {{ cohortId cohortName daysLater missesDeadline clock {CLOCK} }} \
         successor {{ code name shortName startBefore }} }} }}"
    );
    let mut told = Map::new();
    for question in asked(said, awards) {
        let answer = said.get(question.name()).unwrap_or_default();
        if !matches!(question, Question::Award | Question::Begun) {
            told.insert(question.name().into(), read(answer));
        }
    }
    let award = said.get(Question::Award.name());
    json!({ "query": query, "variables": { "award": award, "told": told } }).to_string()
}

/// A number or yes or no as such, everything else as a word.
fn read(answer: &str) -> Value {
    match (answer, answer.parse::<i32>()) {
        ("true", _) => Value::Bool(true),
        ("false", _) => Value::Bool(false),
        (_, Ok(number)) => number.into(),
        (word, Err(_)) => word.into(),
    }
}
