//! Applications are among the things whose changes are followed, with what is shown of them: askings of schools and of
//! mentors, and how letters about these are doing.

use sea_orm_migration::prelude::*;

use crate::trigger::{self, triggers};

#[derive(DeriveMigrationName)]
pub struct Migration;

// An application is seen by its applicant, who stays the same, and by whoever sees all. So each change names the
// applicant. Schools, groups and mentors come into the applicant's sight with it, and go out of it.
triggers! {
    change_application_insert: "AFTER INSERT" on application =>
        "INSERT INTO change (thing, row_id, person_id) VALUES ('application', NEW.id, NEW.person_id);
         INSERT INTO change (thing, row_id, person_id, moved)
            SELECT 'school', id, NEW.person_id, true FROM school WHERE id = NEW.school_id;
         INSERT INTO change (thing, row_id, person_id, moved)
            SELECT 'group', id, NEW.person_id, true FROM training_group WHERE id = NEW.group_id;";
    change_application_update: "AFTER UPDATE" on application =>
        "INSERT INTO change (thing, row_id, person_id) VALUES ('application', NEW.id, NEW.person_id);";
    change_application_school: "AFTER UPDATE" on application when "OLD.school_id IS DISTINCT FROM NEW.school_id" =>
        "INSERT INTO change (thing, row_id, person_id, moved)
            SELECT 'school', id, NEW.person_id, true FROM school WHERE id IN (OLD.school_id, NEW.school_id);";
    /// A group is seen through an application that is not over.
    change_application_group: "AFTER UPDATE" on application
        when "OLD.group_id IS DISTINCT FROM NEW.group_id OR (OLD.ended_at IS NULL) <> (NEW.ended_at IS NULL)" =>
        "INSERT INTO change (thing, row_id, person_id, moved)
            SELECT 'group', id, NEW.person_id, true FROM training_group WHERE id IN (OLD.group_id, NEW.group_id);";
    change_application_delete: "AFTER DELETE" on application =>
        "INSERT INTO change (thing, row_id, person_id) VALUES ('application', OLD.id, OLD.person_id);
         INSERT INTO change (thing, row_id, person_id, moved)
            SELECT 'school', id, OLD.person_id, true FROM school WHERE id = OLD.school_id;
         INSERT INTO change (thing, row_id, person_id, moved)
            SELECT 'group', id, OLD.person_id, true FROM training_group WHERE id = OLD.group_id;";
    /// Applications are shown under people's names.
    change_applicant_update: "AFTER UPDATE" on person when "OLD.name <> NEW.name OR OLD.email <> NEW.email" =>
        "INSERT INTO change (thing, row_id, person_id)
            SELECT 'application', id, person_id FROM application WHERE person_id = NEW.id;";

    change_agreement_insert: "AFTER INSERT" on agreement =>
        "INSERT INTO change (thing, row_id, person_id) VALUES ('application', NEW.application_id, NEW.person_id);";
    change_agreement_update: "AFTER UPDATE" on agreement =>
        "INSERT INTO change (thing, row_id, person_id) VALUES ('application', NEW.application_id, NEW.person_id);";
    change_agreement_delete: "AFTER DELETE" on agreement =>
        "INSERT INTO change (thing, row_id, person_id) VALUES ('application', OLD.application_id, OLD.person_id);";

    change_invitation_insert: "AFTER INSERT" on mentor_invitation =>
        "INSERT INTO change (thing, row_id, person_id) VALUES ('application', NEW.application_id, NEW.person_id);
         INSERT INTO change (thing, row_id, person_id, moved) VALUES ('mentor', NEW.mentor_id, NEW.person_id, true);";
    change_invitation_update: "AFTER UPDATE" on mentor_invitation =>
        "INSERT INTO change (thing, row_id, person_id) VALUES ('application', NEW.application_id, NEW.person_id);";
    change_invitation_delete: "AFTER DELETE" on mentor_invitation =>
        "INSERT INTO change (thing, row_id, person_id) VALUES ('application', OLD.application_id, OLD.person_id);
         INSERT INTO change (thing, row_id, person_id, moved) VALUES ('mentor', OLD.mentor_id, OLD.person_id, true);";

    /// An asking tells how its latest letter is doing.
    change_application_letter: "AFTER UPDATE" on letter
        when "NEW.application_id IS NOT NULL
              AND (OLD.state <> NEW.state OR OLD.last_error IS DISTINCT FROM NEW.last_error)" =>
        "INSERT INTO change (thing, row_id, person_id)
            SELECT 'application', application_id, person_id FROM agreement WHERE letter_id = NEW.id
            UNION ALL SELECT 'application', application_id, person_id FROM mentor_invitation WHERE letter_id = NEW.id;";
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        trigger::make(manager, TRIGGERS).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        trigger::drop(manager, TRIGGERS).await
    }
}
