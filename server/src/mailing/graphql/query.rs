//! Asking what a letter to many would come to.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};

use super::object::Looked;
use super::{MailingInput, MailingPreview};
use crate::access::{self, WriteToMany};
use crate::mailing::preview;
use crate::schema::{portal, reader};

#[derive(Default)]
pub struct MailingQuery;

#[Object]
impl MailingQuery {
    /// What a letter to many would come to now: how many letters, who would get none and why, and the first of them as it
    /// would arrive. Nothing is sent. For administrators.
    async fn mailing_preview(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The letter.")] input: MailingInput,
    ) -> Result<MailingPreview> {
        access::entitle::<WriteToMany>(&reader(ctx).actor)?;
        let audience = input.audience.into();
        let (message, applications) = input.read(ctx).await?;
        let looked = preview(portal(ctx), reader(ctx), audience, message, &applications).await?;
        let (found, letter) = looked;
        let first = found.going.first();
        Ok(MailingPreview::from(Looked {
            count: found.going.len(),
            to: first.map(|first| (first.name.clone(), first.email.clone())),
            left_out: found.left_out.into_iter().map(Arc::new).collect(),
            letter: letter.map(Arc::new),
        }))
    }
}
