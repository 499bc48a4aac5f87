//! Scans of agreements that were signed on paper.

use sea_orm_migration::{prelude::*, schema::*};

use crate::table::{foreign_key, index};
use crate::trigger::{self, triggers};

#[derive(DeriveMigrationName)]
pub struct Migration;

// A scan is shown with its application.
triggers! {
    change_agreement_scan_insert: "AFTER INSERT" on agreement_scan =>
        "INSERT INTO change (thing, row_id, person_id)
            SELECT 'application', application_id, person_id FROM agreement WHERE id = NEW.agreement_id;";
    change_agreement_scan_update: "AFTER UPDATE" on agreement_scan =>
        "INSERT INTO change (thing, row_id, person_id)
            SELECT 'application', application_id, person_id FROM agreement WHERE id = NEW.agreement_id;";
}

/// SQLite takes one new column at a time, with its rule beside it.
fn columns() -> [ColumnDef; 2] {
    let mut all = [
        timestamp_with_time_zone_null("paper_since"),
        uuid_null("scan_id"),
    ];
    all[1].extra("REFERENCES agreement_scan (id)");
    all
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut scan = Table::create();
        scan.table("agreement_scan")
            .col(uuid("id").primary_key())
            .col(uuid("agreement_id"))
            .col(uuid("person_id"))
            .col(text("state"))
            .col(text("source"))
            .col(text("sent_by"))
            .col(timestamp_with_time_zone("sent_at"))
            .col(text("format"))
            .col(integer("bytes"))
            .col(integer("pages"))
            .col(text("sha256"))
            .col(text("text_hash"))
            .col(text("signed_name"))
            .col(date_null("appointed_on"))
            .col(text("mentor_name"))
            .col(text("mentor_email"))
            .col(text("mentor_post"))
            .col(json_binary_null("review"))
            .col(text("ip"))
            .col(text("user_agent"))
            .col(integer("tries"))
            .col(timestamp_with_time_zone_null("decided_at"))
            .col(text_null("decided_by"))
            .col(text_null("reason"))
            .foreign_key(&mut foreign_key(
                "agreement_scan",
                "agreement_id",
                "agreement",
            ))
            .foreign_key(&mut foreign_key("agreement_scan", "person_id", "person"));
        manager.create_table(scan).await?;
        let db = manager.get_connection();
        db.execute_unprepared(
            "CREATE UNIQUE INDEX agreement_scan_agreement_id_once ON agreement_scan (agreement_id) \
             WHERE state IN ('checking', 'waiting')",
        )
        .await?;
        for columns in [
            &["agreement_id"][..],
            &["person_id"],
            &["state", "tries", "sent_at"],
        ] {
            manager
                .create_index(index("agreement_scan", columns))
                .await?;
        }
        let mut file = Table::create();
        file.table("agreement_scan_file")
            .col(uuid("scan_id").primary_key())
            .col(blob("content"))
            .foreign_key(&mut foreign_key(
                "agreement_scan_file",
                "scan_id",
                "agreement_scan",
            ));
        manager.create_table(file).await?;
        for column in columns() {
            let mut agreement = Table::alter();
            agreement.table("agreement").add_column(column);
            manager.alter_table(agreement).await?;
        }
        trigger::make(manager, TRIGGERS).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        trigger::drop(manager, TRIGGERS).await?;
        for column in ["scan_id", "paper_since"] {
            let mut agreement = Table::alter();
            agreement.table("agreement").drop_column(column);
            manager.alter_table(agreement).await?;
        }
        for table in ["agreement_scan_file", "agreement_scan"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}
