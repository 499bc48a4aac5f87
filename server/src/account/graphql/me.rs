//! Who one is, in the schema.

use async_graphql::{Context, Description, Object, Result};
use entity::person;

use super::Session;
use crate::account::{open_sessions, own_enrolments};
use crate::enrolment::graphql::Enrolment;
use crate::person::graphql::Person;
use crate::schema::{Node as _, loads, reader};

/// You.
#[derive(Description)]
pub struct Me(pub person::Model);

#[Object(use_type_description)]
impl Me {
    /// Who you are.
    async fn person(&self) -> Person {
        Person(self.0.clone())
    }

    /// Where you are signed in, newest first; at most 50.
    async fn sessions(&self, ctx: &Context<'_>) -> Result<Vec<Session>> {
        let rows = open_sessions(reader(ctx), self.0.id).await?;
        Ok(rows.into_iter().map(Session).collect())
    }

    /// Your own places, newest first; at most 50.
    async fn enrolments(&self, ctx: &Context<'_>) -> Result<Vec<Enrolment>> {
        let rows = own_enrolments(reader(ctx), self.0.id).await?;
        Enrolment::prefetch(loads(ctx), ctx.look_ahead(), &rows).await?;
        Ok(rows.into_iter().map(Enrolment).collect())
    }
}
