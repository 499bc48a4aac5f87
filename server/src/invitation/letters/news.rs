//! What the applicant hears of the mentor.

use entity::application::State as Stands;
use entity::letter;
use entity::mentor_invitation::State;

use super::{Asking, asking};
use crate::application::Topic;
use crate::clock::days_between;
use crate::error::Result;
use crate::outbox::Rendered;
use crate::person::masked;
use crate::portal::Portal;
use crate::stationery::{written, written_as};
use crate::words::{count, plain};

/// The mentor, and who named them.
#[derive(Clone, Debug)]
struct Nominated {
    name: String,
    post: String,
    mailbox: String,
    named_by: String,
}

#[derive(Clone, Debug)]
struct Accepted {
    topic: Topic,
    mentor: Nominated,
    /// The enrolment has begun.
    has_begun: bool,
    /// A place is offered.
    has_offer: bool,
}
#[derive(Clone, Debug)]
struct Declined {
    topic: Topic,
    mentor: Nominated,
    reason: String,
}
#[derive(Clone, Debug)]
struct Unanswered {
    topic: Topic,
    mentor: Nominated,
    waited: String,
    is_reminded: bool,
    /// From the second time on it says how to get another mentor.
    again: bool,
}
#[derive(Clone, Debug)]
struct Bounced {
    topic: Topic,
    mentor: Nominated,
}

written_as!(
    Accepted,
    "letters/mentor_accepted.txt",
    "letters/mentor_accepted.html"
);
written_as!(
    Declined,
    "letters/mentor_declined.txt",
    "letters/mentor_declined.html"
);
written_as!(
    Unanswered,
    "letters/mentor_unanswered.txt",
    "letters/mentor_unanswered.html"
);
written_as!(
    Bounced,
    "letters/mentor_bounced.txt",
    "letters/mentor_bounced.html"
);

impl Accepted {
    fn title(&self) -> String {
        format!("{} will be your mentor", self.mentor.name)
    }
}

impl Declined {
    fn title(&self) -> String {
        format!("{} cannot be your mentor", self.mentor.name)
    }
}

impl Unanswered {
    fn title(&self) -> String {
        format!("No answer yet from {}, your mentor to be", self.mentor.name)
    }
}

impl Bounced {
    fn title(&self) -> String {
        format!("Our letter to {} came back", self.mentor.name)
    }
}

pub(super) async fn accepted(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some(asked) = asked(portal, letter, State::Accepted).await? else {
        return Ok(None);
    };
    let stands = asked.case.application.state;
    let about = Accepted {
        mentor: nominated(&asked),
        has_begun: matches!(stands, Stands::Accepted | Stands::Enrolled),
        has_offer: stands == Stands::Offered,
        topic: asked.case.topic,
    };
    written(portal, letter, &about.topic.provider, &about)
}

pub(super) async fn declined(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some(asked) = asked(portal, letter, State::Declined).await? else {
        return Ok(None);
    };
    let about = Declined {
        mentor: nominated(&asked),
        reason: plain(asked.invitation.reason.as_deref().unwrap_or_default()),
        topic: asked.case.topic,
    };
    written(portal, letter, &about.topic.provider, &about)
}

pub(super) async fn unanswered(
    portal: &Portal,
    letter: &letter::Model,
) -> Result<Option<Rendered>> {
    let Some(asked) = asked(portal, letter, State::Invited).await? else {
        return Ok(None);
    };
    let days = days_between(asked.invitation.asked_at, portal.clock.now());
    let about = Unanswered {
        mentor: nominated(&asked),
        waited: count(usize::try_from(days).unwrap_or_default(), "day"),
        is_reminded: asked.invitation.reminders > 0,
        again: asked.invitation.notices >= 2,
        topic: asked.case.topic,
    };
    written(portal, letter, &about.topic.provider, &about)
}

pub(super) async fn bounced(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some(asked) = asked(portal, letter, State::Bounced).await? else {
        return Ok(None);
    };
    let about = Bounced {
        mentor: nominated(&asked),
        topic: asked.case.topic,
    };
    written(portal, letter, &about.topic.provider, &about)
}

/// What the letter is about, while it stands so and the application is not over.
async fn asked(portal: &Portal, letter: &letter::Model, state: State) -> Result<Option<Asking>> {
    let found = asking(portal, letter).await?;
    Ok(found.filter(|asked| {
        asked.invitation.state == state && asked.case.application.ended_at.is_none()
    }))
}

fn nominated(asked: &Asking) -> Nominated {
    let named_by = asked.agreement.signed_name.as_deref();
    Nominated {
        name: plain(&asked.mentor.name),
        post: plain(&asked.mentor.post),
        mailbox: masked(&asked.mentor.email),
        named_by: plain(named_by.unwrap_or(&asked.agreement.name)),
    }
}
