//! Letters in the schema.

use async_graphql::{Context, Description, Enum, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use entity::letter;
use sea_orm::{EntityTrait as _, QueryFilter as _};

use super::LetterWhere;
use crate::access::{self, Guarded as _};
use crate::error::Error;
use crate::reading::{Direction, Page, SortKey, page};
use crate::schema::{Connected, actor, connect, known, portal, uuid, wants_total};
use crate::tx;

/// Where a letter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "letter::State")]
pub enum LetterState {
    /// Waits to be sent, or to be tried again.
    Queued,
    /// The mail server has taken it; nobody knows whether it was read.
    Sent,
    /// The mail server refused it for good.
    Failed,
    /// No longer needed before it was sent.
    Cancelled,
}

/// What a letter is for: thing, change, intention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "letter::Kind")]
pub enum LetterKind {
    /// A code and a link to sign in.
    SignInCode,
    /// The address is not known here.
    SignInUnknown,
    /// Asks a mentor to approve what waits for them.
    TaskApprovalRequested,
    /// Reminds a mentor.
    TaskApprovalReminder,
    /// Tells a mentor that a request was taken back.
    TaskApprovalRequestWithdrawn,
    /// Tells a mentor that requests went to somebody else.
    TaskApprovalMoved,
    /// A mentor's receipt, with the way to disown it.
    TaskDecisionReceipt,
    /// Tells a participant that a task is approved.
    TaskApproved,
    /// Tells a participant that a task came back.
    TaskReturned,
    /// Tells a participant that the mentor has not answered.
    TaskApprovalUnanswered,
    /// Tells participant, tutor and administrators that a decision was disowned.
    TaskDecisionDisputed,
    /// Tells a headteacher what was approved.
    SchoolProgressDigest,
    /// Proves that mail works.
    TestMail,
}

/// Which letters. What is left out does not narrow the list.
#[derive(Default, InputObject)]
#[graphql(name = "LetterWhere")]
pub struct Where {
    /// In any of these states.
    state: Option<Vec<LetterState>>,
    /// Of any of these kinds.
    kind: Option<Vec<LetterKind>>,
    /// Part of the receiver's name or address.
    search: Option<String>,
}

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
        let rendered = crate::post::preview(portal(ctx), &self.0).await?;
        Ok(rendered.map(|letter| LetterPreview {
            subject: letter.subject,
            text: letter.text,
            html: letter.html,
        }))
    }
}

#[derive(Default)]
pub struct LetterQuery;

#[Object]
impl LetterQuery {
    /// Letters, newest first. For administrators.
    async fn letters(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 0 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last row of the page before.")] after: Option<String>,
        #[graphql(desc = "Which letters; all if left out.", name = "where")] filter: Option<Where>,
    ) -> Result<Connected<Letter>> {
        let reader = known(ctx)?;
        access::entitle::<access::ReadOffice>(&reader.actor)?;
        let filter = filter.unwrap_or_default();
        let filter = LetterWhere {
            state: filter
                .state
                .map(|states| states.into_iter().map(Into::into).collect()),
            kind: filter
                .kind
                .map(|kinds| kinds.into_iter().map(Into::into).collect()),
            search: filter.search,
        };
        let (sort, wanted) = (SortKey::age(Direction::Desc), Page::new(first, after)?);
        let select = filter.select(reader);
        let slice = page(
            reader,
            select,
            sort,
            letter::Column::Id,
            |row| row.id,
            wanted,
            wants_total(ctx),
        )
        .await?;
        Ok(connect(slice, Letter))
    }

    /// One letter. For administrators.
    async fn letter(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The letter's id.")] id: ID,
    ) -> Result<Letter> {
        let reader = known(ctx)?;
        access::entitle::<access::ReadOffice>(&reader.actor)?;
        let found = letter::Entity::find_by_id(uuid(&id, letter::Entity::NAME)?)
            .filter(letter::Entity::visible(&reader.actor))
            .one(&reader.db)
            .await
            .map_err(Error::from)?;
        Ok(found
            .map(Letter)
            .ok_or(Error::NotFound(letter::Entity::NAME))?)
    }
}

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
            super::retry(tx, letter).await
        });
        Ok(Letter(row.await?))
    }
}
