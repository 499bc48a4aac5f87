//! What changed, in the order in which it was committed, written by triggers so that nothing can bypass it.

mod triggers;

use sea_orm_migration::{prelude::*, sea_orm};

use crate::trigger;

use triggers::{TRIGGERS, VIEW};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// `group_id` and `person_id` say who could see the row until then; only changes that take something away name them.
/// `moved` marks changes of who sees a row, which are none for those who see everything.
/// Positions are given out before the commit. On PostgreSQL a transaction's number tells, together with those that are
/// still open, what can no longer come; in SQLite writers are serial, and there are no such numbers.
const TABLE_POSTGRES: &str = "CREATE TABLE change (
    position bigserial NOT NULL,
    xid bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
    thing text NOT NULL,
    row_id uuid NOT NULL,
    enrolment_id uuid,
    group_id uuid,
    person_id uuid,
    moved boolean NOT NULL DEFAULT false,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (xid, position)
)";

const TABLE_SQLITE: &str = "CREATE TABLE change (
    position integer PRIMARY KEY AUTOINCREMENT,
    xid bigint NOT NULL DEFAULT 0,
    thing text NOT NULL,
    row_id uuid_text NOT NULL,
    enrolment_id uuid_text,
    group_id uuid_text,
    person_id uuid_text,
    moved boolean NOT NULL DEFAULT false,
    at timestamp_with_timezone_text NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now'))
)";

/// One row: which record of changes this is, where it lies, and up to where it was cleared.
const RECORD: &str = "CREATE TABLE change_record (
    id integer PRIMARY KEY CHECK (id = 1),
    epoch text NOT NULL,
    place text NOT NULL,
    cleared_xid bigint NOT NULL,
    cleared_position bigint NOT NULL
)";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let is_postgres = manager.get_database_backend() == sea_orm::DbBackend::Postgres;
        let (table, random) = if is_postgres {
            (TABLE_POSTGRES, "gen_random_uuid()::text")
        } else {
            (TABLE_SQLITE, "lower(hex(randomblob(16)))")
        };
        db.execute_unprepared(table).await?;
        db.execute_unprepared(RECORD).await?;
        db.execute_unprepared(&format!(
            "INSERT INTO change_record VALUES (1, {random}, '', -1, -1)"
        ))
        .await?;
        db.execute_unprepared(VIEW).await?;
        trigger::make(manager, TRIGGERS).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        trigger::drop(manager, TRIGGERS).await?;
        let db = manager.get_connection();
        db.execute_unprepared("DROP VIEW enrolment_thing").await?;
        for table in ["change_record", "change"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}
