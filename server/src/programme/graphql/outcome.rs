//! Learning outcomes in the schema.

use async_graphql::ID;
use entity::outcome;

use crate::schema::object;

object! {
    /// A learning outcome of an award.
    Outcome(outcome: outcome::Model, loads);

    /// Stable for good.
    id: ID => outcome.id.into();
    /// Our code, such as `A1`.
    code: &str => &outcome.code;
    /// The section that it belongs to.
    section: &str => &outcome.section;
    /// In a few words.
    title: &str => &outcome.title;
    /// In a sentence or two; the wording is ours.
    description: &str => &outcome.description;
    /// Where the official wording stands.
    official_ref: Option<&str> => outcome.official_ref.as_deref();
}
