//! Taking back what was submitted, so that the next round finds the same drafts. Events stay: nothing removes them.

use anyhow::Context as _;
use entity::{approval_request, letter, task};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, Database, DbBackend, EntityTrait as _, QueryFilter as _,
};

use crate::plan::Plan;

pub async fn reset(database: &str, plan: &Plan) -> anyhow::Result<()> {
    let db = Database::connect(database)
        .await
        .context("cannot connect to the database")?;
    let since = plan.made_at;
    approval_request::Entity::delete_many()
        .filter(approval_request::Column::AskedAt.gte(since))
        .exec(&db)
        .await?;
    letter::Entity::delete_many()
        .filter(letter::Column::CreatedAt.gte(since))
        .exec(&db)
        .await?;
    task::Entity::update_many()
        .col_expr(task::Column::State, Expr::value(task::State::InProgress))
        .col_expr(
            task::Column::Version,
            Expr::col(task::Column::Version).sub(1),
        )
        .col_expr(
            task::Column::SubmittedAt,
            Expr::value(Option::<chrono::DateTime<chrono::Utc>>::None),
        )
        .filter(task::Column::State.eq(task::State::Submitted))
        .filter(task::Column::SubmittedAt.gte(since))
        .exec(&db)
        .await?;
    let tidy = match db.get_database_backend() {
        DbBackend::Postgres => vec!["VACUUM task, approval_request, letter, event", "CHECKPOINT"],
        _ => vec!["PRAGMA wal_checkpoint(TRUNCATE)"],
    };
    for statement in tidy {
        db.execute_unprepared(statement).await?;
    }
    Ok(())
}
