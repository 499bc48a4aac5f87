//! Reminding mentors, and telling participants that no answer has come.

use std::collections::HashMap;

use entity::approval_request::{Column, Entity, Model, State};
use entity::letter::Kind;
use entity::{enrolment, event, mentor, person};
use sea_orm::{DatabaseConnection, EntityTrait as _};
use uuid::Uuid;

use super::ask::write_to;
use crate::access::Chase;
use crate::chase::{self, Chased, asked_for};
use crate::error::{Error, Result};
use crate::event::record;
use crate::outbox::{Draft, queue};
use crate::portal::Portal;
use crate::programme::{self, Calendar};
use crate::tx::Tx;

/// Looks at what may be due and writes what is. Answers how many letters that were.
pub async fn chase(portal: &Portal) -> Result<usize> {
    chase::chase::<Entity>(portal).await
}

impl Chased for Entity {
    type Chase = Chase;
    asked_for!(State::Waiting, "approval_request.state = 'waiting'");

    async fn calendars(db: &DatabaseConnection, rows: &[Model]) -> Result<HashMap<Uuid, Calendar>> {
        let by_enrolment =
            programme::calendars(db, rows.iter().map(|request| request.enrolment_id)).await?;
        Ok(rows
            .iter()
            .filter_map(|row| Some((row.id, by_enrolment.get(&row.enrolment_id)?.clone())))
            .collect())
    }

    async fn remind(tx: &Tx, request: &Model) -> Result<Uuid> {
        let mentor = mentor::Entity::find_by_id(request.mentor_id)
            .one(tx)
            .await?
            .ok_or(Error::NotFound("mentor"))?;
        record(tx, event::Kind::MentorReminded, request, None).await?;
        write_to(
            tx,
            &mentor,
            Kind::TaskApprovalReminder,
            request.enrolment_id,
        )
        .await
    }

    async fn tell(tx: &Tx, request: &Model) -> Result<()> {
        let found = enrolment::Entity::find_by_id(request.enrolment_id)
            .find_also_related(person::Entity)
            .one(tx)
            .await?;
        let Some((enrolment, Some(person))) = found else {
            return Ok(());
        };
        record(tx, event::Kind::ParticipantNotified, request, None).await?;
        let draft = Draft::new(Kind::TaskApprovalUnanswered, person.name, person.email)
            .to_person(person.id)
            .about_enrolment(enrolment.id)
            .about_request(request.id)
            .in_thread(format!("task.{}", request.task_id));
        queue(tx, draft).await?;
        Ok(())
    }
}
