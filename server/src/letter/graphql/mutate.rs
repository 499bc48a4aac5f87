//! Sending a letter once more.

use async_graphql::{Context, ID, Object, Result};
use entity::letter;

use super::Letter;
use crate::access::{self, Guarded as _};
use crate::letter::retry;
use crate::schema::{actor, portal, uuid};
use crate::tx;

#[derive(Default)]
pub struct LetterMutation;

#[Object]
impl LetterMutation {
    /// Sends a letter that failed once more. For administrators.
    async fn retry_letter(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The letter's id.")] id: ID,
    ) -> Result<Letter> {
        let id = uuid(&id, letter::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let letter = access::load::<access::RetryLetter>(tx, id).await?;
            retry(tx, letter).await
        });
        Ok(Letter::from(row.await?))
    }
}
