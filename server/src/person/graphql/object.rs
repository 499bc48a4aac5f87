//! One person in the schema.

use std::sync::Arc;

use async_graphql::{Enum, ID, Result};
use entity::{person, person_role};
use sea_orm::EntityTrait as _;
use uuid::Uuid;

use crate::error;
use crate::reading::{Found, Reader, by_id, rows_by};
use crate::schema::{keys, named, object};

/// What a person does in the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "person_role::Role")]
pub enum Role {
    /// Works towards the award.
    Participant,
    /// An academic tutor with a caseload.
    Tutor,
    /// A programme administrator.
    Administrator,
    /// Signs in for a delivery partner that hosts groups.
    Partner,
}

keys! {
    /// A person by id.
    pub PersonById => Option<Arc<person::Model>> = by_id::<person::Entity, _>;
    /// The roles of a person, by the person's id.
    pub RolesOf => Vec<Arc<person_role::Model>> = roles;
}

async fn roles(
    reader: &Reader,
    ids: &[Uuid],
) -> error::Result<Found<Vec<Arc<person_role::Model>>>> {
    let roles = person_role::Entity::find();
    rows_by(reader, roles, person_role::Column::PersonId, ids).await
}

named!(Role);

object! {
    /// Somebody who can sign in.
    Person(person: person::Model, loads);

    /// Stable for good.
    id: ID => person.id.into();
    /// Their name; "(hidden)" for tools that may not read names.
    name: &str => {
        if loads.actor().may_see_names() {
            &person.name
        } else {
            "(hidden)"
        }
    };
    /// Their address; null for tools that may not read addresses, and for delivery partners but their own.
    email: Option<&str> => loads.actor().sees_address_of(person.id).then_some(person.email.as_str());
    /// What they do in the programme.
    roles: Vec<Role> where found = RolesOf(person.id) => found.iter().map(|held| held.role.into()).collect();
}
