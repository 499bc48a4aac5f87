//! What the office notes down about applications. Nothing of it is changed or deleted.

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
        let mut note = Table::create();
        note.table("application_note")
            .col(uuid("id").primary_key())
            .col(uuid("application_id"))
            .col(text("kind"))
            .col(text_null("text"))
            .col(text("written_by"))
            .col(timestamp_with_time_zone("written_at"))
            .foreign_key(&mut foreign_key(
                "application_note",
                "application_id",
                "application",
            ));
        manager.create_table(note).await?;
        manager
            .create_index(index("application_note", &["application_id"]))
            .await?;
        let db = manager.get_connection();
        let is_postgres = manager.get_database_backend() == sea_orm::DbBackend::Postgres;
        if is_postgres {
            db.execute_unprepared(
                "CREATE FUNCTION application_note_is_append_only() RETURNS trigger LANGUAGE plpgsql AS \
                 $$ BEGIN RAISE EXCEPTION 'notes are append-only'; END $$",
            )
            .await?;
        }
        let action = match is_postgres {
            true => "FOR EACH STATEMENT EXECUTE FUNCTION application_note_is_append_only()",
            false => "BEGIN SELECT RAISE(ABORT, 'notes are append-only'); END",
        };
        for verb in ["UPDATE", "DELETE"] {
            let name = format!("application_note_no_{}", verb.to_lowercase());
            db.execute_unprepared(&format!(
                "CREATE TRIGGER {name} BEFORE {verb} ON application_note {action}"
            ))
            .await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("application_note").to_owned())
            .await?;
        if manager.get_database_backend() == sea_orm::DbBackend::Postgres {
            let db = manager.get_connection();
            db.execute_unprepared("DROP FUNCTION application_note_is_append_only()")
                .await?;
        }
        Ok(())
    }
}
