//! A session in the schema.

use async_graphql::{Context, Description, ID, Object};
use chrono::{DateTime, Utc};
use entity::session;

use crate::schema::actor;

/// A browser in which you are signed in.
#[derive(Description)]
pub struct Session(pub session::Model);

#[Object(use_type_description)]
impl Session {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Whether it is the one that asks.
    async fn current(&self, ctx: &Context<'_>) -> bool {
        actor(ctx)
            .user()
            .is_some_and(|user| user.session_id == self.0.id)
    }

    /// When it began.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When it was last used, to ten minutes.
    async fn seen_at(&self) -> DateTime<Utc> {
        self.0.seen_at
    }

    /// When it ends by itself.
    async fn expires_at(&self) -> DateTime<Utc> {
        self.0.expires_at
    }

    /// The network address at which it began.
    async fn ip(&self) -> &str {
        &self.0.ip
    }

    /// What the browser said it was.
    async fn user_agent(&self) -> &str {
        &self.0.user_agent
    }
}
