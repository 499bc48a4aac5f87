//! What the office notes down about applications. Nothing of it is changed or deleted.

use sea_orm_migration::{prelude::*, schema::*};

use crate::kept::{keep, release};
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
        keep(manager, "application_note", "notes are append-only").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        release(manager, "application_note").await?;
        manager
            .drop_table(Table::drop().table("application_note").to_owned())
            .await
    }
}
