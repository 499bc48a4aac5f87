//! Telling a mentor that something no longer waits for them.

use entity::approval_request::State;
use entity::letter;

use super::case;
use crate::approval::waiting::places;
use crate::error::Result;
use crate::outbox::Rendered;
use crate::portal::Portal;
use crate::stationery::{written, written_as};
use crate::words::plain;

#[derive(Clone, Debug)]
struct Withdrawn {
    participant: String,
    school: String,
    task: String,
}

#[derive(Clone, Debug)]
struct Moved {
    participant: String,
    school: String,
    award: String,
}

written_as!(
    Withdrawn,
    "letters/task_approval_request_withdrawn.txt",
    "letters/task_approval_request_withdrawn.html"
);
written_as!(
    Moved,
    "letters/task_approval_moved.txt",
    "letters/task_approval_moved.html"
);

impl Withdrawn {
    fn title(&self) -> String {
        format!(
            "{} took back “{}”: nothing to do",
            self.participant, self.task
        )
    }
}

impl Moved {
    fn title(&self) -> String {
        format!(
            "You are no longer asked to approve tasks of {}",
            self.participant
        )
    }
}

pub(super) async fn withdrawn(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some(case) = case(portal, letter.request_id).await? else {
        return Ok(None);
    };
    if case.request.state != State::Withdrawn {
        return Ok(None);
    }
    let about = Withdrawn {
        participant: plain(&case.place.participant.name),
        school: plain(&case.place.school.name),
        task: plain(&case.task.title),
    };
    written(portal, letter, &case.place.provider, &about)
}

pub(super) async fn moved(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some(place) = places(&portal.db.read, letter.enrolment_id)
        .await?
        .into_values()
        .next()
    else {
        return Ok(None);
    };
    let about = Moved {
        participant: plain(&place.participant.name),
        school: plain(&place.school.name),
        award: plain(&place.award.name),
    };
    written(portal, letter, &place.provider, &about)
}
