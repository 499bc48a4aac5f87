//! Since when an application stands where it does: how long it has, people see at a glance, and may ask by.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Of those that are there already, as far as their rows tell.
const KNOWN: &str = "UPDATE application SET stands_since = COALESCE( \
    CASE state \
        WHEN 'draft' THEN created_at \
        WHEN 'submitted' THEN submitted_at \
        WHEN 'awaiting_school' THEN submitted_at \
        WHEN 'ready' THEN (SELECT MAX(decided_at) FROM agreement \
            WHERE agreement.application_id = application.id AND agreement.state = 'signed') \
        WHEN 'offered' THEN offered_at \
        ELSE ended_at \
    END, updated_at)";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut application = Table::alter();
        // SQLite takes a new column that is never empty only with a default.
        application.table("application").add_column(
            timestamp_with_time_zone("stands_since").default("1970-01-01T00:00:00+00:00"),
        );
        manager.alter_table(application).await?;
        let db = manager.get_connection();
        db.execute_unprepared(KNOWN).await?;
        manager
            .create_index(index("application", &["state", "stands_since"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_index(
                Index::drop()
                    .name("application_state_stands_since_idx")
                    .table("application")
                    .to_owned(),
            )
            .await?;
        let mut application = Table::alter();
        application.table("application").drop_column("stands_since");
        manager.alter_table(application).await
    }
}
