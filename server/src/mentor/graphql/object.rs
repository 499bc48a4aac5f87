//! One mentor in the schema.

use async_graphql::{Context, Description, ID, Lookahead, Object, Result};
use chrono::{DateTime, Utc};
use entity::mentor;
use futures_util::future::BoxFuture;

use super::burden::{Burden, BurdenOf};
use crate::person::masked;
use crate::reading::by_id;
use crate::schema::{Loads, Node, actor, fetch, keys, load};

keys! {
    /// A mentor by id.
    pub MentorById => Option<mentor::Model> = by_id::<mentor::Entity>;
}

/// A school-based mentor. Mentors have no account: they answer by links in letters.
#[derive(Description)]
pub struct Mentor(pub mentor::Model);

impl Mentor {
    async fn burden(&self, ctx: &Context<'_>) -> Result<Burden> {
        load(ctx, BurdenOf(self.0.id)).await
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
        Ok(self.burden(ctx).await?.participants)
    }

    /// How many tasks wait for them, of those that you may see.
    async fn waiting_count(&self, ctx: &Context<'_>) -> Result<i32> {
        Ok(self.burden(ctx).await?.waiting)
    }

    /// Since when the oldest of these waits.
    async fn oldest_waiting_at(&self, ctx: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        Ok(self.burden(ctx).await?.oldest)
    }
}

impl Node for Mentor {
    type Row = mentor::Model;

    fn prefetch<'a>(
        loads: &'a Loads,
        look: Lookahead<'a>,
        rows: &'a [mentor::Model],
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let counted = ["participantCount", "waitingCount", "oldestWaitingAt"];
            if counted.iter().any(|name| look.field(name).exists()) {
                fetch(loads, rows.iter().map(|row| BurdenOf(row.id))).await?;
            }
            Ok(())
        })
    }
}
