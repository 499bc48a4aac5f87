//! One letter in the schema.

use std::sync::Arc;

use async_graphql::ID;
use chrono::{DateTime, Utc};
use entity::letter;
use uuid::Uuid;

use super::{LetterKind, LetterState};
use crate::error;
use crate::mailing::graphql::{Mailing, MailingById};
use crate::outbox::Rendered;
use crate::post::preview;
use crate::reading::{Found, Reader, by_id};
use crate::schema::{each, keys, object};

keys! {
    /// A letter as it would be written now, by the letter's id.
    PreviewOf => Option<Arc<Rendered>> = previews;
}

/// Each is written by the code that writes it for sending, which asks for what it tells: a page shows one.
async fn previews(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Option<Arc<Rendered>>>> {
    let letters: Found<Option<Arc<letter::Model>>> =
        by_id::<letter::Entity, _>(reader, ids).await?;
    let mut found = Found::default();
    for (id, letter) in letters {
        if let Some(letter) = letter {
            let rendered = preview(&reader.portal, &letter).await?;
            found.insert(id, rendered.map(Arc::new));
        }
    }
    Ok(found)
}

object! {
    /// A letter that goes or went.
    Letter(letter: letter::Model, loads);

    /// Stable for good.
    id: ID => letter.id.into();
    /// What it is for.
    kind: LetterKind => letter.kind.into();
    /// Whom it is for.
    to_name: &str => &letter.to_name;
    /// Where it goes.
    to_email: &str => &letter.to_email;
    /// Where it stands.
    state: LetterState => letter.state.into();
    /// When it was caused.
    created_at: DateTime<Utc> => letter.created_at;
    /// It goes no earlier than this.
    send_after: DateTime<Utc> => letter.send_after;
    /// When the mail server took it.
    sent_at: Option<DateTime<Utc>> => letter.sent_at;
    /// How many times it was tried.
    attempts: i32 => letter.attempts;
    /// What the mail server said when it refused.
    last_error: Option<&str> => letter.last_error.as_deref();
    /// The same at every try, so that mail servers can tell a repeat.
    message_id: &str => &letter.message_id;
    /// The message to many that it brings; null for any other letter.
    mailing: Option<Mailing> where found = letter.mailing_id.map(MailingById) => each(found);
    /// The letter as it would be written now; null where nothing is left to say. Its links do not work.
    preview: Option<LetterPreview> where found = PreviewOf(letter.id) => each(found);
}

object! {
    /// A letter as it would be written now; its links do not work.
    LetterPreview(letter: Rendered, loads);

    /// Its subject.
    subject: &str => &letter.subject;
    /// Its plain part.
    text: &str => &letter.text;
    /// Its HTML part.
    html: &str => &letter.html;
}
