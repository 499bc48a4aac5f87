//! What hangs on applications, for many at once.

use std::sync::Arc;

use entity::{agreement, application, event, mentor_invitation};
use sea_orm::QueryOrder as _;
use uuid::Uuid;

use super::ApplicationStep;
use crate::access::Guarded as _;
use crate::application::{Ahead, NextStep, ahead};
use crate::error;
use crate::reading::{Found, Reader, by_id, rows_by};
use crate::schema::keys;

/// Events of one application that are shown at most.
const SHOWN: usize = 100;

keys! {
    /// An application by id.
    pub ApplicationById => Option<Arc<application::Model>> = by_id::<application::Entity, _>;
    /// What lies ahead of an application, by its id.
    pub AheadOf => Option<Ahead> = ahead;
    /// Every asking, oldest first, by the application's id.
    pub(super) AgreementsOf => Vec<Arc<agreement::Model>> = agreements;
    /// The latest asking of a mentor, by the application's id.
    pub(super) LatestInvitation => Option<Arc<mentor_invitation::Model>> = invitations;
    /// The application for a later cohort that goes on, by the id of the one that was put off.
    pub(super) GoesOnAs => Option<Arc<application::Model>> = goes_on;
    /// What happened, newest first, by the application's id.
    pub(super) ApplicationEvents => Vec<Arc<event::Model>> = events;
}

async fn goes_on(
    reader: &Reader,
    ids: &[Uuid],
) -> error::Result<Found<Option<Arc<application::Model>>>> {
    let later = application::Entity::seen_by(&reader.actor);
    rows_by(reader, later, application::Column::CarriedFrom, ids).await
}

async fn agreements(
    reader: &Reader,
    ids: &[Uuid],
) -> error::Result<Found<Vec<Arc<agreement::Model>>>> {
    let oldest_first =
        agreement::Entity::seen_by(&reader.actor).order_by_asc(agreement::Column::Id);
    rows_by(reader, oldest_first, agreement::Column::ApplicationId, ids).await
}

async fn invitations(
    reader: &Reader,
    ids: &[Uuid],
) -> error::Result<Found<Option<Arc<mentor_invitation::Model>>>> {
    let oldest_first = mentor_invitation::Entity::seen_by(&reader.actor)
        .order_by_asc(mentor_invitation::Column::Id);
    let by = mentor_invitation::Column::ApplicationId;
    rows_by(reader, oldest_first, by, ids).await
}

async fn events(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Vec<Arc<event::Model>>>> {
    let newest_first = event::Entity::seen_by(&reader.actor).order_by_desc(event::Column::Id);
    let mut found: Found<Vec<_>> =
        rows_by(reader, newest_first, event::Column::ApplicationId, ids).await?;
    found.values_mut().for_each(|events| events.truncate(SHOWN));
    Ok(found)
}

impl AheadOf {
    /// What is next. Whoever sees an application sees that; one that went meanwhile is over.
    pub fn step(found: Option<&Ahead>) -> ApplicationStep {
        found.map_or(NextStep::Over, |found| found.step).into()
    }
}
