//! The letter that brings a message: the words above, and below them the link that its reader holds.

use chrono::Duration;
use entity::letter;
use entity::mailing::{Audience, Entity, Model};
use entity::{agreement, mentor_invitation};
use sea_orm::EntityTrait as _;
use uuid::Uuid;

use super::message::{Facts, filled};
use super::{Recipients, message, recipients};
use crate::application::{Topic, case};
use crate::clock::london_day;
use crate::error::Result;
use crate::outbox::Rendered;
use crate::portal::Portal;
use crate::reading::Reader;
use crate::stationery::{written, written_as};
use crate::words::day;
use crate::{agreement as signing, invitation as mentoring};

#[derive(Clone, Debug)]
struct Message {
    topic: Topic,
    subject: String,
    /// Lines, in paragraphs.
    paragraphs: Vec<Vec<String>>,
    audience: Audience,
    link: String,
    /// The last day of the link, where it has one.
    until: String,
}

written_as!(
    Message,
    "letters/office_message_sent.txt",
    "letters/office_message_sent.html"
);

impl Message {
    fn title(&self) -> String {
        self.subject.clone()
    }

    fn text(&self) -> String {
        let paragraphs: Vec<String> = self
            .paragraphs
            .iter()
            .map(|lines| lines.join("\n"))
            .collect();
        paragraphs.join("\n\n")
    }
}

/// The letter's words; none for who has answered meanwhile, or is no longer asked.
pub async fn render(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some(id) = letter.mailing_id else {
        return Ok(None);
    };
    match Entity::find_by_id(id).one(&portal.db.read).await? {
        Some(mailing) => compose(portal, letter, &mailing).await,
        None => Ok(None),
    }
}

/// Who would get the message about these applications now, and the letter of the first of them as it would arrive; its
/// link opens nothing.
pub async fn preview(
    portal: &Portal,
    reader: &Reader,
    audience: Audience,
    message: message::Message,
    applications: &[Uuid],
) -> Result<(Recipients, Option<Rendered>)> {
    let found = recipients(&reader.db, applications, audience, reader.now).await?;
    let Some(first) = found.going.first() else {
        return Ok((found, None));
    };
    let mailing = Model {
        id: Uuid::now_v7(),
        key: String::new(),
        audience,
        subject: message.subject,
        body: message.body,
        count: 0,
        written_by_id: Uuid::nil(),
        written_by: String::new(),
        written_at: reader.now,
    };
    let letter = first.draft().of_mailing(mailing.id);
    let letter = letter.letter(portal, reader.now);
    let shown = compose(&portal.opening_nothing()?, &letter, &mailing).await?;
    Ok((found, shown))
}

async fn compose(
    portal: &Portal,
    letter: &letter::Model,
    mailing: &Model,
) -> Result<Option<Rendered>> {
    let Some(case) = case(portal, letter).await? else {
        return Ok(None);
    };
    if letter.void_reason.is_some() || !is_asked(portal, letter, mailing.audience).await? {
        return Ok(None);
    }
    let (url, keys) = (&portal.config.public_url, &portal.keys);
    let link = match mailing.audience {
        Audience::Applicants => case.topic.link.clone(),
        Audience::Signatories => signing::address(url, keys, letter.id),
        Audience::Mentors => mentoring::address(url, keys, letter.id),
    };
    let facts = Facts {
        name: &case.topic.applicant,
        school: &case.topic.school,
        cohort: &case.topic.cohort,
    };
    let last = portal.clock.now() + Duration::days(case.around.award.limits.link_days.into());
    let about = Message {
        subject: filled(&mailing.subject, facts),
        paragraphs: paragraphs(&filled(&mailing.body, facts)),
        audience: mailing.audience,
        link,
        until: day(london_day(last)),
        topic: case.topic,
    };
    written(portal, letter, &about.topic.provider, &about)
}

/// Whether there is still something to answer, where they are asked something.
async fn is_asked(portal: &Portal, letter: &letter::Model, audience: Audience) -> Result<bool> {
    let db = &portal.db.read;
    let id = |id: Option<Uuid>| id.unwrap_or_default();
    Ok(match audience {
        Audience::Applicants => true,
        Audience::Signatories => {
            use agreement::Entity;
            let asked = Entity::find_by_id(id(letter.agreement_id)).one(db).await?;
            asked.is_some_and(|asked| signing::is_open(asked.state))
        }
        Audience::Mentors => {
            use mentor_invitation::{Entity, State};
            let asked = Entity::find_by_id(id(letter.invitation_id)).one(db).await?;
            asked.is_some_and(|asked| matches!(asked.state, State::Invited | State::Bounced))
        }
    })
}

/// A text as its writer set it: an empty line ends a paragraph.
fn paragraphs(text: &str) -> Vec<Vec<String>> {
    let mut paragraphs = vec![Vec::new()];
    for line in text.lines().map(str::trim_end) {
        match (line.is_empty(), paragraphs.last_mut()) {
            (false, Some(last)) => last.push(line.to_owned()),
            _ => paragraphs.push(Vec::new()),
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}
