//! Who gets a message, and who does not and why.

use chrono::{DateTime, Utc};
use entity::mailing::Audience;
use entity::{agreement, application, letter, mentor_invitation, person};
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

use super::reached::{To, reached, written_lately};
use crate::error::Result;
use crate::outbox::Draft;
use crate::reading::any_of;

/// Somebody who gets the message, about one application.
#[derive(Clone, Debug)]
pub struct Recipient {
    pub application: application::Model,
    pub name: String,
    pub email: String,
    pub asked: Asked,
}

/// What they are asked, besides being written to.
#[derive(Clone, Debug)]
pub enum Asked {
    Nothing,
    ToSign(Box<agreement::Model>),
    ToMentor(mentor_invitation::Model),
}

/// Why somebody is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The application is over.
    Over,
    /// They are asked nothing, or have answered.
    NotWaiting,
    /// The last letter to them came back.
    Bounced,
    /// They wait for the office: they asked it something, or sent a paper that it has to look at.
    QuestionOpen,
    /// They were written to less than a day ago.
    WrittenToday,
}

/// An application about which nobody is written to.
#[derive(Clone, Debug)]
pub struct LeftOut {
    pub application: application::Model,
    pub why: Why,
}

/// Who gets a message, and who does not.
#[derive(Clone, Debug, Default)]
pub struct Recipients {
    pub going: Vec<Recipient>,
    pub left_out: Vec<LeftOut>,
}

/// Who would get a message about these applications now, in as many statements for one as for all.
pub async fn recipients(
    db: &impl ConnectionTrait,
    applications: &[Uuid],
    audience: Audience,
    now: DateTime<Utc>,
) -> Result<Recipients> {
    let rows = application::Entity::find()
        .find_also_related(person::Entity)
        .filter(any_of(db, application::Column::Id, applications))
        .order_by_asc(application::Column::Id)
        .all(db)
        .await?;
    let written = written_lately(db, applications, now).await?;
    let mut reached = reached(db, applications, audience).await?;
    let mut found = Recipients::default();
    for (application, person) in rows {
        let to = match audience {
            Audience::Applicants => person.map(|person| To {
                name: person.name,
                has_bounced: reached.lost.contains(&person.id),
                email: person.email,
                has_question: false,
                from: None,
                asked: Asked::Nothing,
            }),
            _ => reached.asked.remove(&application.id),
        };
        let is_over = application.ended_at.is_some();
        let why = match &to {
            _ if is_over => Some(Why::Over),
            None => Some(Why::NotWaiting),
            Some(to) if to.has_bounced => Some(Why::Bounced),
            Some(to) if to.has_question => Some(Why::QuestionOpen),
            Some(to) if to.from > Some(now) || written.contains(&application.id) => {
                Some(Why::WrittenToday)
            }
            Some(_) => None,
        };
        match (to, why) {
            (Some(to), None) => found.going.push(Recipient {
                application,
                name: to.name,
                email: to.email,
                asked: to.asked,
            }),
            (_, why) => found.left_out.push(LeftOut {
                application,
                why: why.unwrap_or(Why::NotWaiting),
            }),
        }
    }
    Ok(found)
}

impl Recipient {
    /// The letter to them, in the thread of what they are asked.
    pub fn draft(&self) -> Draft {
        let draft = Draft::new(letter::Kind::OfficeMessageSent, &self.name, &self.email)
            .about_application(self.application.id);
        match &self.asked {
            Asked::Nothing => draft
                .to_person(self.application.person_id)
                .in_thread(format!("application.{}", self.application.id)),
            Asked::ToSign(row) => draft
                .about_agreement(row.id)
                .in_thread(format!("agreement.{}", row.id)),
            Asked::ToMentor(row) => draft
                .to_mentor(row.mentor_id)
                .about_invitation(row.id)
                .in_thread(format!("mentor.{}", row.mentor_id)),
        }
    }
}
