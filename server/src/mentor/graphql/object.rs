//! One mentor in the schema.

use std::sync::Arc;

use async_graphql::ID;
use chrono::{DateTime, Utc};
use entity::mentor;

use super::burden::BurdenOf;
use crate::person::shown_to;
use crate::reading::by_id;
use crate::schema::{keys, object};

keys! {
    /// A mentor by id.
    pub MentorById => Option<Arc<mentor::Model>> = by_id::<mentor::Entity, _>;
}

object! {
    /// A school-based mentor. Mentors have no account: they answer by links in letters.
    Mentor(mentor: mentor::Model, loads);

    /// Stable for good.
    id: ID => mentor.id.into();
    /// Their name; "(hidden)" for tools that may not read names.
    name: &str => {
        if loads.actor().may_see_names() {
            &mentor.name
        } else {
            "(hidden)"
        }
    };
    /// Their address, masked unless you are an administrator, such as `g•••@school.example`.
    email: String => shown_to(loads.actor(), &mentor.email);
    /// Their post at the school.
    post: &str => &mentor.post;
    /// Since when letters to the address come back.
    bounced_at: Option<DateTime<Utc>> => mentor.bounced_at;
    /// How many participants they mentor now, of those that you may see.
    participant_count: i32 where burden = BurdenOf(mentor.id) => burden.participants;
    /// How many tasks wait for them, of those that you may see.
    waiting_count: i32 where burden = BurdenOf(mentor.id) => burden.waiting;
    /// Since when the oldest of these waits.
    oldest_waiting_at: Option<DateTime<Utc>> where burden = BurdenOf(mentor.id) => burden.oldest;
}
