//! The school's word: texts of the agreement, agreements, and mentors who are asked whether they will.

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
                    .table("agreement_text")
                    .col(uuid("id").primary_key())
                    .col(uuid("programme_id"))
                    .col(integer("number"))
                    .col(text("title"))
                    .col(text("body"))
                    .col(text("written_by"))
                    .col(timestamp_with_time_zone("created_at"))
                    .foreign_key(&mut foreign_key(
                        "agreement_text",
                        "programme_id",
                        "programme",
                    ))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(unique("agreement_text", &["programme_id", "number"]))
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("agreement")
                    .col(uuid("id").primary_key())
                    .col(uuid("application_id"))
                    .col(uuid("person_id"))
                    .col(uuid("text_id"))
                    .col(text("state"))
                    .col(text("name"))
                    .col(text("email"))
                    .col(text("capacity"))
                    .col(uuid_null("handed_from"))
                    .col(uuid_null("letter_id"))
                    .col(timestamp_with_time_zone("asked_at"))
                    .col(timestamp_with_time_zone_null("resent_at"))
                    .col(integer("reminders"))
                    .col(integer("notices"))
                    .col(timestamp_with_time_zone_null("checked_at"))
                    .col(text_null("checked_by"))
                    .col(timestamp_with_time_zone_null("decided_at"))
                    .col(text_null("reason"))
                    .col(text_null("signed_text"))
                    .col(text_null("text_hash"))
                    .col(text_null("signed_name"))
                    .col(date_null("appointed_on"))
                    .col(text_null("mentor_name"))
                    .col(text_null("mentor_email"))
                    .col(text_null("mentor_post"))
                    .col(text_null("ip"))
                    .col(text_null("user_agent"))
                    .col(timestamp_with_time_zone("created_at"))
                    .foreign_key(&mut foreign_key(
                        "agreement",
                        "application_id",
                        "application",
                    ))
                    .foreign_key(&mut foreign_key("agreement", "person_id", "person"))
                    .foreign_key(&mut foreign_key("agreement", "text_id", "agreement_text"))
                    .foreign_key(&mut foreign_key("agreement", "handed_from", "agreement"))
                    .to_owned(),
            )
            .await?;
        let db = manager.get_connection();
        db.execute_unprepared(
            "CREATE UNIQUE INDEX agreement_application_id_once ON agreement (application_id) \
             WHERE state IN ('sent', 'bounced', 'signed')",
        )
        .await?;
        for columns in [
            &["application_id", "created_at"][..],
            &["state", "asked_at"],
            &["person_id"],
            &["letter_id"],
        ] {
            manager.create_index(index("agreement", columns)).await?;
        }
        manager
            .create_table(
                Table::create()
                    .table("mentor_invitation")
                    .col(uuid("id").primary_key())
                    .col(uuid("application_id"))
                    .col(uuid("person_id"))
                    .col(uuid("agreement_id"))
                    .col(uuid("mentor_id"))
                    .col(text("state"))
                    .col(uuid_null("letter_id"))
                    .col(timestamp_with_time_zone("asked_at"))
                    .col(timestamp_with_time_zone_null("resent_at"))
                    .col(integer("reminders"))
                    .col(integer("notices"))
                    .col(timestamp_with_time_zone_null("decided_at"))
                    .col(text_null("signed_name"))
                    .col(text_null("reason"))
                    .foreign_key(&mut foreign_key(
                        "mentor_invitation",
                        "application_id",
                        "application",
                    ))
                    .foreign_key(&mut foreign_key("mentor_invitation", "person_id", "person"))
                    .foreign_key(&mut foreign_key(
                        "mentor_invitation",
                        "agreement_id",
                        "agreement",
                    ))
                    .foreign_key(&mut foreign_key("mentor_invitation", "mentor_id", "mentor"))
                    .to_owned(),
            )
            .await?;
        db.execute_unprepared(
            "CREATE UNIQUE INDEX mentor_invitation_application_id_once \
             ON mentor_invitation (application_id) WHERE state IN ('invited', 'bounced', 'accepted')",
        )
        .await?;
        for columns in [
            &["application_id", "asked_at"][..],
            &["state", "asked_at"],
            &["mentor_id"],
            &["letter_id"],
        ] {
            manager
                .create_index(index("mentor_invitation", columns))
                .await?;
        }
        for table in ["letter", "event"] {
            for name in ["application_id", "agreement_id", "invitation_id"] {
                manager
                    .alter_table(
                        Table::alter()
                            .table(table)
                            .add_column(uuid_null(name))
                            .to_owned(),
                    )
                    .await?;
            }
            manager
                .create_index(index(table, &["application_id"]))
                .await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["event", "letter"] {
            manager
                .drop_index(
                    Index::drop()
                        .name(format!("{table}_application_id_idx"))
                        .table(table)
                        .to_owned(),
                )
                .await?;
            for name in ["invitation_id", "agreement_id", "application_id"] {
                manager
                    .alter_table(Table::alter().table(table).drop_column(name).to_owned())
                    .await?;
            }
        }
        for table in ["mentor_invitation", "agreement", "agreement_text"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}
