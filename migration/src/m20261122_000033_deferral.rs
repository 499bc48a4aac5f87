//! Applications that go on with a later cohort, why people leave, and until when they may still change their mind.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// SQLite takes one new column at a time, with its rule beside it.
fn columns() -> [ColumnDef; 3] {
    let mut all = [
        text_null("leaving"),
        uuid_null("carried_from"),
        date_null("change_until"),
    ];
    all[1].extra("REFERENCES application (id)");
    all
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in columns() {
            let mut application = Table::alter();
            application.table("application").add_column(column);
            manager.alter_table(application).await?;
        }
        // For finding what an application goes on as.
        manager
            .create_index(index("application", &["carried_from"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_index(
                Index::drop()
                    .name("application_carried_from_idx")
                    .table("application")
                    .to_owned(),
            )
            .await?;
        for column in ["change_until", "carried_from", "leaving"] {
            let mut application = Table::alter();
            application.table("application").drop_column(column);
            manager.alter_table(application).await?;
        }
        Ok(())
    }
}
