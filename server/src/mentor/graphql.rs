//! Mentors in the schema.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use async_graphql::{Context, Description, ID, InputObject, Lookahead, Object, Result};
use chrono::{DateTime, Utc};
use entity::{approval_request, mentor, mentorship};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, IntoSimpleExpr as _, QueryFilter as _,
    QuerySelect as _,
};
use uuid::Uuid;

use super::Nomination;
use crate::access::{self, Guarded as _};
use crate::enrolment::graphql::Enrolment;
use crate::error::Error;
use crate::person::masked;
use crate::reading::{Direction, Key, Page, Reader, SortKey, contains, page};
use crate::schema::{
    Connected, Loads, actor, by_id, connect, known, loads, nodes, portal, uuid, wants_total,
};
use crate::tx;

/// The school's word on a new mentor.
#[derive(InputObject)]
pub struct ReplaceMentorInput {
    /// The participant's place in the cohort.
    enrolment_id: ID,
    /// The new mentor's name.
    name: String,
    /// The new mentor's address; not the participant's.
    email: String,
    /// The new mentor's post at the school.
    post: String,
    /// Who at the school gave the name.
    nominated_by: String,
    /// Why the mentor changes; goes into the history.
    reason: String,
}

by_id! {
    /// A mentor by id.
    MentorById, mentor
}

/// What a mentor has to do with, within what the reader may see.
#[derive(Clone, Copy, Debug, Default)]
pub struct Load {
    participants: i32,
    waiting: i32,
    oldest: Option<DateTime<Utc>>,
}

/// A mentor's load, by the mentor's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct LoadOf(Uuid);

impl Loader<LoadOf> for Reader {
    type Value = Load;
    type Error = async_graphql::Error;

    async fn load(&self, keys: &[LoadOf]) -> Result<HashMap<LoadOf, Load>> {
        let mut found: HashMap<LoadOf, Load> =
            keys.iter().map(|key| (*key, Load::default())).collect();
        let participants: Vec<(Uuid, i64)> = mentorship::Entity::find()
            .select_only()
            .column(mentorship::Column::MentorId)
            .column_as(mentorship::Column::Id.count(), "n")
            .filter(mentorship::Entity::visible(&self.actor))
            .filter(mentorship::Column::MentorId.is_in(keys.iter().map(|key| key.0)))
            .filter(mentorship::Column::EndedAt.is_null())
            .group_by(mentorship::Column::MentorId)
            .into_tuple()
            .all(&self.db)
            .await
            .map_err(Error::from)?;
        for (mentor, count) in participants {
            found.entry(LoadOf(mentor)).or_default().participants =
                i32::try_from(count).unwrap_or(i32::MAX);
        }
        let waiting: Vec<(Uuid, i64, Option<DateTime<Utc>>)> = approval_request::Entity::find()
            .select_only()
            .column(approval_request::Column::MentorId)
            .column_as(approval_request::Column::Id.count(), "n")
            .column_as(approval_request::Column::AskedAt.min(), "oldest")
            .filter(approval_request::Entity::visible(&self.actor))
            .filter(approval_request::Column::MentorId.is_in(keys.iter().map(|key| key.0)))
            .filter(approval_request::Column::State.eq(approval_request::State::Waiting))
            .group_by(approval_request::Column::MentorId)
            .into_tuple()
            .all(&self.db)
            .await
            .map_err(Error::from)?;
        for (mentor, count, oldest) in waiting {
            let load = found.entry(LoadOf(mentor)).or_default();
            load.waiting = i32::try_from(count).unwrap_or(i32::MAX);
            load.oldest = oldest;
        }
        Ok(found)
    }
}

/// Loads what the client wants of these mentors.
pub async fn prefetch(loads: &Loads, look: &Lookahead<'_>, rows: &[mentor::Model]) -> Result<()> {
    let counted = ["participantCount", "waitingCount", "oldestWaitingAt"];
    if counted.iter().any(|name| look.field(name).exists()) {
        loads
            .load_many(rows.iter().map(|row| LoadOf(row.id)))
            .await?;
    }
    Ok(())
}

/// A school-based mentor. Mentors have no account: they answer by links in letters.
#[derive(Description)]
pub struct Mentor(pub mentor::Model);

impl Mentor {
    async fn load(&self, ctx: &Context<'_>) -> Result<Load> {
        Ok(loads(ctx)
            .load_one(LoadOf(self.0.id))
            .await?
            .unwrap_or_default())
    }
}

#[Object(use_type_description)]
impl Mentor {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Their name; "(hidden)" for tools that may not read names.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        if actor(ctx).may_see_names() {
            &self.0.name
        } else {
            "(hidden)"
        }
    }

    /// Their address, masked unless you are an administrator, such as `g•••@school.example`.
    async fn email(&self, ctx: &Context<'_>) -> String {
        let actor = actor(ctx);
        if actor.sees_addresses_whole() {
            self.0.email.clone()
        } else if actor.may_see_names() {
            masked(&self.0.email)
        } else {
            "(hidden)".into()
        }
    }

    /// Their post at the school.
    async fn post(&self) -> &str {
        &self.0.post
    }

    /// Since when letters to the address come back.
    async fn bounced_at(&self) -> Option<DateTime<Utc>> {
        self.0.bounced_at
    }

    /// How many participants they mentor now, of those that you may see.
    async fn participant_count(&self, ctx: &Context<'_>) -> Result<i32> {
        Ok(self.load(ctx).await?.participants)
    }

    /// How many tasks wait for them, of those that you may see.
    async fn waiting_count(&self, ctx: &Context<'_>) -> Result<i32> {
        Ok(self.load(ctx).await?.waiting)
    }

    /// Since when the oldest of these waits.
    async fn oldest_waiting_at(&self, ctx: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        Ok(self.load(ctx).await?.oldest)
    }
}

#[derive(Default)]
pub struct MentorQuery;

#[Object]
impl MentorQuery {
    /// Mentors, by name. For administrators.
    async fn mentors(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 0 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last row of the page before.")] after: Option<String>,
        #[graphql(desc = "Part of a name or address.")] search: Option<String>,
    ) -> Result<Connected<Mentor>> {
        let reader = known(ctx)?;
        access::entitle::<access::ReadOffice>(&reader.actor)?;
        let mut fits = Condition::all();
        if let Some(text) = search.filter(|text| !text.trim().is_empty()) {
            let found = Condition::any()
                .add(contains(mentor::Column::Name, &text))
                .add(contains(mentor::Column::Email, &text));
            fits = fits.add(found);
        }
        let sort = SortKey {
            expr: mentor::Column::Name.into_simple_expr(),
            key: Key::Text,
            direction: Direction::Asc,
        };
        let select = mentor::Entity::find()
            .filter(mentor::Entity::visible(&reader.actor))
            .filter(fits);
        let wanted = Page::new(first, after)?;
        let slice = page(
            reader,
            select,
            sort,
            mentor::Column::Id,
            |row| row.id,
            wanted,
            wants_total(ctx),
        )
        .await?;
        let rows = slice.models();
        for look in nodes(ctx) {
            prefetch(loads(ctx), &look, &rows).await?;
        }
        Ok(connect(slice, Mentor))
    }
}

#[derive(Default)]
pub struct MentorMutation;

#[Object]
impl MentorMutation {
    /// Puts somebody else in the mentor's place, on the school's word. What waits moves to them, and links of letters to
    /// the former mentor stop acting.
    async fn replace_mentor(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose mentor, who instead, and why.")] input: ReplaceMentorInput,
    ) -> Result<Enrolment> {
        let id = uuid(&input.enrolment_id, "participant")?;
        let nomination = Nomination {
            name: input.name,
            email: input.email,
            post: input.post,
            nominated_by: input.nominated_by,
        };
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let enrolment = access::load::<access::ReplaceMentor>(tx, id).await?;
            super::replace(tx, enrolment, &nomination, &input.reason).await
        });
        Ok(Enrolment(row.await?))
    }
}
