//! What reporting tools' keys use, and the secret addresses of report files.

use sea_orm_migration::{prelude::*, schema::*};

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
                    .table("token_use")
                    .col(uuid("token_id"))
                    .col(timestamp_with_time_zone("hour"))
                    .col(date("day"))
                    .col(big_integer("requests"))
                    .col(big_integer("cost"))
                    .col(big_integer("refused"))
                    .primary_key(Index::create().col("token_id").col("hour"))
                    .foreign_key(&mut foreign_key("token_use", "token_id", "api_token"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("report_address")
                    .col(uuid("id").primary_key())
                    .col(uuid("token_id"))
                    .col(text("report"))
                    .col(text("format"))
                    .col(text_null("filter"))
                    .col(text("secret_hash").unique_key())
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone_null("last_used_at"))
                    .col(timestamp_with_time_zone_null("revoked_at"))
                    .foreign_key(&mut foreign_key("report_address", "token_id", "api_token"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(index("report_address", &["token_id"]))
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["report_address", "token_use"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}
