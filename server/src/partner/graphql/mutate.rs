//! Adding a delivery partner.

use async_graphql::{Context, InputObject, Object, Result};

use super::{DeliveryPartner, PartnerKind};
use crate::access;
use crate::partner::{NewPartner, add};
use crate::schema::{actor, portal};
use crate::tx;

#[derive(Default)]
pub struct PartnerMutation;

#[Object]
impl PartnerMutation {
    /// Adds a delivery partner. Give it groups with `editGroup`, and people with `addPerson`. For administrators.
    async fn add_delivery_partner(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The delivery partner.")] input: AddDeliveryPartnerInput,
    ) -> Result<DeliveryPartner> {
        let entitled = access::entitle::<access::AddPartner>(actor(ctx))?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            add(tx, entitled, input.into()).await
        });
        Ok(DeliveryPartner::from(row.await?))
    }
}

/// A new delivery partner.
#[derive(InputObject)]
pub struct AddDeliveryPartnerInput {
    /// Its name; no two have the same.
    name: String,
    /// What it is.
    kind: PartnerKind,
}

impl From<AddDeliveryPartnerInput> for NewPartner {
    fn from(input: AddDeliveryPartnerInput) -> Self {
        Self {
            name: input.name,
            kind: input.kind.into(),
        }
    }
}
