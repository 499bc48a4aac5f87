//! Adding a group.

use async_graphql::{Context, Error, ID, InputObject, Object, Result};

use super::{Group, Mode};
use crate::access;
use crate::programme::{NewGroup, add_group};
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
        let group = NewGroup::try_from(input)?;
        let entitled = access::entitle::<access::AddGroup>(actor(ctx))?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            add_group(tx, entitled, group).await
        });
        Ok(Group::from(row.await?))
    }
}

/// A new training group.
#[derive(InputObject)]
pub struct AddGroupInput {
    /// The cohort it belongs to.
    cohort_id: ID,
    /// Its name, unique within the cohort.
    name: String,
    /// Where it is taught.
    place: String,
    /// How it is taught.
    mode: Mode,
    /// The academic tutor.
    tutor_id: Option<ID>,
}

impl TryFrom<AddGroupInput> for NewGroup {
    type Error = Error;

    fn try_from(input: AddGroupInput) -> Result<Self> {
        Ok(Self {
            cohort_id: uuid(&input.cohort_id, "cohort")?,
            name: input.name,
            place: input.place,
            mode: input.mode.into(),
            tutor_id: maybe_uuid(input.tutor_id.as_ref(), "person")?,
        })
    }
}
