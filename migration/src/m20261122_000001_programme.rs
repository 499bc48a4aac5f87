//! Awards, programmes, cohorts, groups and schools.

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
                    .table("award")
                    .col(uuid("id").primary_key())
                    .col(text("code").unique_key())
                    .col(text("name"))
                    .col(text("short_name"))
                    .col(text("qualification"))
                    .col(integer("credits"))
                    .col(integer_null("level"))
                    .col(json_binary("limits"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("outcome")
                    .col(uuid("id").primary_key())
                    .col(uuid("award_id"))
                    .col(text("code"))
                    .col(text("section"))
                    .col(text("title"))
                    .col(text("description"))
                    .col(text_null("official_ref"))
                    .col(integer("position"))
                    .foreign_key(&mut foreign_key("outcome", "award_id", "award"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(unique("outcome", &["award_id", "code"]))
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("task_template")
                    .col(uuid("id").primary_key())
                    .col(uuid("award_id"))
                    .col(text("code"))
                    .col(text("title"))
                    .col(text("guidance"))
                    .col(integer("due_week"))
                    .col(integer("position"))
                    .foreign_key(&mut foreign_key("task_template", "award_id", "award"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(unique("task_template", &["award_id", "code"]))
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("template_outcome")
                    .col(uuid("template_id"))
                    .col(uuid("outcome_id"))
                    .primary_key(Index::create().col("template_id").col("outcome_id"))
                    .foreign_key(&mut foreign_key(
                        "template_outcome",
                        "template_id",
                        "task_template",
                    ))
                    .foreign_key(&mut foreign_key(
                        "template_outcome",
                        "outcome_id",
                        "outcome",
                    ))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(index("template_outcome", &["outcome_id"]))
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("programme")
                    .col(uuid("id").primary_key())
                    .col(uuid("award_id"))
                    .col(text("code").unique_key())
                    .col(text("name"))
                    .col(text("provider"))
                    .foreign_key(&mut foreign_key("programme", "award_id", "award"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("term")
                    .col(uuid("id").primary_key())
                    .col(uuid("programme_id"))
                    .col(text("name"))
                    .col(date("starts_on"))
                    .col(date("ends_on"))
                    .foreign_key(&mut foreign_key("term", "programme_id", "programme"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(index("term", &["programme_id", "starts_on"]))
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("cohort")
                    .col(uuid("id").primary_key())
                    .col(uuid("programme_id"))
                    .col(text("name"))
                    .col(date("starts_on"))
                    .col(date("ends_on"))
                    .foreign_key(&mut foreign_key("cohort", "programme_id", "programme"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(unique("cohort", &["programme_id", "name"]))
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("cohort").to_owned())
            .await?;
        manager
            .drop_table(Table::drop().table("term").to_owned())
            .await?;
        manager
            .drop_table(Table::drop().table("programme").to_owned())
            .await?;
        manager
            .drop_table(Table::drop().table("template_outcome").to_owned())
            .await?;
        manager
            .drop_table(Table::drop().table("task_template").to_owned())
            .await?;
        manager
            .drop_table(Table::drop().table("outcome").to_owned())
            .await?;
        manager
            .drop_table(Table::drop().table("award").to_owned())
            .await?;
        Ok(())
    }
}
