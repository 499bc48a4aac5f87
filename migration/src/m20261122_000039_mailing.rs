//! Messages of the programme office to many, and which letters bring them.

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
        let mut mailing = Table::create();
        mailing
            .table("mailing")
            .col(uuid("id").primary_key())
            .col(text("key"))
            .col(text("audience"))
            .col(text("subject"))
            .col(text("body"))
            .col(integer("count"))
            .col(uuid("written_by_id"))
            .col(text("written_by"))
            .col(timestamp_with_time_zone("written_at"))
            .foreign_key(&mut foreign_key("mailing", "written_by_id", "person"));
        manager.create_table(mailing).await?;
        manager
            .create_index(unique("mailing", &["written_by_id", "key"]))
            .await?;
        let mut column = uuid_null("mailing_id");
        column.extra("REFERENCES mailing (id)");
        let mut letter = Table::alter();
        letter.table("letter").add_column(column);
        manager.alter_table(letter).await?;
        manager.create_index(index("letter", &["mailing_id"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_index(
                Index::drop()
                    .name("letter_mailing_id_idx")
                    .table("letter")
                    .to_owned(),
            )
            .await?;
        let mut letter = Table::alter();
        letter.table("letter").drop_column("mailing_id");
        manager.alter_table(letter).await?;
        manager
            .drop_table(Table::drop().table("mailing").to_owned())
            .await
    }
}
