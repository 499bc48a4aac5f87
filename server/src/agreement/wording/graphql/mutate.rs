//! Trying and publishing a version.

use async_graphql::{Context, ID, InputObject, Object, Result};

use super::AgreementText;
use super::preview::{AgreementTextPreview, Preview};
use crate::access::{self, PublishAgreementText};
use crate::agreement::wording::{NewText, check, compare, example, publish, settings_of, warnings};
use crate::agreement::{newest, shipped};
use crate::error::Error;
use crate::schema::{actor, portal, uuid};
use crate::tx;

#[derive(Default)]
pub struct WordingMutation;

#[Object]
impl WordingMutation {
    /// Shows how a text would look as the next version, what it changes, and what is wrong with it. Changes nothing. For
    /// administrators.
    async fn preview_agreement_text(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The text.")] input: PreviewAgreementTextInput,
    ) -> Result<AgreementTextPreview> {
        let (db, programme) = (
            &portal(ctx).db.read,
            uuid(&input.programme_id, "programme")?,
        );
        access::entitle::<PublishAgreementText>(actor(ctx))?;
        let setting = settings_of(db, &[programme]).await?;
        let setting = setting.first().ok_or(Error::NotFound("programme"))?;
        let before = newest(db, programme).await?;
        let (title, body) = match &before {
            Some(text) => (text.title.as_str(), text.body.as_str()),
            None => shipped(),
        };
        let (text, wrong) = check(&input.title, &input.body);
        let lines = compare((title, body), (&text.title, &text.body));
        let warnings = warnings(&text)?;
        let (title, blocks) = example(&text, setting);
        Ok(AgreementTextPreview::from(Preview {
            title,
            blocks,
            lines,
            wrong,
            warnings,
        }))
    }

    /// Publishes the next version of the words that schools sign. Who is asked from now on gets it; whoever was asked
    /// before keeps theirs, and what is signed never changes. `CONFLICT` if somebody else published meanwhile. For
    /// administrators.
    async fn publish_agreement_text(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The text, and the version that it was written from.")]
        input: PublishAgreementTextInput,
    ) -> Result<AgreementText> {
        let new = NewText {
            programme_id: uuid(&input.programme_id, "programme")?,
            expected: input.expected_number,
            title: input.title,
            body: input.body,
            note: input.note.unwrap_or_default(),
        };
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let may = access::entitle::<PublishAgreementText>(&tx.actor)?;
            publish(tx, may, new).await
        });
        Ok(AgreementText::from(row.await?))
    }
}

/// A text to look at.
#[derive(InputObject)]
pub struct PreviewAgreementTextInput {
    /// The programme.
    programme_id: ID,
    /// What stands above it.
    title: String,
    /// Headings begin with `## `, points with `- `, and what is known stands in braces, such as `{applicant}`.
    body: String,
}

/// The next version.
#[derive(InputObject)]
pub struct PublishAgreementTextInput {
    /// The programme.
    programme_id: ID,
    /// The number of the version that it was written from.
    expected_number: i32,
    /// What stands above it, on one line; at most 200 characters.
    title: String,
    /// Headings begin with `## `, points with `- `, and what is known stands in braces: `{applicant}` and `{school}`, which
    /// have to be there, `{award}`, `{provider}`, `{release_days}` and `{role}`. At most 20,000 characters.
    body: String,
    /// Why it is needed; at most 1,000 characters.
    note: Option<String>,
}
