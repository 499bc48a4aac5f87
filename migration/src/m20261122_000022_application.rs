//! Applications, the time in which a cohort takes them, and the name of whoever signs in for the first time.

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
        // SQLite adds one column a statement.
        for mut column in [date_null("applications_from"), date_null("applications_to")] {
            manager
                .alter_table(
                    Table::alter()
                        .table("cohort")
                        .add_column(&mut column)
                        .to_owned(),
                )
                .await?;
        }
        manager
            .alter_table(
                Table::alter()
                    .table("sign_in")
                    .add_column(text_null("name"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("application")
                    .col(uuid("id").primary_key())
                    .col(uuid("person_id"))
                    .col(uuid("cohort_id"))
                    .col(text("state"))
                    .col(integer("version"))
                    .col(uuid_null("school_id"))
                    .col(json_binary("answers"))
                    .col(timestamp_with_time_zone_null("submitted_at"))
                    .col(uuid_null("group_id"))
                    .col(timestamp_with_time_zone_null("offered_at"))
                    .col(date_null("offer_until"))
                    .col(uuid_null("enrolment_id"))
                    .col(uuid_null("deferred_to"))
                    .col(text_null("reason"))
                    .col(integer("notices"))
                    .col(timestamp_with_time_zone_null("ended_at"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("updated_at"))
                    .foreign_key(&mut foreign_key("application", "person_id", "person"))
                    .foreign_key(&mut foreign_key("application", "cohort_id", "cohort"))
                    .foreign_key(&mut foreign_key("application", "school_id", "school"))
                    .foreign_key(&mut foreign_key(
                        "application",
                        "group_id",
                        "training_group",
                    ))
                    .foreign_key(&mut foreign_key("application", "enrolment_id", "enrolment"))
                    .foreign_key(&mut foreign_key("application", "deferred_to", "cohort"))
                    .to_owned(),
            )
            .await?;
        manager
            .get_connection()
            .execute_unprepared(
                "CREATE UNIQUE INDEX application_person_id_cohort_id_once \
                 ON application (person_id, cohort_id) WHERE ended_at IS NULL",
            )
            .await?;
        for columns in [
            &["person_id"][..],
            &["cohort_id", "state"],
            &["state", "updated_at"],
            &["school_id"],
            &["group_id"],
        ] {
            manager.create_index(index("application", columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("application").to_owned())
            .await?;
        manager
            .alter_table(
                Table::alter()
                    .table("sign_in")
                    .drop_column("name")
                    .to_owned(),
            )
            .await?;
        for column in ["applications_to", "applications_from"] {
            manager
                .alter_table(
                    Table::alter()
                        .table("cohort")
                        .drop_column(column)
                        .to_owned(),
                )
                .await?;
        }
        Ok(())
    }
}
