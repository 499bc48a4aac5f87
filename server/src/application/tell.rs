//! Writing to the applicant.

use entity::application::Model;
use entity::letter::Kind;
use entity::person;
use sea_orm::EntityTrait as _;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::outbox::{Draft, queue};
use crate::tx::Tx;

/// A letter to the applicant, to be queued with whatever else it is about.
pub async fn to_applicant(
    tx: &Tx,
    person_id: Uuid,
    application_id: Uuid,
    kind: Kind,
) -> Result<Draft> {
    let person = person::Entity::find_by_id(person_id)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("person"))?;
    Ok(Draft::new(kind, person.name, person.email)
        .to_person(person.id)
        .about_application(application_id)
        .in_thread(format!("application.{application_id}")))
}

/// Queues a letter to the applicant about the application alone.
pub(super) async fn write_to(tx: &Tx, application: &Model, kind: Kind) -> Result<Uuid> {
    queue(
        tx,
        to_applicant(tx, application.person_id, application.id, kind).await?,
    )
    .await
}
