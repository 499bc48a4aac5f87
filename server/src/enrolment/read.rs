//! Reading the work of many participants at once.

use std::collections::HashMap;
use std::sync::Arc;

use entity::enrolment::{Column, Entity};
use entity::{approval_request, cohort, outcome, programme, task, task_outcome};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, JoinType, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, RelationTrait as _,
};
use uuid::Uuid;

use super::Work;
use crate::access::Guarded as _;
use crate::error::Result;
use crate::reading::{Reader, any_of};

/// The work of many enrolments that the reader may see, in four statements.
pub async fn work(reader: &Reader, enrolments: &[Uuid]) -> Result<HashMap<Uuid, Work>> {
    let db = &reader.db;
    let awards: Vec<(Uuid, Uuid)> = Entity::find()
        .select_only()
        .column(Column::Id)
        .column(programme::Column::AwardId)
        .join(
            JoinType::InnerJoin,
            entity::enrolment::Relation::Cohort.def(),
        )
        .join(JoinType::InnerJoin, cohort::Relation::Programme.def())
        .filter(Entity::visible(&reader.actor))
        .filter(any_of(db, Column::Id, enrolments))
        .into_tuple()
        .all(db)
        .await?;
    let seen: Vec<Uuid> = awards.iter().map(|(id, _)| *id).collect();
    let of_awards: Vec<Uuid> = awards.iter().map(|(_, award)| *award).collect();
    let of_seen = any_of(db, task::Column::EnrolmentId, &seen);
    let (tasks, claims, waiting, outcomes) = futures_util::try_join!(
        task::Entity::find()
            .filter(of_seen.clone())
            .order_by_asc(task::Column::Position)
            .all(db),
        task_outcome::Entity::find()
            .join(JoinType::InnerJoin, task_outcome::Relation::Task.def())
            .filter(of_seen.clone())
            .all(db),
        approval_request::Entity::find()
            .filter(any_of(db, approval_request::Column::EnrolmentId, &seen))
            .filter(approval_request::Column::State.eq(approval_request::State::Waiting))
            .order_by_asc(approval_request::Column::AskedAt)
            .all(db),
        outcome::Entity::find()
            .filter(any_of(db, outcome::Column::AwardId, &of_awards))
            .order_by_asc(outcome::Column::Position)
            .all(db),
    )?;

    let tasks: Vec<_> = tasks.into_iter().map(Arc::new).collect();
    let outcomes: Vec<_> = outcomes.into_iter().map(Arc::new).collect();
    let mut found: HashMap<Uuid, Work> = HashMap::with_capacity(awards.len());
    for (enrolment, award) in &awards {
        let outcomes = outcomes.iter().filter(|outcome| outcome.award_id == *award);
        found.insert(*enrolment, Work::towards(outcomes.cloned().collect()));
    }
    let owner: HashMap<Uuid, Uuid> = tasks
        .iter()
        .map(|task| (task.id, task.enrolment_id))
        .collect();
    for claim in claims {
        let enrolment = owner.get(&claim.task_id);
        if let Some(work) = enrolment.and_then(|enrolment| found.get_mut(enrolment)) {
            work.claim(claim.task_id, claim.outcome_id);
        }
    }
    for task in tasks {
        if let Some(work) = found.get_mut(&task.enrolment_id) {
            work.tasks.push(task);
        }
    }
    for request in waiting {
        if let Some(work) = found.get_mut(&request.enrolment_id) {
            work.waiting.push(Arc::new(request));
        }
    }
    Ok(found)
}
