//! What signatories ask the office. What was said is not changed, and nothing is deleted.

use sea_orm_migration::{prelude::*, schema::*};

use crate::kept::{keep_from, release};
use crate::table::{foreign_key, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// A question changes when it is settled, and goes along to a later cohort's application. Nothing else of it does.
const REWRITES: &str = "OLD.text <> NEW.text OR OLD.asked_by <> NEW.asked_by OR OLD.asked_at <> NEW.asked_at \
     OR OLD.agreement_id <> NEW.agreement_id \
     OR (OLD.state <> 'open' AND (OLD.state <> NEW.state OR OLD.answer IS DISTINCT FROM NEW.answer \
         OR OLD.settled_by IS DISTINCT FROM NEW.settled_by OR OLD.settled_at IS DISTINCT FROM NEW.settled_at))";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut question = Table::create();
        question
            .table("agreement_question")
            .col(uuid("id").primary_key())
            .col(uuid("agreement_id"))
            .col(uuid("application_id"))
            .col(uuid("person_id"))
            .col(text("state"))
            .col(text("text"))
            .col(text("asked_by"))
            .col(timestamp_with_time_zone("asked_at"))
            .col(text_null("answer"))
            .col(text_null("settled_by"))
            .col(timestamp_with_time_zone_null("settled_at"))
            .col(uuid_null("letter_id"));
        for (column, to) in [
            ("agreement_id", "agreement"),
            ("application_id", "application"),
            ("person_id", "person"),
        ] {
            question.foreign_key(&mut foreign_key("agreement_question", column, to));
        }
        manager.create_table(question).await?;
        for columns in [
            &["agreement_id"][..],
            &["application_id"],
            &["state", "asked_at"],
        ] {
            manager
                .create_index(index("agreement_question", columns))
                .await?;
        }
        // A step and a reminder depend on it: whoever looks at an asking need not look at its questions.
        manager
            .alter_table(
                Table::alter()
                    .table("agreement")
                    .add_column(integer("open_questions").default(0))
                    .to_owned(),
            )
            .await?;
        keep_from(
            manager,
            "agreement_question",
            "what was asked and answered is kept",
            REWRITES,
        )
        .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        release(manager, "agreement_question").await?;
        manager
            .drop_table(Table::drop().table("agreement_question").to_owned())
            .await?;
        manager
            .alter_table(
                Table::alter()
                    .table("agreement")
                    .drop_column("open_questions")
                    .to_owned(),
            )
            .await
    }
}
