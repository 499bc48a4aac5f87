//! What the worker looks for every minute is found without looking through everything: events that are not sealed, and
//! requests about which a letter may be due.

use sea_orm_migration::{prelude::*, schema::*, sea_orm};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// An event that is committed late still lies here, however many later ones are sealed.
const UNSEALED: &str = "INSERT INTO event_unsealed
    SELECT e.id FROM event e LEFT JOIN event_seal s ON s.event_id = e.id WHERE s.event_id IS NULL";

const INDEXES: [&str; 2] = [
    "CREATE INDEX approval_request_reminders_idx ON approval_request (reminders, asked_at) WHERE state = 'waiting'",
    "CREATE INDEX approval_request_notices_idx ON approval_request (notices, asked_at) WHERE state = 'waiting'",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("event_unsealed")
                    .col(uuid("event_id").primary_key())
                    .to_owned(),
            )
            .await?;
        let db = manager.get_connection();
        db.execute_unprepared(UNSEALED).await?;
        let body = "INSERT INTO event_unsealed VALUES (NEW.id);";
        if manager.get_database_backend() == sea_orm::DbBackend::Postgres {
            db.execute_unprepared(&format!(
                "CREATE FUNCTION event_is_unsealed() RETURNS trigger LANGUAGE plpgsql AS \
                 $$ BEGIN {body} RETURN NULL; END $$"
            ))
            .await?;
            db.execute_unprepared(
                "CREATE TRIGGER event_unsealed_insert AFTER INSERT ON event \
                 FOR EACH ROW EXECUTE FUNCTION event_is_unsealed()",
            )
            .await?;
        } else {
            db.execute_unprepared(&format!(
                "CREATE TRIGGER event_unsealed_insert AFTER INSERT ON event BEGIN {body} END"
            ))
            .await?;
        }
        for index in INDEXES {
            db.execute_unprepared(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        if manager.get_database_backend() == sea_orm::DbBackend::Postgres {
            db.execute_unprepared("DROP TRIGGER event_unsealed_insert ON event")
                .await?;
            db.execute_unprepared("DROP FUNCTION event_is_unsealed()")
                .await?;
        } else {
            db.execute_unprepared("DROP TRIGGER event_unsealed_insert")
                .await?;
        }
        for name in ["reminders", "notices"] {
            db.execute_unprepared(&format!("DROP INDEX approval_request_{name}_idx"))
                .await?;
        }
        manager
            .drop_table(Table::drop().table("event_unsealed").to_owned())
            .await
    }
}
