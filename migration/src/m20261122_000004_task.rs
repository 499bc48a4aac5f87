//! Tasks and approval requests.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{foreign_key, index, unique};

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
                    .table("task")
                    .col(uuid("id").primary_key())
                    .col(uuid("enrolment_id"))
                    .col(uuid("participant_id"))
                    .col(uuid("template_id"))
                    .col(text("code"))
                    .col(text("title"))
                    .col(integer("position"))
                    .col(text("state"))
                    .col(text("account"))
                    .col(text("reflection"))
                    .col(date_null("done_from"))
                    .col(date_null("done_to"))
                    .col(date("due_on"))
                    .col(integer("version"))
                    .col(timestamp_with_time_zone_null("submitted_at"))
                    .col(timestamp_with_time_zone_null("approved_at"))
                    .col(timestamp_with_time_zone("updated_at"))
                    .foreign_key(&mut foreign_key("task", "enrolment_id", "enrolment"))
                    .foreign_key(&mut foreign_key("task", "participant_id", "person"))
                    .foreign_key(&mut foreign_key("task", "template_id", "task_template"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(unique("task", &["enrolment_id", "template_id"]))
            .await?;
        manager
            .create_index(index("task", &["participant_id"]))
            .await?;
        manager
            .create_index(index("task", &["state", "submitted_at"]))
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("task_outcome")
                    .col(uuid("task_id"))
                    .col(uuid("outcome_id"))
                    .primary_key(Index::create().col("task_id").col("outcome_id"))
                    .foreign_key(&mut foreign_key("task_outcome", "task_id", "task"))
                    .foreign_key(&mut foreign_key("task_outcome", "outcome_id", "outcome"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(index("task_outcome", &["outcome_id"]))
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("approval_request")
                    .col(uuid("id").primary_key())
                    .col(uuid("task_id"))
                    .col(uuid("enrolment_id"))
                    .col(uuid("participant_id"))
                    .col(uuid("mentor_id"))
                    .col(uuid_null("letter_id"))
                    .col(text("state"))
                    .col(timestamp_with_time_zone("asked_at"))
                    .col(timestamp_with_time_zone_null("resent_at"))
                    .col(text("text_hash"))
                    .col(timestamp_with_time_zone_null("decided_at"))
                    .col(text_null("comment"))
                    .col(text_null("signed_name"))
                    .col(timestamp_with_time_zone_null("settles_at"))
                    .col(uuid_null("receipt_id"))
                    .col(integer("reminders"))
                    .col(integer("notices"))
                    .foreign_key(&mut foreign_key("approval_request", "task_id", "task"))
                    .foreign_key(&mut foreign_key(
                        "approval_request",
                        "enrolment_id",
                        "enrolment",
                    ))
                    .foreign_key(&mut foreign_key(
                        "approval_request",
                        "participant_id",
                        "person",
                    ))
                    .foreign_key(&mut foreign_key("approval_request", "mentor_id", "mentor"))
                    .foreign_key(&mut foreign_key("approval_request", "letter_id", "letter"))
                    .to_owned(),
            )
            .await?;
        manager.get_connection().execute_unprepared("CREATE UNIQUE INDEX approval_request_task_id_once ON approval_request (task_id) WHERE state = 'waiting'").await?;
        manager
            .create_index(index("approval_request", &["task_id", "asked_at"]))
            .await?;
        manager
            .create_index(index("approval_request", &["mentor_id", "state"]))
            .await?;
        manager
            .create_index(index("approval_request", &["enrolment_id", "state"]))
            .await?;
        manager
            .create_index(index("approval_request", &["letter_id"]))
            .await?;
        manager
            .create_index(index("approval_request", &["state", "asked_at"]))
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("approval_request").to_owned())
            .await?;
        manager
            .drop_table(Table::drop().table("task_outcome").to_owned())
            .await?;
        manager
            .drop_table(Table::drop().table("task").to_owned())
            .await?;
        Ok(())
    }
}
