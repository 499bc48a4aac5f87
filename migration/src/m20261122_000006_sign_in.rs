//! Ways in: sign-in codes, sessions, tokens.

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
                    .table("sign_in")
                    .col(uuid("id").primary_key())
                    .col(text("email"))
                    .col(uuid_null("person_id"))
                    .col(text("browser_hash"))
                    .col(integer("tries"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("expires_at"))
                    .col(timestamp_with_time_zone_null("used_at"))
                    .foreign_key(&mut foreign_key("sign_in", "person_id", "person"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(index("sign_in", &["browser_hash"]))
            .await?;
        manager
            .create_index(index("sign_in", &["email", "created_at"]))
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("session")
                    .col(uuid("id").primary_key())
                    .col(uuid("person_id"))
                    .col(text("token_hash").unique_key())
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("seen_at"))
                    .col(timestamp_with_time_zone("expires_at"))
                    .col(text("ip"))
                    .col(text("user_agent"))
                    .foreign_key(&mut foreign_key("session", "person_id", "person"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(index("session", &["person_id"]))
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("api_token")
                    .col(uuid("id").primary_key())
                    .col(text("name"))
                    .col(text("token_hash").unique_key())
                    .col(text("scopes"))
                    .col(uuid_null("group_id"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone_null("expires_at"))
                    .col(timestamp_with_time_zone_null("last_used_at"))
                    .col(timestamp_with_time_zone_null("revoked_at"))
                    .foreign_key(&mut foreign_key("api_token", "group_id", "training_group"))
                    .to_owned(),
            )
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("api_token").to_owned())
            .await?;
        manager
            .drop_table(Table::drop().table("session").to_owned())
            .await?;
        manager
            .drop_table(Table::drop().table("sign_in").to_owned())
            .await?;
        Ok(())
    }
}
