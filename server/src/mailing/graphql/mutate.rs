//! Sending a letter to many.

use async_graphql::{Context, Object, Result};

use super::{Mailing, SendMailingInput};
use crate::access::{self, WriteToMany};
use crate::mailing::{self as room, send};
use crate::schema::{actor, portal};
use crate::tx;

#[derive(Default)]
pub struct MailingMutation;

#[Object]
impl MailingMutation {
    /// Writes one letter to many: each gets a letter of their own. Look at `mailingPreview` first. For administrators.
    async fn send_mailing(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to send.")] input: SendMailingInput,
    ) -> Result<Mailing> {
        access::entitle::<WriteToMany>(actor(ctx))?;
        let SendMailingInput {
            key,
            count,
            mailing,
        } = input;
        let audience = mailing.audience.into();
        let (message, applications) = mailing.read(ctx).await?;
        let mailing = room::Mailing {
            key,
            audience,
            message,
            applications,
            count: usize::try_from(count).unwrap_or_default(),
        };
        let sent = tx::write(portal(ctx), actor(ctx), async |tx| {
            let entitled = access::entitle::<WriteToMany>(&tx.actor)?;
            send(tx, entitled, mailing).await
        });
        Ok(Mailing::from(sent.await?))
    }
}
