//! Indexes for the usual orders and filters of lists.
//!
//! Each answers a page or a count that read the whole table before. Measured with 2,000 participants, that is 50,000 tasks,
//! 36,000 approval requests, 187,000 events and 78,000 letters, on a page of 25 rows, in milliseconds in the database:
//!
//! | what is asked | before: PostgreSQL, SQLite | after: PostgreSQL, SQLite |
//! |---|---|---|
//! | tasks by the day due, first page or a later one, either way | sequential scan and sort: 49, 25 | index scan: 0.3, 0.1 |
//! | tasks by the last change | sequential scan and sort: 51, 31 | index scan: 0.1, 0.1 |
//! | tasks by the last handing in | sequential scan and sort: 52, 25 | index scan: 0.2, 0.1 |
//! | how many tasks are overdue | bitmap scan over states: 28, 9 | index-only scan: 0.2, 0.1 |
//! | how many participants have an overdue task | bitmap scan and join: 10, 4 | index-only scan and join: 1.1, 0.5 |
//! | requests by the asking | sequential scan and sort: 18, 17 | index scan: 0.2, 0.1 |
//! | requests by the answer | sequential scan and sort: 53, 22 | index scan: 0.2, 0.1 |
//! | events of a rare kind, newest first | whole index on time: 46, 33 | index scan: 0.2, 0.1 |
//! | events about a mentor | sequential scan: 56, 49 | index scan: 0.1, 0.1 |
//! | letters, newest first | sequential scan and sort: 47, 34 | index scan: 0.2, 0.1 |
//! | letters about a participant | sequential scan: 49, 26 | index scan: 0.1, 0.1 |
//!
//! Orders by a title, a position or the day of approval stay sorts of some 40 ms: they are asked of one participant's
//! tasks, which have an index. Schools, groups, mentors and people are few.

use sea_orm_migration::prelude::*;

use crate::table::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Table and columns; orders end with the id, by which lists break ties.
const COLUMNS: [(&str, &[&str]); 8] = [
    ("task", &["due_on", "id"]),
    ("task", &["updated_at", "id"]),
    // Also answers who has something overdue, without a look at the rows, which are wide.
    ("task", &["state", "due_on", "enrolment_id"]),
    ("approval_request", &["asked_at", "id"]),
    ("event", &["kind", "at", "id"]),
    ("event", &["mentor_id"]),
    ("letter", &["created_at", "id"]),
    ("letter", &["enrolment_id"]),
];

/// Moments that are not always there, as `reading::sort` writes them: rows without come before all others.
const MAYBE: [(&str, &str); 2] = [("task", "submitted_at"), ("approval_request", "decided_at")];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, columns) in COLUMNS {
            manager.create_index(index(table, columns)).await?;
        }
        let db = manager.get_connection();
        for (table, column) in MAYBE {
            db.execute_unprepared(&format!(
                "CREATE INDEX {table}_maybe_{column}_id_idx ON {table} (COALESCE({column}, '1000-01-01T00:00:00+00:00'), id)"
            ))
            .await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        for (table, column) in MAYBE {
            db.execute_unprepared(&format!("DROP INDEX {table}_maybe_{column}_id_idx"))
                .await?;
        }
        for (table, columns) in COLUMNS {
            let name = format!("{table}_{}_idx", columns.join("_"));
            manager
                .drop_index(Index::drop().name(name).table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}
