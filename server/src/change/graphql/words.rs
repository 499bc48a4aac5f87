//! The words in which the schema speaks of changes.

use async_graphql::Enum;
use entity::change::Thing;

use crate::schema::named;

/// What can be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Thing")]
pub enum ChangedThing {
    /// A participant's place in a cohort: its state, group, school, person's name and mentor. Progress is reckoned from
    /// tasks and requests: follow these too.
    Enrolment,
    /// A task: what is written, where it stands, the outcomes that it claims.
    Task,
    /// An approval request, with how its letter is doing.
    Approval,
    /// A school.
    School,
    /// A training group.
    Group,
    /// A mentor.
    Mentor,
    /// Somebody's application for a place, with who is asked to sign for the school and to be the mentor, and how the
    /// letters to them are doing. Notes of the programme office are left out.
    Application,
}

named!(ChangedThing);
