//! Letters: the outbox.

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
                    .table("letter")
                    .col(uuid("id").primary_key())
                    .col(text("kind"))
                    .col(text("to_name"))
                    .col(text("to_email"))
                    .col(uuid_null("person_id"))
                    .col(uuid_null("mentor_id"))
                    .col(uuid_null("school_id"))
                    .col(uuid_null("enrolment_id"))
                    .col(uuid_null("request_id"))
                    .col(uuid_null("sign_in_id"))
                    .col(text("state"))
                    .col(text_null("batch_key"))
                    .col(timestamp_with_time_zone("send_after"))
                    .col(integer("attempts"))
                    .col(text_null("last_error"))
                    .col(timestamp_with_time_zone_null("claimed_until"))
                    .col(text("message_id").unique_key())
                    .col(text_null("in_reply_to"))
                    .col(text_null("void_reason"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone_null("sent_at"))
                    .foreign_key(&mut foreign_key("letter", "person_id", "person"))
                    .foreign_key(&mut foreign_key("letter", "mentor_id", "mentor"))
                    .foreign_key(&mut foreign_key("letter", "school_id", "school"))
                    .foreign_key(&mut foreign_key("letter", "enrolment_id", "enrolment"))
                    .to_owned(),
            )
            .await?;
        manager.get_connection().execute_unprepared("CREATE UNIQUE INDEX letter_batch_key_once ON letter (batch_key) WHERE state = 'queued' AND claimed_until IS NULL AND attempts = 0").await?;
        manager
            .create_index(index("letter", &["state", "send_after"]))
            .await?;
        manager
            .create_index(index("letter", &["mentor_id"]))
            .await?;
        manager.create_index(index("letter", &["to_email"])).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("letter").to_owned())
            .await?;
        Ok(())
    }
}
