//! Finding tasks, and the text that a mentor approves.

use chrono::NaiveDate;
use entity::task::{self, Column, Entity, State};
use entity::{outcome, task_outcome};
use sea_orm::sea_query::{Expr, ExprTrait as _, SimpleExpr};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, Iterable as _, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, RelationTrait as _, Select,
};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::access::hex;
use crate::error::Result;

/// The tasks without what participants wrote, which can be long: nearly every list does without. Empty texts stand in
/// their place.
pub fn without_texts(tasks: Select<Entity>) -> Select<Entity> {
    let short =
        Column::iter().filter(|column| !matches!(column, Column::Account | Column::Reflection));
    tasks
        .select_only()
        .columns(short)
        .expr_as(Expr::cust("''"), "account")
        .expr_as(Expr::cust("''"), "reflection")
}

/// Past its day and open to writing: the mentor does not have it, and nobody has approved or waived it.
pub fn overdue(today: NaiveDate) -> SimpleExpr {
    let open = Column::State.is_in([
        State::Available,
        State::InProgress,
        State::Returned,
        State::Reopened,
    ]);
    Column::DueOn.lt(today).and(open)
}

/// The codes of the outcomes that the participant claims for a task, in the award's order.
pub async fn outcome_codes(db: &impl ConnectionTrait, task_id: Uuid) -> Result<Vec<String>> {
    Ok(task_outcome::Entity::find()
        .select_only()
        .column(outcome::Column::Code)
        .join(JoinType::InnerJoin, task_outcome::Relation::Outcome.def())
        .filter(task_outcome::Column::TaskId.eq(task_id))
        .order_by_asc(outcome::Column::Position)
        .into_tuple()
        .all(db)
        .await?)
}

/// The hash of everything that a mentor is shown and approves: SHA-256 in hex over the fields, each preceded by its
/// length so that none runs into the next.
pub async fn text_hash(db: &impl ConnectionTrait, task: &task::Model) -> Result<String> {
    Ok(hash(task, &outcome_codes(db, task.id).await?))
}

/// The same for a task whose outcomes are known already, in the award's order.
pub fn hash(task: &task::Model, outcome_codes: &[String]) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut fields = vec![
        task.id.to_string(),
        task.title.clone(),
        task.account.clone(),
        task.reflection.clone(),
        day(task.done_from),
        day(task.done_to),
    ];
    fields.extend(outcome_codes.iter().cloned());
    let mut hasher = Sha256::new();
    for field in fields {
        hasher.update((field.len() as u64).to_be_bytes());
        hasher.update(field.as_bytes());
    }
    hex(&hasher.finalize())
}
