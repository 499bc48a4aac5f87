//! Telling the school that an application goes on with a later cohort: who signs, and the mentor.

use entity::{agreement, letter, mentor_invitation};
use sea_orm::EntityTrait as _;

use crate::application::{Topic, case};
use crate::error::Result;
use crate::outbox::Rendered;
use crate::portal::Portal;
use crate::stationery::{written, written_as};
use crate::words::day;

#[derive(Clone, Debug)]
struct Deferred {
    /// The application that goes on.
    topic: Topic,
    begins: String,
    whom: Whom,
}

/// Who reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whom {
    /// Who has signed for the school.
    Signed,
    /// Who is asked to sign.
    Asked,
    /// Who has agreed to be the mentor.
    Mentor,
    /// Who is asked to be the mentor.
    MentorAsked,
}

impl Whom {
    fn is_mentor(self) -> bool {
        matches!(self, Self::Mentor | Self::MentorAsked)
    }
}

written_as!(
    Deferred,
    "letters/application_deferred.txt",
    "letters/application_deferred.html"
);

impl Deferred {
    fn title(&self) -> String {
        let Topic {
            applicant, cohort, ..
        } = &self.topic;
        format!("{applicant} goes on with a later start: {cohort}")
    }
}

pub(super) async fn tell(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some(case) = case(portal, letter).await? else {
        return Ok(None);
    };
    if case.application.ended_at.is_some() {
        return Ok(None);
    }
    let Some(whom) = whom(portal, letter).await? else {
        return Ok(None);
    };
    let about = Deferred {
        begins: day(case.around.cohort.starts_on),
        topic: case.topic,
        whom,
    };
    written(portal, letter, &about.topic.provider, &about)
}

/// Who it is to; none who is no longer asked.
async fn whom(portal: &Portal, letter: &letter::Model) -> Result<Option<Whom>> {
    use agreement::State as Asked;
    use mentor_invitation::State as Invited;
    let db = &portal.db.read;
    if let Some(id) = letter.invitation_id {
        let found = mentor_invitation::Entity::find_by_id(id).one(db).await?;
        return Ok(found.and_then(|found| match found.state {
            Invited::Accepted => Some(Whom::Mentor),
            Invited::Invited | Invited::Bounced => Some(Whom::MentorAsked),
            Invited::Declined | Invited::Superseded => None,
        }));
    }
    let found = match letter.agreement_id {
        Some(id) => agreement::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    Ok(found.and_then(|found| match found.state {
        Asked::Signed => Some(Whom::Signed),
        Asked::Sent | Asked::Bounced => Some(Whom::Asked),
        _ => None,
    }))
}
