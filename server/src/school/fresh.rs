//! A school of which nothing is known yet.

use entity::school::{Model, Status};
use uuid::Uuid;

/// An open school with this id, and nothing else; whoever makes one fills in what they know.
pub fn fresh(id: Uuid) -> Model {
    Model {
        id,
        urn: None,
        name: String::new(),
        town: String::new(),
        postcode: String::new(),
        local_authority: String::new(),
        head_name: None,
        head_email: None,
        local_authority_code: None,
        kind: None,
        phase: None,
        status: Status::Open,
        ukprn: None,
        street: None,
        easting: None,
        northing: None,
        opened_on: None,
        closed_on: None,
        entered_by: None,
        entered_at: None,
        checked_by: None,
        checked_at: None,
        listed_at: None,
    }
}
