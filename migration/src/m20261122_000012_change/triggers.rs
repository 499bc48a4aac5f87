//! The triggers that write down what changed. Row triggers with plain statements, so that both databases share them.

use crate::trigger::triggers;

/// Everything that is seen through an enrolment. Whoever sees the enrolment sees these.
pub const VIEW: &str = "CREATE VIEW enrolment_thing (enrolment_id, thing, row_id) AS
    SELECT id, 'enrolment', id FROM enrolment
    UNION ALL SELECT id, 'group', group_id FROM enrolment
    UNION ALL SELECT id, 'school', school_id FROM enrolment
    UNION ALL SELECT enrolment_id, 'task', id FROM task
    UNION ALL SELECT enrolment_id, 'approval', id FROM approval_request
    UNION ALL SELECT enrolment_id, 'mentor', mentor_id FROM mentorship
    UNION ALL SELECT enrolment_id, 'mentor', mentor_id FROM approval_request";

// While something is taken out of an enrolment, the enrolment stays where it is: PostgreSQL gives each statement of a
// function its own view, so the group that is written down is the one that the lock holds. What is added holds it too, by
// its foreign key. Outcomes of a task are only written together with their task, which is written down already.
triggers! {
    change_task_insert: "AFTER INSERT" on task =>
        "INSERT INTO change (thing, row_id, enrolment_id) VALUES ('task', NEW.id, NEW.enrolment_id);";
    change_task_update: "AFTER UPDATE" on task =>
        "INSERT INTO change (thing, row_id, enrolment_id) VALUES ('task', NEW.id, NEW.enrolment_id);";
    change_task_delete: "AFTER DELETE" on task
        hold "PERFORM 1 FROM enrolment WHERE id = OLD.enrolment_id FOR KEY SHARE;" =>
        "INSERT INTO change (thing, row_id, enrolment_id, group_id, person_id)
            SELECT 'task', OLD.id, e.id, e.group_id, e.person_id FROM enrolment e WHERE e.id = OLD.enrolment_id;";

    change_approval_insert: "AFTER INSERT" on approval_request =>
        "INSERT INTO change (thing, row_id, enrolment_id) VALUES ('approval', NEW.id, NEW.enrolment_id);
         INSERT INTO change (thing, row_id, enrolment_id, moved)
            SELECT 'mentor', NEW.mentor_id, NEW.enrolment_id, true WHERE NOT EXISTS (
                SELECT 1 FROM mentorship m WHERE m.mentor_id = NEW.mentor_id AND m.enrolment_id = NEW.enrolment_id);";
    change_approval_update: "AFTER UPDATE" on approval_request =>
        "INSERT INTO change (thing, row_id, enrolment_id) VALUES ('approval', NEW.id, NEW.enrolment_id);";
    change_approval_delete: "AFTER DELETE" on approval_request
        hold "PERFORM 1 FROM enrolment WHERE id = OLD.enrolment_id FOR KEY SHARE;" =>
        "INSERT INTO change (thing, row_id, enrolment_id, group_id, person_id)
            SELECT 'approval', OLD.id, e.id, e.group_id, e.person_id FROM enrolment e WHERE e.id = OLD.enrolment_id;
         INSERT INTO change (thing, row_id, enrolment_id, group_id, person_id, moved)
            SELECT 'mentor', OLD.mentor_id, e.id, e.group_id, e.person_id, true
            FROM enrolment e WHERE e.id = OLD.enrolment_id;";
    change_approval_mentor: "AFTER UPDATE" on approval_request when "OLD.mentor_id <> NEW.mentor_id"
        hold "PERFORM 1 FROM enrolment WHERE id = OLD.enrolment_id FOR KEY SHARE;" =>
        "INSERT INTO change (thing, row_id, enrolment_id, group_id, person_id, moved)
            SELECT 'mentor', OLD.mentor_id, e.id, e.group_id, e.person_id, true
            FROM enrolment e WHERE e.id = OLD.enrolment_id;
         INSERT INTO change (thing, row_id, enrolment_id, moved)
            VALUES ('mentor', NEW.mentor_id, NEW.enrolment_id, true);";
    /// A request tells how its latest letter is doing.
    change_approval_letter: "AFTER UPDATE" on letter
        when "OLD.state <> NEW.state OR OLD.last_error IS DISTINCT FROM NEW.last_error" =>
        "INSERT INTO change (thing, row_id, enrolment_id)
            SELECT 'approval', id, enrolment_id FROM approval_request WHERE letter_id = NEW.id;";

    /// Nobody adds to an enrolment, or takes from it, while it moves: both would be written down for the wrong group.
    change_enrolment_hold: "BEFORE UPDATE" on enrolment
        when "OLD.group_id <> NEW.group_id OR OLD.person_id <> NEW.person_id"
        hold "PERFORM 1 FROM enrolment WHERE id = OLD.id FOR UPDATE;" => "";
    change_enrolment_insert: "AFTER INSERT" on enrolment =>
        "INSERT INTO change (thing, row_id, enrolment_id) VALUES ('enrolment', NEW.id, NEW.id);
         INSERT INTO change (thing, row_id, enrolment_id, moved)
            VALUES ('school', NEW.school_id, NEW.id, true), ('group', NEW.group_id, NEW.id, true);";
    change_enrolment_update: "AFTER UPDATE" on enrolment =>
        "INSERT INTO change (thing, row_id, enrolment_id) VALUES ('enrolment', NEW.id, NEW.id);";
    change_enrolment_move: "AFTER UPDATE" on enrolment
        when "OLD.group_id <> NEW.group_id OR OLD.person_id <> NEW.person_id OR OLD.school_id <> NEW.school_id" =>
        "INSERT INTO change (thing, row_id, enrolment_id, group_id, person_id, moved)
            SELECT thing, row_id, enrolment_id, OLD.group_id, OLD.person_id, true
            FROM enrolment_thing WHERE enrolment_id = OLD.id;
         INSERT INTO change (thing, row_id, enrolment_id, group_id, person_id, moved)
            VALUES ('school', OLD.school_id, OLD.id, OLD.group_id, OLD.person_id, true),
                   ('group', OLD.group_id, OLD.id, OLD.group_id, OLD.person_id, true);";
    change_enrolment_delete: "AFTER DELETE" on enrolment =>
        "INSERT INTO change (thing, row_id, enrolment_id, group_id, person_id)
            VALUES ('enrolment', OLD.id, OLD.id, OLD.group_id, OLD.person_id);
         INSERT INTO change (thing, row_id, enrolment_id, group_id, person_id, moved)
            VALUES ('school', OLD.school_id, OLD.id, OLD.group_id, OLD.person_id, true),
                   ('group', OLD.group_id, OLD.id, OLD.group_id, OLD.person_id, true);";
    /// Enrolments and groups are shown under people's names.
    change_person_update: "AFTER UPDATE" on person when "OLD.name <> NEW.name OR OLD.email <> NEW.email" =>
        "INSERT INTO change (thing, row_id, enrolment_id)
            SELECT 'enrolment', id, id FROM enrolment WHERE person_id = NEW.id;
         INSERT INTO change (thing, row_id) SELECT 'group', id FROM training_group WHERE tutor_id = NEW.id;";

    /// An enrolment tells who mentors it now.
    change_mentorship_insert: "AFTER INSERT" on mentorship =>
        "INSERT INTO change (thing, row_id, enrolment_id) VALUES ('enrolment', NEW.enrolment_id, NEW.enrolment_id);
         INSERT INTO change (thing, row_id, enrolment_id, moved)
            VALUES ('mentor', NEW.mentor_id, NEW.enrolment_id, true);";
    change_mentorship_update: "AFTER UPDATE" on mentorship =>
        "INSERT INTO change (thing, row_id, enrolment_id) VALUES ('enrolment', NEW.enrolment_id, NEW.enrolment_id);";
    change_mentorship_mentor: "AFTER UPDATE" on mentorship when "OLD.mentor_id <> NEW.mentor_id"
        hold "PERFORM 1 FROM enrolment WHERE id = OLD.enrolment_id FOR KEY SHARE;" =>
        "INSERT INTO change (thing, row_id, enrolment_id, group_id, person_id, moved)
            SELECT 'mentor', OLD.mentor_id, e.id, e.group_id, e.person_id, true
            FROM enrolment e WHERE e.id = OLD.enrolment_id;
         INSERT INTO change (thing, row_id, enrolment_id, moved)
            VALUES ('mentor', NEW.mentor_id, NEW.enrolment_id, true);";
    change_mentorship_delete: "AFTER DELETE" on mentorship
        hold "PERFORM 1 FROM enrolment WHERE id = OLD.enrolment_id FOR KEY SHARE;" =>
        "INSERT INTO change (thing, row_id, enrolment_id) VALUES ('enrolment', OLD.enrolment_id, OLD.enrolment_id);
         INSERT INTO change (thing, row_id, enrolment_id, group_id, person_id, moved)
            SELECT 'mentor', OLD.mentor_id, e.id, e.group_id, e.person_id, true
            FROM enrolment e WHERE e.id = OLD.enrolment_id;";

    change_mentor_insert: "AFTER INSERT" on mentor =>
        "INSERT INTO change (thing, row_id) VALUES ('mentor', NEW.id);";
    /// Each letter that goes clears a mark that is mostly not there.
    change_mentor_update: "AFTER UPDATE" on mentor
        when "OLD.name <> NEW.name OR OLD.email <> NEW.email OR OLD.post <> NEW.post
              OR OLD.bounced_at IS DISTINCT FROM NEW.bounced_at" =>
        "INSERT INTO change (thing, row_id) VALUES ('mentor', NEW.id);";
    change_mentor_delete: "AFTER DELETE" on mentor =>
        "INSERT INTO change (thing, row_id) VALUES ('mentor', OLD.id);";

    change_school_insert: "AFTER INSERT" on school =>
        "INSERT INTO change (thing, row_id) VALUES ('school', NEW.id);";
    change_school_update: "AFTER UPDATE" on school =>
        "INSERT INTO change (thing, row_id) VALUES ('school', NEW.id);";
    change_school_delete: "AFTER DELETE" on school =>
        "INSERT INTO change (thing, row_id) VALUES ('school', OLD.id);";

    change_group_insert: "AFTER INSERT" on training_group =>
        "INSERT INTO change (thing, row_id) VALUES ('group', NEW.id);";
    change_group_update: "AFTER UPDATE" on training_group =>
        "INSERT INTO change (thing, row_id) VALUES ('group', NEW.id);";
    change_group_delete: "AFTER DELETE" on training_group =>
        "INSERT INTO change (thing, row_id) VALUES ('group', OLD.id);";
}
