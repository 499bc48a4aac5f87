//! Finding what happened to a thing, and where it stands in the chain.

use entity::event::{Column, Entity, Kind, Model};
use entity::{agreement, application, event_seal};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _,
    QueryTrait as _,
};
use uuid::Uuid;

use crate::error::Result;

/// What happened to an asking, if it did.
pub async fn of_agreement(
    db: &impl ConnectionTrait,
    agreement: &agreement::Model,
    kind: Kind,
) -> Result<Option<Model>> {
    // There is an index for the events of an application. An asking may have moved on to another one of the same person.
    let applications = application::Entity::find()
        .select_only()
        .column(application::Column::Id)
        .filter(application::Column::PersonId.eq(agreement.person_id));
    Ok(Entity::find()
        .filter(Column::ApplicationId.in_subquery(applications.into_query()))
        .filter(Column::AgreementId.eq(agreement.id))
        .filter(Column::Kind.eq(kind))
        .one(db)
        .await?)
}

/// The event's link of the chain; none before it is sealed.
pub async fn seal_of(
    db: &impl ConnectionTrait,
    event_id: Uuid,
) -> Result<Option<event_seal::Model>> {
    Ok(event_seal::Entity::find()
        .filter(event_seal::Column::EventId.eq(event_id))
        .one(db)
        .await?)
}
