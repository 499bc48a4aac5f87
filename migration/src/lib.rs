//! The changes of the database in order, one file each. No data of the programme comes from here.

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;

mod kept;
mod m20261122_000001_programme;
mod m20261122_000002_people;
mod m20261122_000003_letter;
mod m20261122_000004_task;
mod m20261122_000005_event;
mod m20261122_000006_sign_in;
mod m20261122_000010_list_indexes;
mod m20261122_000011_token_use;
mod m20261122_000012_change;
mod m20261122_000013_rounds;
mod m20261122_000020_partner;
mod m20261122_000021_school_list;
mod m20261122_000022_application;
mod m20261122_000023_agreement;
mod m20261122_000030_needs;
mod m20261122_000031_agreement_file;
mod m20261122_000032_application_change;
mod m20261122_000033_deferral;
mod m20261122_000034_application_note;
mod m20261122_000035_place_anew;
mod m20261122_000036_agreement_scan;
mod m20261122_000037_agreement_question;
mod m20261122_000038_stands_since;
mod m20261122_000039_mailing;
mod m20261122_000040_agreement_text;
mod table;
mod trigger;

/// All changes, oldest first.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_programme::Migration),
            Box::new(m20261122_000002_people::Migration),
            Box::new(m20261122_000003_letter::Migration),
            Box::new(m20261122_000004_task::Migration),
            Box::new(m20261122_000005_event::Migration),
            Box::new(m20261122_000006_sign_in::Migration),
            Box::new(m20261122_000010_list_indexes::Migration),
            Box::new(m20261122_000011_token_use::Migration),
            Box::new(m20261122_000012_change::Migration),
            Box::new(m20261122_000013_rounds::Migration),
            Box::new(m20261122_000020_partner::Migration),
            Box::new(m20261122_000021_school_list::Migration),
            Box::new(m20261122_000022_application::Migration),
            Box::new(m20261122_000023_agreement::Migration),
            Box::new(m20261122_000030_needs::Migration),
            Box::new(m20261122_000031_agreement_file::Migration),
            Box::new(m20261122_000032_application_change::Migration),
            Box::new(m20261122_000033_deferral::Migration),
            Box::new(m20261122_000034_application_note::Migration),
            Box::new(m20261122_000035_place_anew::Migration),
            Box::new(m20261122_000036_agreement_scan::Migration),
            Box::new(m20261122_000037_agreement_question::Migration),
            Box::new(m20261122_000038_stands_since::Migration),
            Box::new(m20261122_000039_mailing::Migration),
            Box::new(m20261122_000040_agreement_text::Migration),
        ]
    }
}
