//! What clients say of a mailing.

use async_graphql::{Context, InputObject, Result};
use entity::application::{Column, Entity};
use sea_orm::{QueryOrder as _, QuerySelect as _};
use uuid::Uuid;

use super::MailingAudience;
use crate::application::graphql::ApplicationWhere;
use crate::mailing::{MOST, Message, too_many};
use crate::schema::{narrowed, reader};

/// A letter to many, as it is written.
#[derive(InputObject)]
pub struct MailingInput {
    /// About which applications: 500 at most. Single ones by `id`.
    #[graphql(name = "where")]
    applications: ApplicationWhere,
    /// To whom.
    pub audience: MailingAudience,
    /// The subject; at most 120 characters.
    subject: String,
    /// The message: plain text of at most 4,000 characters. `{name}` is the applicant's name, `{school}` their school,
    /// `{cohort}` the cohort; any other word in braces is refused, here and in the subject.
    body: String,
}

/// A letter to many, to be sent.
#[derive(InputObject)]
pub struct SendMailingInput {
    /// Made up by you, at most 64 characters: whoever sends the same again gets the answer of the first time.
    pub key: String,
    /// How many letters the preview said; nothing is sent where it would be another number by now.
    pub count: i32,
    /// The letter.
    pub mailing: MailingInput,
}

impl MailingInput {
    /// The words, and the applications that are meant, in one statement.
    ///
    /// # Errors
    /// `INVALID_INPUT` for words that cannot be sent, or too many applications.
    pub async fn read(self, ctx: &Context<'_>) -> Result<(Message, Vec<Uuid>)> {
        let message = Message::read(&self.subject, &self.body)?;
        let reader = reader(ctx);
        let ids: Vec<Uuid> = narrowed::<Entity>(reader, Some(self.applications))?
            .select_only()
            .column(Column::Id)
            .order_by_asc(Column::Id)
            .limit(MOST as u64 + 1)
            .into_tuple()
            .all(&reader.db)
            .await
            .map_err(crate::error::Error::from)?;
        match ids.len() > MOST {
            true => Err(too_many().into()),
            false => Ok((message, ids)),
        }
    }
}
