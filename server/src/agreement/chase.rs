//! Reminding signatories, telling applicants that no answer has come, and noticing that a letter came back.

use std::collections::HashMap;

use entity::agreement::{Column, Entity, Model, State};
use entity::event;
use entity::letter::Kind;
use sea_orm::ActiveValue::Set;
use sea_orm::DatabaseConnection;
use uuid::Uuid;

use super::Step;
use super::life::advance;
use super::send::{tell_applicant, write_to};
use crate::access::ChaseAgreement;
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
    type Chase = ChaseAgreement;
    // Whoever waits for the office, for an answer or about a paper, is not reminded, and nobody is told that they are silent.
    asked_for!(
        State::Sent,
        "agreement.state = 'sent' AND agreement.open_questions = 0 AND agreement.paper_since IS NULL",
        |row| row.open_questions == 0 && row.paper_since.is_none()
    );

    async fn calendars(db: &DatabaseConnection, rows: &[Model]) -> Result<HashMap<Uuid, Calendar>> {
        application::calendars(db, rows, |row| (row.id, row.application_id)).await
    }

    async fn remind(tx: &Tx, agreement: &Model) -> Result<Uuid> {
        record(tx, event::Kind::SignatoryReminded, agreement, None).await?;
        write_to(tx, agreement, Kind::AgreementReminder).await
    }

    async fn tell(tx: &Tx, agreement: &Model) -> Result<()> {
        record(tx, event::Kind::ParticipantNotified, agreement, None).await?;
        tell_applicant(tx, agreement, Kind::AgreementUnanswered).await?;
        Ok(())
    }
}

impl Mailed for Entity {
    const BOUNCED: &'static str = "agreement.state = 'bounced'";

    fn letter_id(row: &Model) -> Option<Uuid> {
        row.letter_id
    }

    fn is_bounced(row: &Model) -> bool {
        row.state == State::Bounced
    }

    async fn bounce(tx: &Tx, agreement: Model) -> Result<()> {
        let bounced = advance(tx, agreement, Step::Bounce, |_| {}).await?;
        record(tx, event::Kind::ParticipantNotified, &bounced, None).await?;
        tell_applicant(tx, &bounced, Kind::AgreementBounced).await?;
        Ok(())
    }

    async fn get_through(tx: &Tx, agreement: Model) -> Result<()> {
        // The reminders of days on which nothing had reached them are not for them.
        let now = tx.now;
        advance(tx, agreement, Step::Ask, |row| {
            row.resent_at = Set(Some(now))
        })
        .await?;
        Ok(())
    }
}
