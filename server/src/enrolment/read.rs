//! Reading the work of many participants at once. The database counts; only what is shown comes over.
//!
//! All of this is asked by the ids of enrolments that were read within the actor's scope: whoever sees a participant may
//! know how far they are. Their tasks are seen by the same, but not by delivery partners.

use std::sync::Arc;

use entity::enrolment::{Column, Entity};
use entity::{approval_request, cohort, programme, task, task_outcome};
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait as _, Func, Query, SimpleExpr};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, DbBackend, EntityTrait as _, FromQueryResult, JoinType,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _, RelationTrait as _,
};
use uuid::Uuid;

use super::{Coverage, Tally};
use crate::access::bounds::work_seen;
use crate::error::Result;
use crate::reading::{Found, Reader, any_of, rows_by};
use crate::task::{overdue, without_texts};

/// Participants' tasks in the award's order, without their texts.
pub async fn tasks(reader: &Reader, enrolments: &[Uuid]) -> Result<Found<Vec<Arc<task::Model>>>> {
    let in_order = without_texts(task::Entity::find())
        .filter(work_seen(&reader.actor, task::Column::ParticipantId))
        .order_by_asc(task::Column::Position);
    rows_by(reader, in_order, task::Column::EnrolmentId, enrolments).await
}

/// A task, and the outcomes that it claims as one text.
#[derive(FromQueryResult)]
struct Claiming {
    #[sea_orm(nested)]
    task: task::Model,
    claimed: Option<String>,
}

/// The same tasks, each with the ids of the outcomes that it claims, in no order.
pub async fn claiming_tasks(
    reader: &Reader,
    enrolments: &[Uuid],
) -> Result<Vec<(task::Model, Vec<Uuid>)>> {
    let joined = match reader.db.get_database_backend() {
        DbBackend::Sqlite => "group_concat(hex(outcome_id))",
        _ => "string_agg(CAST(outcome_id AS text), ',')",
    };
    let claimed = task_outcome::Entity::find()
        .select_only()
        .expr(Expr::cust(joined))
        .filter(
            Expr::col((task_outcome::Entity, task_outcome::Column::TaskId))
                .equals((task::Entity, task::Column::Id)),
        )
        .into_query();
    let tasks = without_texts(task::Entity::find())
        .expr_as(
            SimpleExpr::SubQuery(None, Box::new(claimed.into())),
            "claimed",
        )
        .filter(any_of(&reader.db, task::Column::EnrolmentId, enrolments))
        .filter(work_seen(&reader.actor, task::Column::ParticipantId))
        .order_by_asc(task::Column::Position)
        .into_model::<Claiming>()
        .all(&reader.db)
        .await?;
    let tasks = tasks.into_iter().map(|Claiming { task, claimed }| {
        let claimed = claimed.unwrap_or_default();
        let ids = claimed.split(',').filter_map(|id| id.parse().ok());
        (task, ids.collect())
    });
    Ok(tasks.collect())
}

/// Requests that wait for the mentor, oldest first.
pub async fn waiting(
    reader: &Reader,
    enrolments: &[Uuid],
) -> Result<Found<Vec<Arc<approval_request::Model>>>> {
    use approval_request::{Column, Entity, State};
    let waiting = Entity::find()
        .filter(Column::State.eq(State::Waiting))
        .filter(work_seen(&reader.actor, Column::ParticipantId))
        .order_by_asc(Column::AskedAt);
    rows_by(reader, waiting, Column::EnrolmentId, enrolments).await
}

/// Numbers of participants' tasks.
pub async fn tallies(reader: &Reader, enrolments: &[Uuid]) -> Result<Found<Tally>> {
    use task::Column;
    let late = Func::sum(
        CaseStatement::new()
            .case(overdue(reader.today()), 1)
            .finally(0),
    );
    let counts: Vec<(Uuid, task::State, i64, i64)> = task::Entity::find()
        .select_only()
        .column(Column::EnrolmentId)
        .column(Column::State)
        .column_as(Column::Id.count(), "n")
        .column_as(late.cast_as("bigint"), "overdue")
        .filter(any_of(&reader.db, Column::EnrolmentId, enrolments))
        .group_by(Column::EnrolmentId)
        .group_by(Column::State)
        .into_tuple()
        .all(&reader.db)
        .await?;
    let mut found: Found<Tally> = Found::default();
    for (enrolment, state, number, overdue) in counts {
        let tally = found.entry(enrolment).or_default();
        tally.add(state, number, overdue);
    }
    Ok(found)
}

/// What a participant works towards, and how far.
pub struct Towards {
    pub enrolment: Uuid,
    pub award: Uuid,
    /// By outcome; those that nothing points to are left out.
    pub covered: Vec<(Uuid, Coverage)>,
}

/// The awards that participants work towards, with how far they have covered the outcomes, of those whose work the reader
/// may look into. One row a participant: reading a row for each outcome takes longer than finding it.
pub async fn coverage(reader: &Reader, enrolments: &[Uuid]) -> Result<Vec<Towards>> {
    use task::State;
    let weight = CaseStatement::new()
        .case(task::Column::State.eq(State::Approved), 2)
        .case(task::Column::State.eq(State::Waived), 0)
        .finally(1);
    let claimed = task_outcome::Entity::find()
        .select_only()
        .column(task_outcome::Column::OutcomeId)
        .expr_as(Func::max(weight), "most")
        .join(JoinType::InnerJoin, task_outcome::Relation::Task.def())
        .filter(Expr::col((task::Entity, task::Column::EnrolmentId)).equals((Entity, Column::Id)))
        .group_by(task_outcome::Column::OutcomeId)
        .into_query();
    let joined = match reader.db.get_database_backend() {
        DbBackend::Sqlite => "group_concat(most || hex(outcome_id))",
        _ => "string_agg(most || CAST(outcome_id AS text), ',')",
    };
    let joined = Query::select()
        .expr(Expr::cust(joined))
        .from_subquery(claimed, "claimed")
        .take();
    let found: Vec<(Uuid, Uuid, Option<String>)> = Entity::find()
        .select_only()
        .column(Column::Id)
        .column(programme::Column::AwardId)
        .expr_as(
            SimpleExpr::SubQuery(None, Box::new(joined.into())),
            "covered",
        )
        .join(
            JoinType::InnerJoin,
            entity::enrolment::Relation::Cohort.def(),
        )
        .join(JoinType::InnerJoin, cohort::Relation::Programme.def())
        .filter(any_of(&reader.db, Column::Id, enrolments))
        .filter(work_seen(&reader.actor, Column::PersonId))
        .into_tuple()
        .all(&reader.db)
        .await?;
    let towards = found
        .into_iter()
        .map(|(enrolment, award, covered)| Towards {
            enrolment,
            award,
            covered: covered
                .iter()
                .flat_map(|text| text.split(','))
                .filter_map(weighed)
                .collect(),
        });
    Ok(towards.collect())
}

/// An outcome behind the weight of what is done for it.
fn weighed(text: &str) -> Option<(Uuid, Coverage)> {
    let (weight, outcome) = text.split_at_checked(1)?;
    let coverage = match weight {
        "2" => Coverage::Met,
        "1" => Coverage::Partial,
        _ => Coverage::None,
    };
    Some((outcome.parse().ok()?, coverage))
}

/// The titles of approved tasks by the outcomes that they cover, in the award's order.
pub async fn covering(reader: &Reader, enrolments: &[Uuid]) -> Result<Found<Vec<(Uuid, String)>>> {
    let titles: Vec<(Uuid, Uuid, String)> = task_outcome::Entity::find()
        .select_only()
        .column(task::Column::EnrolmentId)
        .column(task_outcome::Column::OutcomeId)
        .column(task::Column::Title)
        .join(JoinType::InnerJoin, task_outcome::Relation::Task.def())
        .filter(any_of(&reader.db, task::Column::EnrolmentId, enrolments))
        .filter(task::Column::State.eq(task::State::Approved))
        .order_by_asc(task::Column::Position)
        .into_tuple()
        .all(&reader.db)
        .await?;
    let mut found: Found<Vec<(Uuid, String)>> = Found::default();
    for (enrolment, outcome, title) in titles {
        found.entry(enrolment).or_default().push((outcome, title));
    }
    Ok(found)
}
