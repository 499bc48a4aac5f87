//! People, roles, groups, enrolments, mentors.

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
                    .table("school")
                    .col(uuid("id").primary_key())
                    .col(text("urn").unique_key())
                    .col(text("name"))
                    .col(text("town"))
                    .col(text("postcode"))
                    .col(text("local_authority"))
                    .col(text_null("head_name"))
                    .col(text_null("head_email"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(index("school", &["name"])).await?;
        manager
            .create_table(
                Table::create()
                    .table("person")
                    .col(uuid("id").primary_key())
                    .col(text("name"))
                    .col(text("email").unique_key())
                    .col(timestamp_with_time_zone("created_at"))
                    .to_owned(),
            )
            .await?;
        manager.create_index(index("person", &["name"])).await?;
        manager
            .create_table(
                Table::create()
                    .table("person_role")
                    .col(uuid("person_id"))
                    .col(text("role"))
                    .primary_key(Index::create().col("person_id").col("role"))
                    .foreign_key(&mut foreign_key("person_role", "person_id", "person"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(index("person_role", &["role"]))
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("training_group")
                    .col(uuid("id").primary_key())
                    .col(uuid("cohort_id"))
                    .col(text("name"))
                    .col(text("place"))
                    .col(text("mode"))
                    .col(uuid_null("tutor_id"))
                    .foreign_key(&mut foreign_key("training_group", "cohort_id", "cohort"))
                    .foreign_key(&mut foreign_key("training_group", "tutor_id", "person"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(unique("training_group", &["cohort_id", "name"]))
            .await?;
        manager
            .create_index(index("training_group", &["tutor_id"]))
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("enrolment")
                    .col(uuid("id").primary_key())
                    .col(uuid("person_id"))
                    .col(uuid("cohort_id"))
                    .col(uuid("group_id"))
                    .col(uuid("school_id"))
                    .col(text("state"))
                    .col(date_null("appointed_on"))
                    .col(date("started_on"))
                    .col(date("ends_on"))
                    .col(timestamp_with_time_zone("created_at"))
                    .foreign_key(&mut foreign_key("enrolment", "person_id", "person"))
                    .foreign_key(&mut foreign_key("enrolment", "cohort_id", "cohort"))
                    .foreign_key(&mut foreign_key("enrolment", "group_id", "training_group"))
                    .foreign_key(&mut foreign_key("enrolment", "school_id", "school"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(unique("enrolment", &["person_id", "cohort_id"]))
            .await?;
        manager
            .create_index(index("enrolment", &["group_id"]))
            .await?;
        manager
            .create_index(index("enrolment", &["school_id"]))
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("mentor")
                    .col(uuid("id").primary_key())
                    .col(text("name"))
                    .col(text("email").unique_key())
                    .col(text("post"))
                    .col(timestamp_with_time_zone_null("bounced_at"))
                    .col(timestamp_with_time_zone("created_at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("mentorship")
                    .col(uuid("id").primary_key())
                    .col(uuid("enrolment_id"))
                    .col(uuid("mentor_id"))
                    .col(text("state"))
                    .col(text("nominated_by"))
                    .col(timestamp_with_time_zone("started_at"))
                    .col(timestamp_with_time_zone_null("ended_at"))
                    .col(text_null("end_reason"))
                    .foreign_key(&mut foreign_key("mentorship", "enrolment_id", "enrolment"))
                    .foreign_key(&mut foreign_key("mentorship", "mentor_id", "mentor"))
                    .to_owned(),
            )
            .await?;
        manager.get_connection().execute_unprepared("CREATE UNIQUE INDEX mentorship_enrolment_id_once ON mentorship (enrolment_id) WHERE ended_at IS NULL").await?;
        manager
            .create_index(index("mentorship", &["mentor_id"]))
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("mentorship").to_owned())
            .await?;
        manager
            .drop_table(Table::drop().table("mentor").to_owned())
            .await?;
        manager
            .drop_table(Table::drop().table("enrolment").to_owned())
            .await?;
        manager
            .drop_table(Table::drop().table("training_group").to_owned())
            .await?;
        manager
            .drop_table(Table::drop().table("person_role").to_owned())
            .await?;
        manager
            .drop_table(Table::drop().table("person").to_owned())
            .await?;
        manager
            .drop_table(Table::drop().table("school").to_owned())
            .await?;
        Ok(())
    }
}
