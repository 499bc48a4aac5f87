//! The PDFs of signed agreements.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{foreign_key, unique};

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
                    .table("agreement_file")
                    .col(uuid("agreement_id").primary_key())
                    .col(text("code"))
                    .col(blob("content"))
                    .col(text("sha256"))
                    .col(timestamp_with_time_zone("made_at"))
                    .foreign_key(&mut foreign_key(
                        "agreement_file",
                        "agreement_id",
                        "agreement",
                    ))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(unique("agreement_file", &["code"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("agreement_file").to_owned())
            .await
    }
}
