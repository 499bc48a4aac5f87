//! Learning outcomes in the schema.

use async_graphql::{Description, ID, Object};
use entity::outcome;

use crate::schema::Node;

/// A learning outcome of an award.
#[derive(Description)]
pub struct Outcome(pub outcome::Model);

#[Object(use_type_description)]
impl Outcome {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Our code, such as `A1`.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// The section that it belongs to.
    async fn section(&self) -> &str {
        &self.0.section
    }

    /// In a few words.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// In a sentence or two; the wording is ours.
    async fn description(&self) -> &str {
        &self.0.description
    }

    /// Where the official wording stands.
    async fn official_ref(&self) -> Option<&str> {
        self.0.official_ref.as_deref()
    }
}

impl Node for Outcome {
    type Row = outcome::Model;
}
