//! Training groups, and who hosts them.

use entity::delivery_partner::Kind;
use entity::person_role::Role;
use entity::training_group;
use sea_orm::EntityTrait as _;
use server::access::{self, AddGroup, AddPartner, EditGroup};
use server::partner::NewPartner;
use server::programme::GroupDetails;
use server::tx;
use uuid::Uuid;

use super::Person;
use crate::Portal;

impl Portal {
    /// A new group of the programme's cohort.
    pub async fn add_group(&self, details: GroupDetails) -> Uuid {
        let (office, cohort) = (self.programme.office(), self.programme.cohort_id);
        let added = tx::write(&self.app, &office, async |tx| {
            let entitled = access::entitle::<AddGroup>(&tx.actor)?;
            server::programme::add_group(tx, entitled, cohort, details).await
        });
        added.await.expect("a group").id
    }

    /// A new Teaching School Hub that hosts this group from now on, and who signs in for it.
    pub async fn hosted_by(&self, hub: &str, name: &str, group_id: Uuid) -> Person {
        let office = self.programme.office();
        let added = tx::write(&self.app, &office, async |tx| {
            let new = NewPartner {
                name: hub.into(),
                kind: Kind::TeachingSchoolHub,
            };
            let entitled = access::entitle::<AddPartner>(&tx.actor)?;
            let partner = server::partner::add(tx, entitled, new).await?;
            let group = access::load::<EditGroup>(tx, group_id).await?;
            let details = GroupDetails {
                delivery_partner_id: Some(partner.id),
                ..details(&group)
            };
            let version = group.version;
            server::programme::edit_group(tx, group, version, details).await?;
            Ok(partner.id)
        });
        let partner = added.await.expect("a delivery partner");
        self.somebody_for(name, Role::Partner, Some(partner)).await
    }

    /// The version of a group, and what is said of it now.
    pub async fn group_details(&self, id: Uuid) -> (i32, GroupDetails) {
        let group = training_group::Entity::find_by_id(id);
        let group = group.one(&self.app.db.read).await.expect("rows");
        let group = group.expect("a group");
        (group.version, details(&group))
    }
}

fn details(group: &training_group::Model) -> GroupDetails {
    GroupDetails {
        tutor_id: group.tutor_id,
        venue: group.venue.clone(),
        postcode: group.postcode.clone(),
        easting: group.easting,
        northing: group.northing,
        capacity: group.capacity,
        delivery_partner_id: group.delivery_partner_id,
        ..GroupDetails::new(&group.name, &group.place, group.mode)
    }
}
