//! The office's answer to a signatory's question.

use chrono::Duration;
use entity::agreement::State;
use entity::letter;

use super::asking;
use crate::agreement::question::answered_by;
use crate::agreement::{is_open, link};
use crate::application::Topic;
use crate::clock::london_day;
use crate::error::Result;
use crate::outbox::Rendered;
use crate::portal::Portal;
use crate::stationery::{written, written_as};
use crate::words::{day, moment, plain};

/// What was asked and answered, and what is still to do.
#[derive(Clone, Debug)]
struct Replied {
    topic: Topic,
    at: String,
    /// Line by line, so that each is quoted.
    question: Vec<String>,
    answer: Vec<String>,
    /// Where to sign, and until when; none where there is nothing left to sign.
    open: Option<(String, String)>,
    is_signed: bool,
}

written_as!(
    Replied,
    "letters/agreement_question_answered.txt",
    "letters/agreement_question_answered.html"
);

impl Replied {
    fn title(&self) -> String {
        format!("Answer to your question about {}", self.topic.applicant)
    }
}

pub(super) async fn tell(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some((agreement, case)) = asking(portal, letter).await? else {
        return Ok(None);
    };
    let question = answered_by(&portal.db.read, agreement.id, letter.id).await?;
    let Some(question) = question else {
        return Ok(None);
    };
    let days = case.around.award.limits.link_days;
    let is_asked = is_open(agreement.state) && letter.void_reason.is_none();
    let lines = |text: &str| text.lines().map(plain).collect();
    let about = Replied {
        at: moment(question.asked_at),
        question: lines(&question.text),
        // The office may name a page to look at, so its own words stay as they are.
        answer: question
            .answer
            .iter()
            .flat_map(|text| text.lines())
            .map(|line| line.trim().to_owned())
            .collect(),
        open: is_asked.then(|| {
            let link = link::address(&portal.config.public_url, &portal.keys, letter.id);
            let until = london_day(portal.clock.now() + Duration::days(days.into()));
            (link, day(until))
        }),
        is_signed: agreement.state == State::Signed,
        topic: case.topic,
    };
    written(portal, letter, &about.topic.provider, &about)
}
