//! Administrators write versions of the agreement's words. A version is not changed or deleted.

use sea_orm_migration::{prelude::*, schema::*, sea_orm};

use crate::table::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .alter_table(
                Table::alter()
                    .table("agreement_text")
                    .add_column(text_null("note"))
                    .to_owned(),
            )
            .await?;
        // How often a version was used.
        manager
            .create_index(index("agreement", &["text_id"]))
            .await?;
        let db = manager.get_connection();
        let is_postgres = manager.get_database_backend() == sea_orm::DbBackend::Postgres;
        if is_postgres {
            db.execute_unprepared(
                "CREATE FUNCTION agreement_text_is_kept() RETURNS trigger LANGUAGE plpgsql AS \
                 $$ BEGIN RAISE EXCEPTION 'versions of the agreement are not changed'; END $$",
            )
            .await?;
        }
        let action = match is_postgres {
            true => "FOR EACH STATEMENT EXECUTE FUNCTION agreement_text_is_kept()",
            false => "BEGIN SELECT RAISE(ABORT, 'versions of the agreement are not changed'); END",
        };
        for verb in ["update", "delete"] {
            db.execute_unprepared(&format!(
                "CREATE TRIGGER agreement_text_no_{verb} BEFORE {verb} ON agreement_text {action}"
            ))
            .await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let is_postgres = manager.get_database_backend() == sea_orm::DbBackend::Postgres;
        for verb in ["update", "delete"] {
            let name = format!("agreement_text_no_{verb}");
            let drop = match is_postgres {
                true => format!("DROP TRIGGER {name} ON agreement_text"),
                false => format!("DROP TRIGGER {name}"),
            };
            db.execute_unprepared(&drop).await?;
        }
        if is_postgres {
            db.execute_unprepared("DROP FUNCTION agreement_text_is_kept()")
                .await?;
        }
        manager
            .drop_index(
                Index::drop()
                    .name("agreement_text_id_idx")
                    .table("agreement")
                    .to_owned(),
            )
            .await?;
        manager
            .alter_table(
                Table::alter()
                    .table("agreement_text")
                    .drop_column("note")
                    .to_owned(),
            )
            .await
    }
}
