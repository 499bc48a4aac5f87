//! Finding participants, and reading the work of many at once.

use std::collections::HashMap;

use entity::enrolment::{Column, Entity, State};
use entity::{
    approval_request, cohort, outcome, person, programme, school, task, task_outcome,
    training_group,
};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, IntoSimpleExpr as _, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, RelationTrait as _, Select,
};
use uuid::Uuid;

use super::Work;
use crate::access::{Actor, Guarded as _};
use crate::error::Result;
use crate::reading::{Direction, Key, Reader, SortKey, any_of, contains};

/// Which participants.
#[derive(Clone, Debug, Default)]
pub struct ParticipantWhere {
    pub group_id: Option<Uuid>,
    pub school_id: Option<Uuid>,
    pub state: Option<Vec<State>>,
    /// Part of a name or of a school's name; of an address only for administrators.
    pub search: Option<String>,
}

/// What participants are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ParticipantOrderField {
    #[default]
    Name,
    School,
    Group,
    StartedOn,
}

#[derive(Clone, Copy, Debug, Default)]
pub struct ParticipantOrder {
    pub field: ParticipantOrderField,
    pub direction: Direction,
}

impl ParticipantOrder {
    /// What the list is sorted by for this actor. An order by name would tell names, and so would its cursors: tools that
    /// may not read names get the order by age instead.
    pub fn sort_key(self, actor: &Actor) -> SortKey {
        let (expr, key) = match self.field {
            ParticipantOrderField::Name if !actor.may_see_names() => {
                return SortKey::age(self.direction);
            }
            ParticipantOrderField::Name => (person::Column::Name.into_simple_expr(), Key::Text),
            ParticipantOrderField::School => (school::Column::Name.into_simple_expr(), Key::Text),
            ParticipantOrderField::Group => {
                (training_group::Column::Name.into_simple_expr(), Key::Text)
            }
            ParticipantOrderField::StartedOn => (Column::StartedOn.into_simple_expr(), Key::Day),
        };
        SortKey {
            expr,
            key,
            direction: self.direction,
        }
    }
}

impl ParticipantWhere {
    /// The enrolments that the reader may see and that fit.
    pub fn select(&self, reader: &Reader) -> Select<Entity> {
        let mut fits = Condition::all();
        if let Some(id) = self.group_id {
            fits = fits.add(Column::GroupId.eq(id));
        }
        if let Some(id) = self.school_id {
            fits = fits.add(Column::SchoolId.eq(id));
        }
        if let Some(states) = &self.state {
            fits = fits.add(Column::State.is_in(states.iter().copied()));
        }
        if let Some(text) = self
            .search
            .as_deref()
            .filter(|text| !text.trim().is_empty())
        {
            let mut found = Condition::any().add(contains(school::Column::Name, text));
            if reader.actor.may_see_names() {
                found = found.add(contains(person::Column::Name, text));
            }
            if reader.actor.is_administrator() {
                found = found.add(contains(person::Column::Email, text));
            }
            fits = fits.add(found);
        }
        Entity::find()
            .join(
                JoinType::InnerJoin,
                entity::enrolment::Relation::Person.def(),
            )
            .join(
                JoinType::InnerJoin,
                entity::enrolment::Relation::School.def(),
            )
            .join(
                JoinType::InnerJoin,
                entity::enrolment::Relation::TrainingGroup.def(),
            )
            .filter(Entity::visible(&reader.actor))
            .filter(fits)
    }
}

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

    let mut found: HashMap<Uuid, Work> = HashMap::with_capacity(awards.len());
    for (enrolment, award) in &awards {
        let outcomes = outcomes
            .iter()
            .filter(|outcome| outcome.award_id == *award)
            .cloned()
            .collect();
        found.insert(
            *enrolment,
            Work {
                outcomes,
                ..Work::default()
            },
        );
    }
    let owner: HashMap<Uuid, Uuid> = tasks
        .iter()
        .map(|task| (task.id, task.enrolment_id))
        .collect();
    for claim in claims {
        if let Some(work) = owner
            .get(&claim.task_id)
            .and_then(|enrolment| found.get_mut(enrolment))
        {
            work.claims.push((claim.task_id, claim.outcome_id));
        }
    }
    for task in tasks {
        if let Some(work) = found.get_mut(&task.enrolment_id) {
            work.tasks.push(task);
        }
    }
    for request in waiting {
        if let Some(work) = found.get_mut(&request.enrolment_id) {
            work.waiting.push(request);
        }
    }
    Ok(found)
}
