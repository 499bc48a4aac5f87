//! Doing something with an invitation.

use async_graphql::{Context, ID, InputObject, Object, Result};
use entity::mentor_invitation;

use super::MentorInvitation;
use crate::access::{self, Guarded as _, ResendInvitation};
use crate::invitation::resend;
use crate::schema::{actor, portal, uuid};
use crate::tx;

#[derive(Default)]
pub struct InvitationMutation;

#[Object]
impl InvitationMutation {
    /// Writes to the nominated mentor again; once a day.
    async fn resend_invitation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The invitation.")] input: ResendInvitationInput,
    ) -> Result<MentorInvitation> {
        let id = uuid(&input.invitation_id, mentor_invitation::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            resend(tx, access::load::<ResendInvitation>(tx, id).await?).await
        });
        Ok(MentorInvitation::from(row.await?))
    }
}

/// A letter to a nominated mentor to be sent again.
#[derive(InputObject)]
pub struct ResendInvitationInput {
    /// The invitation.
    invitation_id: ID,
}
