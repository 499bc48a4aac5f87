//! Whoever gave a place up can have one in the same cohort again; an enrolment says whether the law asks for the award by a
//! day; and the file of a signed agreement never changes.

use sea_orm_migration::{prelude::*, schema::*};

use crate::kept::{keep, release};
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
        keep(
            manager,
            "agreement_file",
            "files of signed agreements never change",
        )
        .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        release(manager, "agreement_file").await?;
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
