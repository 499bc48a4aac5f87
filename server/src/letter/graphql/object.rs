//! One letter in the schema.

use async_graphql::{Context, Description, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use entity::letter;

use super::{LetterKind, LetterState};
use crate::post::preview;
use crate::schema::{Node, portal};

/// A letter as it would be written now; its links do not work.
#[derive(SimpleObject)]
pub struct LetterPreview {
    /// Its subject.
    subject: String,
    /// Its plain part.
    text: String,
    /// Its HTML part.
    html: String,
}

/// A letter that goes or went.
#[derive(Description)]
pub struct Letter(pub letter::Model);

#[Object(use_type_description)]
impl Letter {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// What it is for.
    async fn kind(&self) -> LetterKind {
        self.0.kind.into()
    }

    /// Whom it is for.
    async fn to_name(&self) -> &str {
        &self.0.to_name
    }

    /// Where it goes.
    async fn to_email(&self) -> &str {
        &self.0.to_email
    }

    /// Where it stands.
    async fn state(&self) -> LetterState {
        self.0.state.into()
    }

    /// When it was caused.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// It goes no earlier than this.
    async fn send_after(&self) -> DateTime<Utc> {
        self.0.send_after
    }

    /// When the mail server took it.
    async fn sent_at(&self) -> Option<DateTime<Utc>> {
        self.0.sent_at
    }

    /// How many times it was tried.
    async fn attempts(&self) -> i32 {
        self.0.attempts
    }

    /// What the mail server said when it refused.
    async fn last_error(&self) -> Option<&str> {
        self.0.last_error.as_deref()
    }

    /// The same at every try, so that mail servers can tell a repeat.
    async fn message_id(&self) -> &str {
        &self.0.message_id
    }

    /// The letter as it would be written now; null where nothing is left to say. Its links do not work.
    async fn preview(&self, ctx: &Context<'_>) -> Result<Option<LetterPreview>> {
        let rendered = preview(portal(ctx), &self.0).await?;
        Ok(rendered.map(|letter| LetterPreview {
            subject: letter.subject,
            text: letter.text,
            html: letter.html,
        }))
    }
}

impl Node for Letter {
    type Row = letter::Model;
}
