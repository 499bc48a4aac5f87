//! Events, which cannot be changed, and their seal.

use sea_orm_migration::{prelude::*, schema::*};

use crate::kept::{keep, release};
use crate::table::{foreign_key, index};

/// Nobody rewrites history.
const KEPT: [&str; 2] = ["event", "event_seal"];

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("event")
                    .col(uuid("id").primary_key())
                    .col(timestamp_with_time_zone("at"))
                    .col(text("kind"))
                    .col(text("actor_kind"))
                    .col(uuid_null("actor_id"))
                    .col(text("actor_name"))
                    .col(uuid_null("enrolment_id"))
                    .col(uuid_null("task_id"))
                    .col(uuid_null("request_id"))
                    .col(uuid_null("person_id"))
                    .col(uuid_null("mentor_id"))
                    .col(uuid_null("letter_id"))
                    .col(text_null("note"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(index("event", &["task_id"])).await?;
        manager
            .create_index(index("event", &["enrolment_id"]))
            .await?;
        manager.create_index(index("event", &["at"])).await?;
        manager
            .create_table(
                Table::create()
                    .table("event_seal")
                    .col(big_integer("position"))
                    .col(uuid("event_id").unique_key())
                    .col(text("hash"))
                    .primary_key(Index::create().col("position"))
                    .foreign_key(&mut foreign_key("event_seal", "event_id", "event"))
                    .to_owned(),
            )
            .await?;
        for table in KEPT {
            keep(manager, table, "events are append-only").await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in KEPT {
            release(manager, table).await?;
        }
        for table in KEPT.into_iter().rev() {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}
