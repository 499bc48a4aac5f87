//! Needs analyses: the applicant's words, the school's answer, and what the office makes of gaps.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add(manager, "application", json_binary("needs").default("[]")).await?;
        // SQLite adds one column a statement.
        for mut column in [
            json_binary_null("review"),
            timestamp_with_time_zone_null("gaps_accepted_at"),
            text_null("gaps_accepted_by"),
            text_null("gaps_plan"),
        ] {
            add(manager, "agreement", &mut column).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [
            ("agreement", "gaps_plan"),
            ("agreement", "gaps_accepted_by"),
            ("agreement", "gaps_accepted_at"),
            ("agreement", "review"),
            ("application", "needs"),
        ] {
            let change = Table::alter().table(table).drop_column(column).to_owned();
            manager.alter_table(change).await?;
        }
        Ok(())
    }
}

async fn add(
    manager: &SchemaManager<'_>,
    table: &'static str,
    column: &mut ColumnDef,
) -> Result<(), DbErr> {
    let change = Table::alter().table(table).add_column(column).to_owned();
    manager.alter_table(change).await
}
