//! Sending in a scan.

use chrono::{DateTime, Duration, Utc};
use entity::agreement::State as Asked;
use entity::agreement_scan::{ActiveModel, Column, Entity, Model, Source, State};
use entity::letter::Kind;
use entity::{agreement, agreement_scan_file, event};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _,
    PaginatorTrait as _, QueryFilter as _,
};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::close::replace;
use super::life::wait;
use crate::access::{Granted, SendScan, hex};
use crate::agreement::Signing;
use crate::agreement::send::write_to;
use crate::agreement::sign::checked;
use crate::error::{Error, FieldError, Result};
use crate::event::record;
use crate::person::named;
use crate::tx::Tx;
use crate::upload::Kept;

/// Scans of one asking within a day: each keeps some megabytes.
const SENT_A_DAY: u64 = 5;

/// What somebody sends in.
#[derive(Clone, Debug)]
pub struct Sending {
    /// What the paper says: the hash of its words, who signed, and what they wrote down.
    pub signing: Signing,
    /// The name of who sends it, as they typed it; an administrator has one already.
    pub sent_by: String,
    pub file: Kept,
}

/// What came of it. That the words changed is no error: they are shown again.
#[derive(Clone, Debug)]
pub enum Received {
    Yes(Box<Model>),
    /// These are not the words on the paper.
    Changed,
}

/// Keeps the scan until the office decides. One that was sent before, and that nobody has decided on, ends.
///
/// # Errors
/// `INVALID_INPUT` as for a signature; `WRONG_STATE` where there is nothing left to sign; `TOO_MANY` after five a day.
pub async fn send(tx: &Tx, agreement: Granted<SendScan>, sending: Sending) -> Result<Received> {
    let asked = agreement.into_row();
    if !matches!(asked.state, Asked::Sent | Asked::Bounced) {
        return Err(Error::WrongState(
            "Nobody is asked to sign any more, so no paper can be taken.".into(),
        ));
    }
    not_too_many(tx, &asked, tx.now).await?;
    let Some(given) = checked(tx, &asked, &sending.signing).await? else {
        return Ok(Received::Changed);
    };
    let (source, sent_by) = sender(tx, &sending.sent_by)?;
    replace(tx, asked.id).await?;
    let Kept {
        content,
        format,
        pages,
    } = sending.file;
    let scan = ActiveModel {
        id: Set(Uuid::now_v7()),
        agreement_id: Set(asked.id),
        person_id: Set(asked.person_id),
        state: Set(match tx.portal.config.upload_scanner {
            Some(_) => State::Checking,
            None => State::Waiting,
        }),
        source: Set(source),
        sent_by: Set(sent_by),
        sent_at: Set(tx.now),
        format: Set(format),
        bytes: Set(i32::try_from(content.len()).unwrap_or(i32::MAX)),
        pages: Set(pages),
        sha256: Set(hex(&Sha256::digest(&content))),
        text_hash: Set(sending.signing.hash),
        signed_name: Set(given.name),
        appointed_on: Set(given.appointed_on),
        mentor_name: Set(given.nomination.name),
        mentor_email: Set(given.nomination.email),
        mentor_post: Set(given.nomination.post),
        review: Set(given.review),
        ip: Set(sending.signing.ip),
        user_agent: Set(sending.signing.user_agent.chars().take(300).collect()),
        tries: Set(0),
        decided_at: Set(None),
        decided_by: Set(None),
        reason: Set(None),
    }
    .insert(tx)
    .await?;
    let file = agreement_scan_file::ActiveModel {
        scan_id: Set(scan.id),
        content: Set(content),
    };
    agreement_scan_file::Entity::insert(file)
        .exec_without_returning(tx)
        .await?;
    wait(tx, asked.id, true).await?;
    let note = Some(scan.sha256.clone());
    record(tx, event::Kind::AgreementScanSent, &asked, note).await?;
    write_to(tx, &asked, Kind::AgreementScanReceived).await?;
    Ok(Received::Yes(Box::new(scan)))
}

fn sender(tx: &Tx, typed: &str) -> Result<(Source, String)> {
    if let Some(user) = tx.actor.user() {
        return Ok((Source::Office, user.name.clone()));
    }
    let mut wrong: Vec<FieldError> = Vec::new();
    let name = named("sentBy", typed, &mut wrong);
    match wrong.is_empty() {
        true => Ok((Source::Signatory, name)),
        false => Err(Error::Invalid(wrong)),
    }
}

/// Whether one more may be sent today.
///
/// # Errors
/// `TOO_MANY` after five.
pub(in crate::agreement) async fn not_too_many(
    db: &impl ConnectionTrait,
    asked: &agreement::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    let today = Entity::find()
        .filter(Column::AgreementId.eq(asked.id))
        .filter(Column::SentAt.gt(now - Duration::days(1)))
        .count(db)
        .await?;
    if today < SENT_A_DAY {
        return Ok(());
    }
    Err(Error::TooMany(format!(
        "{SENT_A_DAY} files were sent within a day. Send another one tomorrow, or write to the programme office."
    )))
}
