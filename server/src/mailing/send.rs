//! Sending a message to many.

use entity::application::Model as Application;
use entity::mailing::{Audience, Column, Entity, Model};
use entity::{agreement, application, event, letter, mentor_invitation};
use sea_orm::sea_query::{Expr, ExprTrait as _, LockType, OnConflict, Query};
use sea_orm::{
    ColumnTrait, EntityTrait, IntoActiveModel as _, IntoSimpleExpr as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, TryInsertResult,
};
use uuid::Uuid;

use super::{MOST, Message, Recipient, recipients};
use crate::access::{Entitled, WriteToMany};
use crate::error::{Error, Result};
use crate::event::{About, record_all};
use crate::mailing::recipients::Asked;
use crate::outbox::queue_all;
use crate::reading::any_of;
use crate::tx::Tx;
use crate::{agreement as signing, invitation as mentoring};

/// A mailing as somebody confirms it.
#[derive(Clone, Debug)]
pub struct Mailing {
    /// Made up by whoever sends: the same one again is the same mailing.
    pub key: String,
    pub audience: Audience,
    pub message: Message,
    /// What it is about.
    pub applications: Vec<Uuid>,
    /// How many letters they were told it would be.
    pub count: usize,
}

/// Characters of a key.
const LONGEST_KEY: usize = 64;

/// Writes the message down once and queues a letter to each who gets it; all in as many statements for one as for many,
/// but that rows go in by some hundreds. Who sends the same twice gets the first one's answer.
///
/// # Errors
/// `INVALID_INPUT` for no key, or for too many applications; `WRONG_STATE` where nobody would get it, or others would than
/// they were told: then nothing is sent.
pub async fn send(tx: &Tx, _: Entitled<WriteToMany>, mailing: Mailing) -> Result<Model> {
    let by = tx.actor.user().ok_or(Error::Unauthenticated)?;
    let key = mailing.key.trim();
    if key.is_empty() || key.chars().count() > LONGEST_KEY {
        let why = format!("Give the mailing a key of 1 to {LONGEST_KEY} characters.");
        return Err(Error::field("key", why));
    }
    if mailing.applications.len() > MOST {
        return Err(too_many());
    }
    let id = Uuid::now_v7();
    let row = Model {
        id,
        key: key.to_owned(),
        audience: mailing.audience,
        subject: mailing.message.subject.clone(),
        body: mailing.message.body.clone(),
        // As many as were told, or nothing is kept.
        count: crate::reading::int(mailing.count),
        written_by_id: by.id,
        written_by: by.name.clone(),
        written_at: tx.now,
    };
    // Whoever sends the same at the same time waits here for this transaction.
    let once = OnConflict::columns([Column::WrittenById, Column::Key])
        .do_nothing()
        .to_owned();
    let added = Entity::insert(row.clone().into_active_model())
        .on_conflict(once)
        .try_insert()
        .exec_without_returning(tx);
    if !matches!(added.await?, TryInsertResult::Inserted(1)) {
        return before(tx, by.id, key).await;
    }
    lock(tx, &mailing.applications).await?;
    let found = recipients(tx, &mailing.applications, mailing.audience, tx.now).await?;
    if found.going.is_empty() {
        return Err(Error::WrongState(
            "Nobody of those whom you chose can be written to now.".into(),
        ));
    }
    if found.going.len() != mailing.count {
        return Err(Error::WrongState(format!(
            "It would be {} now, and you were told {}. Nothing is sent: look at it again.",
            crate::words::count(found.going.len(), "letter"),
            mailing.count
        )));
    }
    let drafts = found.going.iter().map(|one| one.draft().of_mailing(id));
    let letters = queue_all(tx, drafts.collect()).await?;
    asked_again(tx, &found.going, id).await?;
    let note = format!("to {}: {}", whom(mailing.audience), mailing.message.subject);
    let abouts = found.going.iter().zip(&letters);
    let abouts = abouts.map(|(one, letter)| about(one, *letter));
    record_all(tx, event::Kind::OfficeMessageSent, abouts.collect(), &note).await?;
    Ok(row)
}

/// That one mailing is about too many.
pub fn too_many() -> Error {
    let why = format!("One mailing is about {MOST} applications at most. Narrow them down.");
    Error::field("where", why)
}

/// Who is meant, as histories say it.
fn whom(audience: Audience) -> &'static str {
    match audience {
        Audience::Applicants => "the applicant",
        Audience::Signatories => "the school",
        Audience::Mentors => "the mentor",
    }
}

/// The mailing that this person sent under this key.
async fn before(tx: &Tx, by: Uuid, key: &str) -> Result<Model> {
    let sent = Entity::find()
        .filter(Column::WrittenById.eq(by))
        .filter(Column::Key.eq(key));
    sent.one(tx).await?.ok_or(Error::NotFound("mailing"))
}

/// Nobody answers, resends or ends anything meanwhile: that begins with the application.
async fn lock(tx: &Tx, applications: &[Uuid]) -> Result<()> {
    if tx.has_rivals() {
        let rows: Vec<Uuid> = application::Entity::find()
            .select_only()
            .column(application::Column::Id)
            .filter(any_of(tx, application::Column::Id, applications))
            .order_by_asc(application::Column::Id)
            .lock(LockType::NoKeyUpdate)
            .into_tuple()
            .all(tx)
            .await?;
        drop(rows);
    }
    Ok(())
}

/// Those who are asked something hold the link of this letter from now on, as when a letter is sent again.
async fn asked_again(tx: &Tx, going: &[Recipient], mailing: Uuid) -> Result<()> {
    let (mut agreements, mut invitations) = (Vec::new(), Vec::new());
    for one in going {
        match &one.asked {
            Asked::Nothing => {}
            Asked::ToSign(row) => {
                signing::next(row.state, signing::Step::Ask).ok_or_else(no_longer)?;
                agreements.push(row.id);
            }
            Asked::ToMentor(row) => {
                mentoring::next(row.state, mentoring::Step::Ask).ok_or_else(no_longer)?;
                invitations.push(row.id);
            }
        }
    }
    if !agreements.is_empty() {
        use agreement::{Column, Entity};
        let letter = letter_of(mailing, letter::Column::AgreementId, Column::Id);
        Entity::update_many()
            .col_expr(Column::LetterId, letter)
            .col_expr(Column::ResentAt, Expr::value(tx.now))
            .filter(any_of(tx, Column::Id, &agreements))
            .exec(tx)
            .await?;
    }
    if !invitations.is_empty() {
        use mentor_invitation::{Column, Entity};
        let letter = letter_of(mailing, letter::Column::InvitationId, Column::Id);
        Entity::update_many()
            .col_expr(Column::LetterId, letter)
            .col_expr(Column::ResentAt, Expr::value(tx.now))
            .filter(any_of(tx, Column::Id, &invitations))
            .exec(tx)
            .await?;
    }
    Ok(())
}

fn no_longer() -> Error {
    Error::WrongState("Somebody has answered meanwhile. Look at it again.".into())
}

/// The letter of the mailing that is about the row.
fn letter_of(
    mailing: Uuid,
    about: letter::Column,
    id: impl ColumnTrait,
) -> sea_orm::sea_query::SimpleExpr {
    let letter = Query::select()
        .column((letter::Entity, letter::Column::Id))
        .from(letter::Entity)
        .and_where(letter::Column::MailingId.eq(mailing))
        .and_where(about.into_simple_expr().eq(id.into_simple_expr()))
        .to_owned();
    letter.into()
}

fn about(one: &Recipient, letter: Uuid) -> About {
    let application: &Application = &one.application;
    let about = match &one.asked {
        Asked::Nothing => About::from(application),
        Asked::ToSign(row) => About::from(&**row),
        Asked::ToMentor(row) => About::from(row),
    };
    About {
        letter: Some(letter),
        ..about
    }
}
