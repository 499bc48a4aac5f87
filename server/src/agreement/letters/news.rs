//! What applicants hear while the school is asked.

use entity::agreement::{self, Column, State};
use entity::{application, letter};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::{asking, is_latest};
use crate::application::Topic;
use crate::application::capacity;
use crate::clock::days_between;
use crate::error::Result;
use crate::outbox::Rendered;
use crate::person::masked;
use crate::portal::Portal;
use crate::stationery::{written, written_as};
use crate::words::{count, moment, plain};

/// Whom the letter to the school went to.
#[derive(Clone, Debug)]
struct Signatory {
    name: String,
    capacity: &'static str,
    /// Masked: the applicant knows it, and whoever reads over their shoulder does not.
    mailbox: String,
}

#[derive(Clone, Debug)]
struct Unanswered {
    topic: Topic,
    signatory: Signatory,
    waited: String,
    is_reminded: bool,
    /// From the second time on it says how to have somebody else asked.
    again: bool,
}
#[derive(Clone, Debug)]
struct Bounced {
    topic: Topic,
    signatory: Signatory,
}
#[derive(Clone, Debug)]
struct Declined {
    topic: Topic,
    signatory: Signatory,
    at: String,
    reason: String,
}
#[derive(Clone, Debug)]
struct HandedOn {
    topic: Topic,
    from: Signatory,
    to: Signatory,
}

written_as!(
    Unanswered,
    "letters/agreement_unanswered.txt",
    "letters/agreement_unanswered.html"
);
written_as!(
    Bounced,
    "letters/agreement_bounced.txt",
    "letters/agreement_bounced.html"
);
written_as!(
    Declined,
    "letters/agreement_declined.txt",
    "letters/agreement_declined.html"
);
written_as!(
    HandedOn,
    "letters/agreement_handed_on.txt",
    "letters/agreement_handed_on.html"
);

impl Unanswered {
    fn title(&self) -> String {
        format!("No answer yet from {}", self.signatory.name)
    }
}

impl Bounced {
    fn title(&self) -> String {
        format!("Our letter to {} came back", self.signatory.name)
    }
}

impl Declined {
    fn title(&self) -> String {
        format!(
            "{} has not signed your support agreement",
            self.topic.school
        )
    }
}

impl HandedOn {
    fn title(&self) -> String {
        format!("{} is asked to sign for your school now", self.to.name)
    }
}

pub(super) async fn unanswered(
    portal: &Portal,
    letter: &letter::Model,
) -> Result<Option<Rendered>> {
    let Some((asked, case)) = asking(portal, letter).await? else {
        return Ok(None);
    };
    if asked.state != State::Sent {
        return Ok(None);
    }
    let days = days_between(asked.asked_at, portal.clock.now());
    let about = Unanswered {
        topic: case.topic,
        signatory: signatory(&asked),
        waited: count(usize::try_from(days).unwrap_or_default(), "day"),
        is_reminded: asked.reminders > 0,
        again: asked.notices >= 2,
    };
    written(portal, letter, &about.topic.provider, &about)
}

pub(super) async fn bounced(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some((asked, case)) = asking(portal, letter).await? else {
        return Ok(None);
    };
    if asked.state != State::Bounced {
        return Ok(None);
    }
    let about = Bounced {
        topic: case.topic,
        signatory: signatory(&asked),
    };
    written(portal, letter, &about.topic.provider, &about)
}

pub(super) async fn declined(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some((asked, case)) = asking(portal, letter).await? else {
        return Ok(None);
    };
    // The applicant may have named somebody else already, or taken the application back.
    let waits = case.application.state == application::State::AwaitingSchool;
    if asked.state != State::Declined || !waits || !is_latest(portal, &asked).await? {
        return Ok(None);
    }
    let about = Declined {
        topic: case.topic,
        signatory: signatory(&asked),
        at: asked.decided_at.map(moment).unwrap_or_default(),
        reason: plain(asked.reason.as_deref().unwrap_or_default()),
    };
    written(portal, letter, &about.topic.provider, &about)
}

pub(super) async fn handed_on(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some((from, case)) = asking(portal, letter).await? else {
        return Ok(None);
    };
    let to = agreement::Entity::find()
        .filter(Column::HandedFrom.eq(from.id))
        .filter(Column::State.is_in([State::Sent, State::Bounced]))
        .one(&portal.db.read)
        .await?;
    let Some(to) = to else { return Ok(None) };
    let about = HandedOn {
        topic: case.topic,
        from: signatory(&from),
        to: signatory(&to),
    };
    written(portal, letter, &about.topic.provider, &about)
}

fn signatory(asked: &agreement::Model) -> Signatory {
    Signatory {
        name: plain(&asked.name),
        capacity: capacity(asked.capacity),
        mailbox: masked(&asked.email),
    }
}
