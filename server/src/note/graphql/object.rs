//! One note in the schema.

use std::sync::Arc;

use async_graphql::ID;
use chrono::{DateTime, Utc};
use entity::application_note::{Kind, Model};

use crate::schema::object;

object! {
    /// Something that the programme office noted down about an application, for itself alone.
    ApplicationNote(note: Model, loads);

    /// Stable for good.
    id: ID => note.id.into();
    /// The words; null where somebody only noted that something was seen.
    text: Option<&str> => note.text.as_deref();
    /// The administrator's name as it was.
    written_by: &str => &note.written_by;
    /// When it was written.
    written_at: DateTime<Utc> => note.written_at;
}

/// The remarks among an application's notes.
pub fn remarks(notes: &[Arc<Model>]) -> Vec<Arc<Model>> {
    let remarks = notes.iter().filter(|note| note.kind == Kind::Remark);
    remarks.cloned().collect()
}

/// The latest note that the teacher status was seen.
pub fn latest_check(notes: &[Arc<Model>]) -> Option<Arc<Model>> {
    let mut checks = notes.iter().filter(|note| note.kind == Kind::TeacherStatus);
    checks.next().cloned()
}
