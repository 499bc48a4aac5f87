//! Asking a nominated mentor, and reminding them.

use chrono::Duration;
use entity::letter;
use entity::mentor_invitation::State;

use super::asking;
use crate::application::Topic;
use crate::application::capacity;
use crate::clock::{days_between, london_day};
use crate::error::Result;
use crate::invitation::{link, tasks};
use crate::outbox::Rendered;
use crate::portal::Portal;
use crate::stationery::{written, written_as};
use crate::words::{count, day, plain};

/// What a mentor does, and where to answer.
#[derive(Clone, Debug)]
struct Mentoring {
    /// Who named them, and on whose behalf.
    named_by: String,
    capacity: &'static str,
    tasks: String,
    terms: String,
    waited: String,
    link: String,
    until: String,
}

#[derive(Clone, Debug)]
struct Asked {
    topic: Topic,
    mentoring: Mentoring,
}
#[derive(Clone, Debug)]
struct Reminded {
    topic: Topic,
    mentoring: Mentoring,
}

written_as!(
    Asked,
    "letters/mentor_invited.txt",
    "letters/mentor_invited.html"
);
written_as!(
    Reminded,
    "letters/mentor_invitation_reminder.txt",
    "letters/mentor_invitation_reminder.html"
);

impl Asked {
    fn title(&self) -> String {
        format!(
            "Will you be {}’s mentor? {} named you",
            self.topic.applicant, self.mentoring.named_by
        )
    }
}

impl Reminded {
    fn title(&self) -> String {
        format!("Reminder: will you be {}’s mentor?", self.topic.applicant)
    }
}

pub(super) async fn ask(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some((topic, mentoring)) = read(portal, letter).await? else {
        return Ok(None);
    };
    let about = Asked { topic, mentoring };
    written(portal, letter, &about.topic.provider, &about)
}

pub(super) async fn remind(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some((topic, mentoring)) = read(portal, letter).await? else {
        return Ok(None);
    };
    let about = Reminded { topic, mentoring };
    written(portal, letter, &about.topic.provider, &about)
}

/// What is asked, while it is.
async fn read(portal: &Portal, letter: &letter::Model) -> Result<Option<(Topic, Mentoring)>> {
    let Some(asked) = asking(portal, letter).await? else {
        return Ok(None);
    };
    let (invitation, agreement) = (&asked.invitation, &asked.agreement);
    if !matches!(invitation.state, State::Invited | State::Bounced) || letter.void_reason.is_some()
    {
        return Ok(None);
    }
    let now = portal.clock.now();
    let award = &asked.case.around.award;
    let number = |number: i64| usize::try_from(number).unwrap_or_default();
    let tasks = tasks(&portal.db.read, award.id).await?;
    let named_by = agreement.signed_name.as_deref().unwrap_or(&agreement.name);
    let mentoring = Mentoring {
        named_by: plain(named_by),
        capacity: capacity(agreement.capacity),
        tasks: count(usize::try_from(tasks).unwrap_or_default(), "task"),
        terms: count(number(award.limits.programme_terms.into()), "school term"),
        waited: count(number(days_between(invitation.asked_at, now)), "day"),
        link: link::address(&portal.config.public_url, &portal.keys, letter.id),
        until: day(london_day(
            now + Duration::days(award.limits.link_days.into()),
        )),
    };
    Ok(Some((asked.case.topic, mentoring)))
}
