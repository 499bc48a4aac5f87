//! One delivery partner in the schema.

use std::sync::Arc;

use async_graphql::{Enum, ID};
use entity::{delivery_partner, partner_member, person, training_group};
use sea_orm::{EntityTrait as _, QueryOrder as _};
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::error;
use crate::person::graphql::Person;
use crate::reading::{Found, Reader, by_id, count_by, linked_by};
use crate::schema::{each, keys, named, object};

/// What a delivery partner is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "delivery_partner::Kind", name = "DeliveryPartnerKind")]
pub enum PartnerKind {
    /// A school that trains teachers for its region.
    TeachingSchoolHub,
    /// A council that is responsible for schools.
    LocalAuthority,
    /// A trust or federation of schools.
    SchoolNetwork,
}

named!(PartnerKind);

keys! {
    /// A delivery partner by id.
    pub PartnerById => Option<Arc<delivery_partner::Model>> = by_id::<delivery_partner::Entity, _>;
    /// How many groups of a partner the reader may see, by the partner's id.
    GroupsOf => i32 = groups;
    /// Who signs in for a partner, by name, by the partner's id.
    PeopleOf => Vec<Arc<person::Model>> = people;
}

async fn groups(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<i32>> {
    let hosted = training_group::Entity::seen_by(&reader.actor);
    let column = training_group::Column::DeliveryPartnerId;
    count_by(reader, hosted, column, ids).await
}

async fn people(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Vec<Arc<person::Model>>>> {
    if !reader.actor.is_administrator() {
        return Ok(Found::default());
    }
    let members = partner_member::Entity::find()
        .find_also_related(person::Entity)
        .order_by_asc(person::Column::Name);
    let column = partner_member::Column::DeliveryPartnerId;
    linked_by(reader, members, column, ids).await
}

object! {
    /// Who hosts groups for the programme.
    DeliveryPartner(partner: delivery_partner::Model, loads);

    /// Stable for good.
    id: ID => partner.id.into();
    /// Its name.
    name: &str => &partner.name;
    /// What it is.
    kind: PartnerKind => partner.kind.into();
    /// How many groups it hosts, of those that you may see.
    group_count: i32 where found = GroupsOf(partner.id) => found;
    /// Who signs in for it, by name. Administrators only; empty for everyone else.
    people: Vec<Person> where found = PeopleOf(partner.id) => each(found);
}
