//! Who hosts groups, who signs in for them, and what is said of a group beyond its name: where it meets, and for how many.

use sea_orm_migration::{prelude::*, schema::*, sea_orm};

use crate::table::{foreign_key, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Groups are shown under their partner's name.
const RENAMED: &str = "INSERT INTO change (thing, row_id)
    SELECT 'group', id FROM training_group WHERE delivery_partner_id = NEW.id;";
const RENAMES: &str = "OLD.name <> NEW.name OR OLD.kind <> NEW.kind";

/// What is said of a group. SQLite takes one new column at a time, with its rule beside it.
fn columns() -> [ColumnDef; 7] {
    let mut all = [
        text_null("venue"),
        text_null("postcode"),
        integer_null("easting"),
        integer_null("northing"),
        integer_null("capacity"),
        uuid_null("delivery_partner_id"),
        integer("version"),
    ];
    all[4].extra("CHECK (capacity >= 1)");
    all[5].extra("REFERENCES delivery_partner (id)");
    all[6].default(1);
    all
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut partner = Table::create();
        partner
            .table("delivery_partner")
            .col(uuid("id").primary_key())
            .col(text("name").unique_key())
            .col(text("kind"));
        manager.create_table(partner).await?;
        let mut member = Table::create();
        member
            .table("partner_member")
            .col(uuid("person_id"))
            .col(uuid("delivery_partner_id"))
            .primary_key(Index::create().col("person_id").col("delivery_partner_id"))
            .foreign_key(&mut foreign_key("partner_member", "person_id", "person"))
            .foreign_key(&mut foreign_key(
                "partner_member",
                "delivery_partner_id",
                "delivery_partner",
            ));
        manager.create_table(member).await?;
        manager
            .create_index(index("partner_member", &["delivery_partner_id"]))
            .await?;
        for column in columns() {
            let mut group = Table::alter();
            group.table("training_group").add_column(column);
            manager.alter_table(group).await?;
        }
        manager
            .create_index(index("training_group", &["delivery_partner_id"]))
            .await?;
        let db = manager.get_connection();
        if manager.get_database_backend() == sea_orm::DbBackend::Postgres {
            db.execute_unprepared(&format!(
                "CREATE FUNCTION change_partner_update() RETURNS trigger LANGUAGE plpgsql AS \
                 $$ BEGIN {RENAMED} RETURN NULL; END $$"
            ))
            .await?;
            db.execute_unprepared(&format!(
                "CREATE TRIGGER change_partner_update AFTER UPDATE ON delivery_partner \
                 FOR EACH ROW WHEN ({RENAMES}) EXECUTE FUNCTION change_partner_update()"
            ))
            .await?;
        } else {
            db.execute_unprepared(&format!(
                "CREATE TRIGGER change_partner_update AFTER UPDATE ON delivery_partner \
                 FOR EACH ROW WHEN {RENAMES} BEGIN {RENAMED} END"
            ))
            .await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        if manager.get_database_backend() == sea_orm::DbBackend::Postgres {
            db.execute_unprepared("DROP TRIGGER change_partner_update ON delivery_partner")
                .await?;
            db.execute_unprepared("DROP FUNCTION change_partner_update()")
                .await?;
        } else {
            db.execute_unprepared("DROP TRIGGER change_partner_update")
                .await?;
        }
        let name = "training_group_delivery_partner_id_idx";
        manager
            .drop_index(Index::drop().name(name).table("training_group").to_owned())
            .await?;
        for column in columns() {
            let mut group = Table::alter();
            group
                .table("training_group")
                .drop_column(column.get_column_name());
            manager.alter_table(group).await?;
        }
        for table in ["partner_member", "delivery_partner"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}
