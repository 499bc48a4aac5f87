//! Beginning an application.

use entity::application::{Answers, Column, Entity, State};
use entity::needs::Needs;
use entity::{application, event};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::is_open;
use crate::access::{Apply, Granted};
use crate::clock::london_day;
use crate::error::{Error, Result, breaks_unique};
use crate::event::record;
use crate::tx::Tx;
use crate::words::day;

/// Begins an application of whoever is signed in, or answers the one that they have begun already.
///
/// # Errors
/// `WRONG_STATE` outside the time in which the cohort takes applications.
pub async fn begin(tx: &Tx, cohort: Granted<Apply>) -> Result<application::Model> {
    let person_id = tx.actor.user().ok_or(Error::Unauthenticated)?.id;
    let live = Entity::find()
        .filter(Column::PersonId.eq(person_id))
        .filter(Column::CohortId.eq(cohort.id))
        .filter(Column::EndedAt.is_null())
        .one(tx)
        .await?;
    if let Some(live) = live {
        return Ok(live);
    }
    if !is_open(&cohort, london_day(tx.now)) {
        return Err(closed(&cohort));
    }
    let row = blank(tx, person_id, cohort.id);
    let row = row.insert(tx).await.map_err(|error| {
        if breaks_unique(&error, "application", &["person_id", "cohort_id"]) {
            Error::WrongState(
                "You have begun this application a moment ago. Load the page again.".into(),
            )
        } else {
            error.into()
        }
    })?;
    record(tx, event::Kind::ApplicationStarted, &row, None).await?;
    Ok(row)
}

/// Nothing is answered yet.
pub(super) fn blank(tx: &Tx, person_id: Uuid, cohort_id: Uuid) -> application::ActiveModel {
    application::ActiveModel {
        id: Set(Uuid::now_v7()),
        person_id: Set(person_id),
        cohort_id: Set(cohort_id),
        state: Set(State::Draft),
        version: Set(1),
        school_id: Set(None),
        answers: Set(Answers::default()),
        needs: Set(Needs::default()),
        submitted_at: Set(None),
        group_id: Set(None),
        offered_at: Set(None),
        offer_until: Set(None),
        enrolment_id: Set(None),
        change_until: Set(None),
        deferred_to: Set(None),
        carried_from: Set(None),
        leaving: Set(None),
        reason: Set(None),
        notices: Set(0),
        ended_at: Set(None),
        created_at: Set(tx.now),
        updated_at: Set(tx.now),
        stands_since: Set(tx.now),
    }
}

/// When the cohort takes applications, for who comes at another time.
pub(super) fn closed(cohort: &entity::cohort::Model) -> Error {
    let name = &cohort.name;
    Error::WrongState(match (cohort.applications_from, cohort.applications_to) {
        (Some(from), Some(to)) => format!(
            "Applications for {name} are taken from {} to {}.",
            day(from),
            day(to)
        ),
        (Some(from), None) => format!("Applications for {name} are taken from {}.", day(from)),
        (None, _) => format!("{name} takes no applications."),
    })
}
