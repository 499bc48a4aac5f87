//! Events, which cannot be changed, and their seal.

use sea_orm_migration::{prelude::*, schema::*, sea_orm};

use crate::table::{foreign_key, index};

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
        forbid_changes(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("event_seal").to_owned())
            .await?;
        manager
            .drop_table(Table::drop().table("event").to_owned())
            .await?;
        if manager.get_database_backend() == sea_orm::DbBackend::Postgres {
            let db = manager.get_connection();
            db.execute_unprepared("DROP FUNCTION event_is_append_only()")
                .await?;
        }
        Ok(())
    }
}

/// The database itself refuses to rewrite history, whoever asks.
async fn forbid_changes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let db = manager.get_connection();
    if manager.get_database_backend() == sea_orm::DbBackend::Postgres {
        db.execute_unprepared(
            "CREATE FUNCTION event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN RAISE EXCEPTION 'events are append-only'; END $$",
        )
        .await?;
    }
    for table in ["event", "event_seal"] {
        for verb in ["UPDATE", "DELETE"] {
            let name = format!("{table}_no_{}", verb.to_lowercase());
            let action = match manager.get_database_backend() {
                sea_orm::DbBackend::Postgres => {
                    "FOR EACH STATEMENT EXECUTE FUNCTION event_is_append_only()"
                }
                _ => "BEGIN SELECT RAISE(ABORT, 'events are append-only'); END",
            };
            db.execute_unprepared(&format!(
                "CREATE TRIGGER {name} BEFORE {verb} ON {table} {action}"
            ))
            .await?;
        }
    }
    Ok(())
}
