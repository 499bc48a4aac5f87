//! Schools as the national list has them: what it says of each, which came after which, and the words by which they are
//! found.
//!
//! Measured in the database with 50,000 schools and 400,000 words: a search for the first twenty takes 0 to 12 ms on SQLite
//! and 0 to 20 ms on PostgreSQL (`school::search` says how), where looking for the words within names took 20 to 90 ms.
//! The exception are words that nearly all schools have, such as "church of the", where no school has them all: every
//! school is asked, which takes 60 ms on SQLite and 130 ms on PostgreSQL.
//!
//! - `school_word (word, school_id)` finds the schools that have a rare word, by its beginning;
//! - `school_word (school_id, word)`, the key, tells whether one of these has the other words too;
//! - `school_open_first_idx` lists schools in the order in which they are shown, so that words that nearly every school
//!   has need no sorting of nearly every school;
//! - `school_to_check_idx` finds the few that somebody has to look at.

use sea_orm_migration::{prelude::*, sea_orm};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Column, and its type on PostgreSQL and SQLite.
const COLUMNS: [(&str, &str, &str); 15] = [
    ("local_authority_code", "text", "text"),
    ("kind", "text", "text"),
    ("phase", "text", "text"),
    (
        "status",
        "text NOT NULL DEFAULT 'open'",
        "text NOT NULL DEFAULT 'open'",
    ),
    ("ukprn", "text", "text"),
    ("street", "text", "text"),
    ("easting", "integer", "integer"),
    ("northing", "integer", "integer"),
    ("opened_on", "date", "date_text"),
    ("closed_on", "date", "date_text"),
    ("entered_by", "uuid", "uuid_text"),
    ("entered_at", "timestamptz", "timestamp_with_timezone_text"),
    ("checked_by", "uuid", "uuid_text"),
    ("checked_at", "timestamptz", "timestamp_with_timezone_text"),
    ("listed_at", "timestamptz", "timestamp_with_timezone_text"),
];

/// A word is compared by its bytes, so that what begins with it is a range of the index.
const POSTGRES: [&str; 2] = [
    "CREATE TABLE school_word (
        school_id uuid NOT NULL CONSTRAINT school_word_school_id_fk REFERENCES school (id),
        word text COLLATE \"C\" NOT NULL,
        PRIMARY KEY (school_id, word)
    )",
    "CREATE TABLE school_link (
        predecessor_id uuid NOT NULL CONSTRAINT school_link_predecessor_id_fk REFERENCES school (id),
        successor_id uuid NOT NULL CONSTRAINT school_link_successor_id_fk REFERENCES school (id),
        PRIMARY KEY (predecessor_id, successor_id)
    )",
];

const SQLITE: [&str; 2] = [
    "CREATE TABLE school_word (
        school_id uuid_text NOT NULL REFERENCES school (id),
        word text NOT NULL,
        PRIMARY KEY (school_id, word)
    ) WITHOUT ROWID",
    "CREATE TABLE school_link (
        predecessor_id uuid_text NOT NULL REFERENCES school (id),
        successor_id uuid_text NOT NULL REFERENCES school (id),
        PRIMARY KEY (predecessor_id, successor_id)
    ) WITHOUT ROWID",
];

const INDEXES: [(&str, &str); 4] = [
    ("school_word_word_idx", "school_word (word, school_id)"),
    ("school_link_successor_id_idx", "school_link (successor_id)"),
    (
        "school_open_first_idx",
        "school ((CASE WHEN status = 'closed' THEN '1 ' ELSE '0 ' END || name), id)",
    ),
    (
        "school_to_check_idx",
        "school (entered_at) WHERE urn IS NULL AND checked_at IS NULL",
    ),
];

/// Which school came after it is shown with a school.
const TRIGGERS: [(&str, &str, &str); 2] = [
    ("change_school_link_insert", "INSERT", "NEW"),
    ("change_school_link_delete", "DELETE", "OLD"),
];

/// A number that must be there, and one that need not, as SQLite keeps the text of the table.
const URN: [&str; 2] = ["\"urn\" text NOT NULL UNIQUE", "\"urn\" text UNIQUE"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let is_postgres = manager.get_database_backend() == sea_orm::DbBackend::Postgres;
        if is_postgres {
            db.execute_unprepared("ALTER TABLE school ALTER COLUMN urn DROP NOT NULL")
                .await?;
        } else {
            rewrite(db, URN).await?;
        }
        for (column, postgres, sqlite) in COLUMNS {
            let ty = if is_postgres { postgres } else { sqlite };
            db.execute_unprepared(&format!("ALTER TABLE school ADD COLUMN {column} {ty}"))
                .await?;
        }
        for table in if is_postgres { POSTGRES } else { SQLITE } {
            db.execute_unprepared(table).await?;
        }
        for (name, on) in INDEXES {
            db.execute_unprepared(&format!("CREATE INDEX {name} ON {on}"))
                .await?;
        }
        for (name, event, row) in TRIGGERS {
            let body = format!(
                "INSERT INTO change (thing, row_id) VALUES ('school', {row}.predecessor_id);"
            );
            let trigger = if is_postgres {
                format!(
                    "CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS \
                     $$ BEGIN {body} RETURN NULL; END $$; \
                     CREATE TRIGGER {name} AFTER {event} ON school_link \
                     FOR EACH ROW EXECUTE FUNCTION {name}()"
                )
            } else {
                format!("CREATE TRIGGER {name} AFTER {event} ON school_link BEGIN {body} END")
            };
            db.execute_unprepared(&trigger).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let is_postgres = manager.get_database_backend() == sea_orm::DbBackend::Postgres;
        for table in ["school_link", "school_word"] {
            db.execute_unprepared(&format!("DROP TABLE {table}"))
                .await?;
        }
        if is_postgres {
            for (name, ..) in TRIGGERS {
                db.execute_unprepared(&format!("DROP FUNCTION {name}()"))
                    .await?;
            }
        }
        for name in ["school_open_first_idx", "school_to_check_idx"] {
            db.execute_unprepared(&format!("DROP INDEX {name}")).await?;
        }
        for (column, ..) in COLUMNS {
            db.execute_unprepared(&format!("ALTER TABLE school DROP COLUMN {column}"))
                .await?;
        }
        // What has no number gets one that nobody else has.
        if is_postgres {
            db.execute_unprepared("UPDATE school SET urn = id::text WHERE urn IS NULL")
                .await?;
            db.execute_unprepared("ALTER TABLE school ALTER COLUMN urn SET NOT NULL")
                .await?;
        } else {
            db.execute_unprepared("UPDATE school SET urn = lower(hex(id)) WHERE urn IS NULL")
                .await?;
            let [needed, not_needed] = URN;
            rewrite(db, [not_needed, needed]).await?;
        }
        Ok(())
    }
}

/// SQLite cannot loosen a column of a table that others refer to; its manual says how to do it by hand: what is stored
/// stays as it is, and only the text that describes the table changes.
async fn rewrite(db: &SchemaManagerConnection<'_>, [from, to]: [&str; 2]) -> Result<(), DbErr> {
    let version = sea_orm::Statement::from_string(
        sea_orm::DbBackend::Sqlite,
        "PRAGMA schema_version".to_owned(),
    );
    let version: i32 = match db.query_one_raw(version).await? {
        Some(row) => row.try_get_by_index(0)?,
        None => {
            return Err(DbErr::Migration(
                "SQLite tells no version of its tables".into(),
            ));
        }
    };
    for statement in [
        "PRAGMA writable_schema = ON".to_owned(),
        format!(
            "UPDATE sqlite_schema SET sql = replace(sql, '{from}', '{to}') WHERE type = 'table' AND name = 'school'"
        ),
        // Every connection reads the tables anew.
        format!("PRAGMA schema_version = {}", version + 1),
        "PRAGMA writable_schema = OFF".to_owned(),
    ] {
        db.execute_unprepared(&statement).await?;
    }
    Ok(())
}
