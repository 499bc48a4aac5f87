//! Reminding nominated mentors, telling applicants that no answer has come, and noticing that a letter came back.

use std::collections::HashMap;

use entity::event;
use entity::letter::Kind;
use entity::mentor_invitation::{Column, Entity, Model, State};
use sea_orm::ActiveValue::Set;
use sea_orm::DatabaseConnection;
use uuid::Uuid;

use super::Step;
use super::invite::{seek, tell_applicant, write_to};
use super::life::advance;
use crate::access::ChaseInvitation;
use crate::application;
use crate::chase::{self, Chased, Mailed, asked_for};
use crate::error::Result;
use crate::event::record;
use crate::portal::Portal;
use crate::programme::Calendar;
use crate::tx::Tx;

/// Looks at what came back or may be due and writes what is. Answers how many letters and changes that were.
pub async fn chase(portal: &Portal) -> Result<usize> {
    let settled = chase::look_at_mail::<Entity>(portal).await?;
    Ok(settled + chase::chase::<Entity>(portal).await?)
}

impl Chased for Entity {
    type Chase = ChaseInvitation;
    asked_for!(State::Invited, "mentor_invitation.state = 'invited'");

    async fn calendars(db: &DatabaseConnection, rows: &[Model]) -> Result<HashMap<Uuid, Calendar>> {
        application::calendars(db, rows, |row| (row.id, row.application_id)).await
    }

    async fn remind(tx: &Tx, invitation: &Model) -> Result<Uuid> {
        record(tx, event::Kind::MentorReminded, invitation, None).await?;
        write_to(tx, invitation, Kind::MentorInvitationReminder).await
    }

    async fn tell(tx: &Tx, invitation: &Model) -> Result<()> {
        record(tx, event::Kind::ParticipantNotified, invitation, None).await?;
        tell_applicant(tx, invitation, Kind::MentorUnanswered).await?;
        Ok(())
    }
}

impl Mailed for Entity {
    const BOUNCED: &'static str = "mentor_invitation.state = 'bounced'";

    fn letter_id(row: &Model) -> Option<Uuid> {
        row.letter_id
    }

    fn is_bounced(row: &Model) -> bool {
        row.state == State::Bounced
    }

    async fn bounce(tx: &Tx, invitation: Model) -> Result<()> {
        let bounced = advance(tx, invitation, Step::Bounce, |_| {}).await?;
        record(tx, event::Kind::ParticipantNotified, &bounced, None).await?;
        tell_applicant(tx, &bounced, Kind::MentorBounced).await?;
        seek(tx, &bounced).await?;
        Ok(())
    }

    async fn get_through(tx: &Tx, invitation: Model) -> Result<()> {
        // The reminders of days on which nothing had reached them are not for them.
        let now = tx.now;
        advance(tx, invitation, Step::Ask, |row| {
            row.resent_at = Set(Some(now))
        })
        .await?;
        Ok(())
    }
}
