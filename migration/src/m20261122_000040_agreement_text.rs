//! Administrators write versions of the agreement's words. A version is not changed or deleted.

use sea_orm_migration::{prelude::*, schema::*};

use crate::kept::{keep, release};
use crate::table::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .alter_table(
                Table::alter()
                    .table("agreement_text")
                    .add_column(text_null("note"))
                    .to_owned(),
            )
            .await?;
        // How often a version was used.
        manager
            .create_index(index("agreement", &["text_id"]))
            .await?;
        keep(
            manager,
            "agreement_text",
            "versions of the agreement are not changed",
        )
        .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        release(manager, "agreement_text").await?;
        manager
            .drop_index(
                Index::drop()
                    .name("agreement_text_id_idx")
                    .table("agreement")
                    .to_owned(),
            )
            .await?;
        manager
            .alter_table(
                Table::alter()
                    .table("agreement_text")
                    .drop_column("note")
                    .to_owned(),
            )
            .await
    }
}
