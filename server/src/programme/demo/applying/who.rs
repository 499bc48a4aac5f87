//! Who acts, and what their step is about.

use entity::application::{Column, Entity, Model};
use entity::person_role::Role;
use entity::{agreement, mentor_invitation, person, school};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use super::super::people::signed_in;
use super::file::Applicant;
use crate::access::Actor;
use crate::error::{Error, Result};
use crate::portal::Portal;
use crate::tx::{self, Tx};

pub(super) fn mentor_of(who: &Applicant) -> String {
    format!("Mentor of {}", who.name)
}

pub(super) fn mentor_address(who: &Applicant) -> String {
    format!("mentor.{}", who.email)
}

pub(super) async fn newcomer(past: &Portal, who: &Applicant) -> Result<Actor> {
    let added = tx::write(past, &Actor::System, async |tx| {
        crate::person::find_or_add(tx, who.name.clone(), who.email.clone()).await
    });
    Ok(signed_in(added.await?.id, &who.name, Role::Participant))
}

pub(super) async fn applicant(past: &Portal, who: &Applicant) -> Result<Actor> {
    Ok(signed_in(
        of(past, who).await?.person_id,
        &who.name,
        Role::Participant,
    ))
}

pub(super) async fn signatory(past: &Portal, who: &Applicant) -> Result<Actor> {
    let asked = asked(&past.db.read, of(past, who).await?.id).await?;
    Ok(Actor::Signatory {
        agreement_id: asked.id,
        letter_id: asked.letter_id.ok_or(Error::NotFound("letter"))?,
        name: asked.name,
    })
}

pub(super) async fn mentor(past: &Portal, who: &Applicant) -> Result<Actor> {
    let asked = invited(&past.db.read, of(past, who).await?.id).await?;
    Ok(Actor::Mentor {
        mentor_id: asked.mentor_id,
        letter_id: asked.letter_id.ok_or(Error::NotFound("letter"))?,
        name: mentor_of(who),
    })
}

pub(super) async fn of(past: &Portal, who: &Applicant) -> Result<Model> {
    let found = Entity::find()
        .inner_join(person::Entity)
        .filter(person::Column::Email.eq(&who.email))
        .order_by_desc(Column::Id)
        .one(&past.db.read)
        .await?;
    found.ok_or(Error::NotFound("application"))
}

pub(super) async fn asked(
    db: &impl ConnectionTrait,
    application: Uuid,
) -> Result<agreement::Model> {
    let newest = agreement::Entity::find()
        .filter(agreement::Column::ApplicationId.eq(application))
        .order_by_desc(agreement::Column::Id);
    newest.one(db).await?.ok_or(Error::NotFound("agreement"))
}

pub(super) async fn invited(
    db: &impl ConnectionTrait,
    application: Uuid,
) -> Result<mentor_invitation::Model> {
    let newest = mentor_invitation::Entity::find()
        .filter(mentor_invitation::Column::ApplicationId.eq(application))
        .order_by_desc(mentor_invitation::Column::Id);
    newest.one(db).await?.ok_or(Error::NotFound("invitation"))
}

pub(super) async fn school_of(tx: &Tx, who: &Applicant) -> Result<school::Model> {
    let found = school::Entity::find().filter(school::Column::Urn.eq(&who.urn));
    found.one(tx).await?.ok_or(Error::NotFound("school"))
}
