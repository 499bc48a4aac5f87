//! Whoever gave a place up can have one in the same cohort again; an enrolment says whether the law asks for the award by a
//! day; and the file of a signed agreement never changes.

use sea_orm_migration::{prelude::*, schema::*, sea_orm};

use crate::table::unique;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        db.execute_unprepared("DROP INDEX enrolment_person_id_cohort_id_once")
            .await?;
        db.execute_unprepared(
            "CREATE UNIQUE INDEX enrolment_person_id_cohort_id_once \
             ON enrolment (person_id, cohort_id) WHERE state <> 'withdrawn'",
        )
        .await?;
        let mut enrolment = Table::alter();
        enrolment
            .table("enrolment")
            .add_column(boolean("clock_runs").default(true));
        manager.alter_table(enrolment).await?;
        let is_postgres = manager.get_database_backend() == sea_orm::DbBackend::Postgres;
        if is_postgres {
            db.execute_unprepared(
                "CREATE FUNCTION agreement_file_never_changes() RETURNS trigger LANGUAGE plpgsql AS \
                 $$ BEGIN RAISE EXCEPTION 'files of signed agreements never change'; END $$",
            )
            .await?;
        }
        let action = match is_postgres {
            true => "FOR EACH STATEMENT EXECUTE FUNCTION agreement_file_never_changes()",
            false => "BEGIN SELECT RAISE(ABORT, 'files of signed agreements never change'); END",
        };
        for verb in ["UPDATE", "DELETE"] {
            let name = format!("agreement_file_no_{}", verb.to_lowercase());
            db.execute_unprepared(&format!(
                "CREATE TRIGGER {name} BEFORE {verb} ON agreement_file {action}"
            ))
            .await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let is_postgres = manager.get_database_backend() == sea_orm::DbBackend::Postgres;
        let of_table = if is_postgres {
            " ON agreement_file"
        } else {
            ""
        };
        for verb in ["update", "delete"] {
            db.execute_unprepared(&format!("DROP TRIGGER agreement_file_no_{verb}{of_table}"))
                .await?;
        }
        if is_postgres {
            db.execute_unprepared("DROP FUNCTION agreement_file_never_changes()")
                .await?;
        }
        let mut enrolment = Table::alter();
        enrolment.table("enrolment").drop_column("clock_runs");
        manager.alter_table(enrolment).await?;
        db.execute_unprepared("DROP INDEX enrolment_person_id_cohort_id_once")
            .await?;
        manager
            .create_index(unique("enrolment", &["person_id", "cohort_id"]))
            .await
    }
}
