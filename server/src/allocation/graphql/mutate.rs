//! Offering many places at once.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use entity::application;
use uuid::Uuid;

use super::OfferResult;
use super::object::Offered;
use crate::access::Guarded as _;
use crate::allocation::{Offering, offer_all};
use crate::application::graphql::OfferPlaceInput;
use crate::error::Error;
use crate::schema::{All, actor, office, portal, uuid};

#[derive(Default)]
pub struct AllocationMutation;

#[Object]
impl AllocationMutation {
    /// Offers many places, in this order. Each applicant gets a letter. What cannot be offered is told with its reason and
    /// hinders no other. For administrators.
    async fn offer_places(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Applications, each with its group; at most 100.")] input: Vec<
            OfferPlaceInput,
        >,
    ) -> Result<All<OfferResult>> {
        office(ctx)?;
        let offers = input.iter().map(pair).collect::<Result<Vec<_>>>()?;
        let told = offer_all(portal(ctx), actor(ctx), &offers).await?;
        Ok(All(told.into_iter().map(result).collect()))
    }
}

fn pair(input: &OfferPlaceInput) -> Result<(Uuid, Uuid)> {
    let application = uuid(&input.application_id, application::Entity::NAME)?;
    Ok((application, uuid(&input.group_id, "group")?))
}

fn result(told: Offering) -> OfferResult {
    let application_id = told.application_id;
    let (offered, refused) = match told.outcome {
        Ok(row) => (Some(Arc::new(row)), None),
        Err(why) => {
            if let Error::Internal(cause) = &why {
                tracing::error!(?cause, "an offer failed");
            }
            (None, Some((why.code(), why.message())))
        }
    };
    OfferResult::from(Offered {
        application_id,
        offered,
        refused,
    })
}
