//! Adding a group, and changing one.

use async_graphql::{Context, ID, InputObject, Object, Result};

use super::{Group, Mode};
use crate::access;
use crate::programme::{GroupDetails, add_group, edit_group};
use crate::schema::{actor, maybe_uuid, portal, uuid};
use crate::tx;

#[derive(Default)]
pub struct ProgrammeMutation;

#[Object]
impl ProgrammeMutation {
    /// Adds a training group to a cohort. For administrators.
    async fn add_group(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The group.")] input: AddGroupInput,
    ) -> Result<Group> {
        let cohort = uuid(&input.cohort_id, "cohort")?;
        let details = input.details()?;
        let entitled = access::entitle::<access::AddGroup>(actor(ctx))?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            add_group(tx, entitled, cohort, details).await
        });
        Ok(Group::from(row.await?))
    }

    /// Says anew what there is to say of a training group: what is left out is said no more. `CONFLICT` if somebody
    /// changed it meanwhile. For administrators.
    async fn edit_group(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The group, and all that is said of it from now on.")]
        input: EditGroupInput,
    ) -> Result<Group> {
        let group = uuid(&input.group_id, "group")?;
        let (version, details) = (input.version, input.details()?);
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let group = access::load::<access::EditGroup>(tx, group).await?;
            edit_group(tx, group, version, details).await
        });
        Ok(Group::from(row.await?))
    }
}

/// The input of a step, and what is said of the group in it.
macro_rules! group_inputs {
    ($($(#[$doc:meta])* $name:ident { $($(#[$own_doc:meta])* $own:ident: $ty:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(InputObject)]
        pub struct $name {
            $($(#[$own_doc])* $own: $ty,)*
            /// Its name, unique within the cohort.
            name: String,
            /// Where it is taught.
            place: String,
            /// How it is taught.
            mode: Mode,
            /// The academic tutor.
            tutor_id: Option<ID>,
            /// The address of the rooms, on one line.
            venue: Option<String>,
            /// The postcode of the venue.
            postcode: Option<String>,
            /// How far east the venue lies on the national grid, in metres, 0 to 700,000; with the northing.
            easting: Option<i32>,
            /// How far north the venue lies on the national grid, in metres, 0 to 1,300,000; with the easting.
            northing: Option<i32>,
            /// How many places there are, 1 to 1,000; left out where nobody counts them.
            capacity: Option<i32>,
            /// The delivery partner that hosts it; left out where the provider does so itself.
            delivery_partner_id: Option<ID>,
        }

        impl $name {
            fn details(self) -> Result<GroupDetails> {
                Ok(GroupDetails {
                    name: self.name,
                    place: self.place,
                    mode: self.mode.into(),
                    tutor_id: maybe_uuid(self.tutor_id.as_ref(), "person")?,
                    venue: self.venue,
                    postcode: self.postcode,
                    easting: self.easting,
                    northing: self.northing,
                    capacity: self.capacity,
                    delivery_partner_id: maybe_uuid(
                        self.delivery_partner_id.as_ref(),
                        "delivery partner",
                    )?,
                })
            }
        }
    )*};
}

group_inputs! {
    /// A new training group.
    AddGroupInput {
        /// The cohort it belongs to.
        cohort_id: ID,
    }

    /// A training group as it is to be from now on.
    EditGroupInput {
        /// The group.
        group_id: ID,
        /// The version that you saw.
        version: i32,
    }
}
