//! Telling a signatory that there is nothing left to sign.

use entity::agreement::{self, State};
use entity::letter::{self, Column, Entity};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};

use super::asking;
use crate::agreement::link::ASKS;
use crate::application::Topic;
use crate::error::Result;
use crate::outbox::Rendered;
use crate::portal::Portal;
use crate::stationery::{written, written_as};

#[derive(Clone, Debug)]
struct NoLongerNeeded {
    topic: Topic,
    why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    /// Somebody else is asked.
    Replaced,
    /// The application ended.
    Over,
    /// What was signed counts no more.
    Revoked,
}

written_as!(
    NoLongerNeeded,
    "letters/agreement_no_longer_needed.txt",
    "letters/agreement_no_longer_needed.html"
);

impl NoLongerNeeded {
    fn title(&self) -> String {
        let applicant = &self.topic.applicant;
        match self.why {
            Why::Revoked => format!("What you signed for {applicant} no longer counts"),
            Why::Replaced | Why::Over => {
                format!("Nothing left to sign for {applicant}")
            }
        }
    }
}

pub(super) async fn no_longer_needed(
    portal: &Portal,
    letter: &letter::Model,
) -> Result<Option<Rendered>> {
    let Some((asked, case)) = asking(portal, letter).await? else {
        return Ok(None);
    };
    let why = match asked.state {
        State::Superseded => Why::Replaced,
        State::Expired => Why::Over,
        State::Revoked => Why::Revoked,
        _ => return Ok(None),
    };
    // Whoever never heard of it needs not hear that it is over; the address may be a stranger's.
    if !was_asked(portal, &asked).await? {
        return Ok(None);
    }
    let about = NoLongerNeeded {
        topic: case.topic,
        why,
    };
    written(portal, letter, &about.topic.provider, &about)
}

/// Whether any letter that asks got through.
async fn was_asked(portal: &Portal, agreement: &agreement::Model) -> Result<bool> {
    let sent = Entity::find()
        .filter(Column::ApplicationId.eq(agreement.application_id))
        .filter(Column::AgreementId.eq(agreement.id))
        .filter(Column::Kind.is_in(ASKS))
        .filter(Column::State.eq(letter::State::Sent))
        .count(&portal.db.read)
        .await?;
    Ok(sent > 0)
}
