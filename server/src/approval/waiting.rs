//! Requests with everything that a page or letter says of them, in a number of statements that does not depend on how
//! many there are.

use std::collections::HashMap;

use entity::approval_request::{self, Column, Entity, State};
use entity::{award, cohort, enrolment, outcome, person, programme, school, task, task_outcome};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::access::{Actor, Guarded as _};
use crate::error::Result;
use crate::page::AT_A_TIME;
use crate::task::hash;

/// One request, the task that it is for, and where that is done.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub request: approval_request::Model,
    pub task: task::Model,
    pub place: Place,
    /// Those that the participant claims, in the award's order.
    pub outcomes: Vec<outcome::Model>,
}

/// Who works towards what, at which school, and who runs it.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub participant: person::Model,
    pub school: school::Model,
    pub award: award::Model,
    pub provider: String,
}

impl Case {
    /// The hash of the text as it is now.
    pub fn hash(&self) -> String {
        let codes: Vec<String> = self
            .outcomes
            .iter()
            .map(|outcome| outcome.code.clone())
            .collect();
        hash(&self.task, &codes)
    }
}

/// What waits for the actor, oldest first, and how much that is in all.
pub(super) async fn waiting(db: &impl ConnectionTrait, actor: &Actor) -> Result<(Vec<Case>, u64)> {
    let all = Entity::find()
        .filter(Entity::visible(actor))
        .filter(Column::State.eq(State::Waiting));
    let total = all.clone().count(db).await?;
    let rows = all
        .order_by_asc(Column::AskedAt)
        .order_by_asc(Column::Id)
        .limit(AT_A_TIME)
        .all(db)
        .await?;
    Ok((cases(db, rows).await?, total))
}

/// What the actor may see among the requests that fit, newest first.
pub(super) async fn among(
    db: &impl ConnectionTrait,
    actor: &Actor,
    fits: Condition,
    limit: u64,
) -> Result<Vec<Case>> {
    let rows = Entity::find()
        .filter(Entity::visible(actor))
        .filter(fits)
        .order_by_desc(Column::AskedAt)
        .order_by_desc(Column::Id)
        .limit(limit)
        .all(db)
        .await?;
    cases(db, rows).await
}

/// The requests' tasks, places and outcomes, in the order of the requests.
pub(super) async fn cases(
    db: &impl ConnectionTrait,
    requests: Vec<approval_request::Model>,
) -> Result<Vec<Case>> {
    if requests.is_empty() {
        return Ok(Vec::new());
    }
    let tasks = task::Entity::find()
        .filter(task::Column::Id.is_in(requests.iter().map(|request| request.task_id)))
        .all(db)
        .await?;
    let mut claims = task_outcome::Entity::find()
        .filter(task_outcome::Column::TaskId.is_in(tasks.iter().map(|task| task.id)))
        .find_also_related(outcome::Entity)
        .order_by_asc(outcome::Column::Position)
        .all(db)
        .await?
        .into_iter()
        .fold(
            HashMap::<Uuid, Vec<outcome::Model>>::new(),
            |mut claims, (claim, outcome)| {
                claims.entry(claim.task_id).or_default().extend(outcome);
                claims
            },
        );
    let places = places(db, requests.iter().map(|request| request.enrolment_id)).await?;
    let tasks: HashMap<Uuid, task::Model> = tasks.into_iter().map(|task| (task.id, task)).collect();
    Ok(requests
        .into_iter()
        .filter_map(|request| {
            let task = tasks.get(&request.task_id)?.clone();
            let place = places.get(&request.enrolment_id)?.clone();
            // A task that was asked for twice is told of twice.
            let outcomes = claims.entry(task.id).or_default().clone();
            Some(Case {
                request,
                task,
                place,
                outcomes,
            })
        })
        .collect())
}

/// The places of the enrolments.
pub(super) async fn places(
    db: &impl ConnectionTrait,
    enrolments: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Place>> {
    let enrolments = enrolment::Entity::find()
        .filter(enrolment::Column::Id.is_in(enrolments))
        .find_also_related(person::Entity)
        .all(db)
        .await?;
    let schools = school::Entity::find()
        .filter(
            school::Column::Id.is_in(enrolments.iter().map(|(enrolment, _)| enrolment.school_id)),
        )
        .all(db)
        .await?;
    let cohorts = cohort::Entity::find()
        .filter(
            cohort::Column::Id.is_in(enrolments.iter().map(|(enrolment, _)| enrolment.cohort_id)),
        )
        .find_also_related(programme::Entity)
        .all(db)
        .await?;
    let awards = award::Entity::find()
        .filter(
            award::Column::Id.is_in(
                cohorts
                    .iter()
                    .filter_map(|(_, programme)| Some(programme.as_ref()?.award_id)),
            ),
        )
        .all(db)
        .await?;
    Ok(enrolments
        .into_iter()
        .filter_map(|(enrolment, participant)| {
            let (_, programme) = cohorts
                .iter()
                .find(|(cohort, _)| cohort.id == enrolment.cohort_id)?;
            let programme = programme.as_ref()?;
            let place = Place {
                participant: participant?,
                school: schools
                    .iter()
                    .find(|school| school.id == enrolment.school_id)?
                    .clone(),
                award: awards
                    .iter()
                    .find(|award| award.id == programme.award_id)?
                    .clone(),
                provider: programme.provider.clone(),
            };
            Some((enrolment.id, place))
        })
        .collect())
}
