//! A session in the schema.

use async_graphql::ID;
use chrono::{DateTime, Utc};
use entity::session;

use crate::schema::object;

object! {
    /// A browser in which you are signed in.
    Session(session: session::Model, loads);

    /// Stable for good.
    id: ID => session.id.into();
    /// Whether it is the one that asks.
    current: bool => {
        loads.actor()
            .user()
            .is_some_and(|user| user.session_id == session.id)
    };
    /// When it began.
    created_at: DateTime<Utc> => session.created_at;
    /// When it was last used, to ten minutes.
    seen_at: DateTime<Utc> => session.seen_at;
    /// When it ends by itself.
    expires_at: DateTime<Utc> => session.expires_at;
    /// The network address at which it began.
    ip: &str => &session.ip;
    /// What the browser said it was.
    user_agent: &str => &session.user_agent;
}
