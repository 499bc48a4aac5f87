//! Offering many places at once.

use entity::application::Model;
use uuid::Uuid;

use crate::access::{self, Actor, OfferPlace};
use crate::application::offer;
use crate::error::{Error, Result};
use crate::portal::Portal;
use crate::tx;

/// Places that can be offered at once.
pub const MOST_OFFERS: usize = 100;

/// What came of one offer.
#[derive(Debug)]
pub struct Offering {
    pub application_id: Uuid,
    pub outcome: Result<Model>,
}

/// Offers each applicant a place in the group beside them, in this order. Each is a step of its own, as if it were taken
/// alone: what is refused is told with its reason and keeps no other from its place, and groups are locked for no longer
/// than one offer takes, so nobody who accepts or is offered a place meanwhile waits for all of them.
///
/// # Errors
/// `INVALID_INPUT` for more than 100. Whatever hinders a single offer is its outcome.
pub async fn offer_all(
    portal: &Portal,
    actor: &Actor,
    offers: &[(Uuid, Uuid)],
) -> Result<Vec<Offering>> {
    if offers.len() > MOST_OFFERS {
        return Err(Error::field(
            "input",
            format!("At most {MOST_OFFERS} places can be offered at once."),
        ));
    }
    let mut told = Vec::with_capacity(offers.len());
    for (application_id, group_id) in offers {
        let outcome = tx::write(portal, actor, async |tx| {
            let application = access::load::<OfferPlace>(tx, *application_id).await?;
            offer(tx, application, *group_id).await
        });
        told.push(Offering {
            application_id: *application_id,
            outcome: outcome.await,
        });
    }
    Ok(told)
}
