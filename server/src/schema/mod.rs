//! The GraphQL schema, put together from the things' own parts.

mod connection;
mod load;

pub use connection::{Connected, Direction, Total, connect, nodes, wants_total};
pub(crate) use load::by_id;
pub use load::{Loads, loads, new as new_loads};

use async_graphql::{Context, EmptySubscription, ID, MergedObject, Result, Schema};
use uuid::Uuid;

use crate::access::Actor;
use crate::account::graphql::{AccountMutation, AccountQuery};
use crate::approval::graphql::{ApprovalMutation, ApprovalQuery};
use crate::enrolment::graphql::{EnrolmentMutation, EnrolmentQuery};
use crate::error::Error;
use crate::event::graphql::EventQuery;
use crate::letter::graphql::{LetterMutation, LetterQuery};
use crate::mentor::graphql::{MentorMutation, MentorQuery};
use crate::person::graphql::{PersonMutation, PersonQuery};
use crate::portal::Portal;
use crate::programme::graphql::{ProgrammeMutation, ProgrammeQuery};
use crate::reading::Reader;
use crate::school::graphql::{SchoolMutation, SchoolQuery};
use crate::task::graphql::{TaskMutation, TaskQuery};
use crate::token::graphql::{TokenMutation, TokenQuery};

/// Everything that can be read. What the caller may not see does not exist for it.
#[derive(Default, MergedObject)]
pub struct Query(
    AccountQuery,
    TaskQuery,
    ApprovalQuery,
    EnrolmentQuery,
    ProgrammeQuery,
    PersonQuery,
    SchoolQuery,
    MentorQuery,
    LetterQuery,
    EventQuery,
    TokenQuery,
);

/// Everything that can be done. Each step is either done whole, with its letters, or not at all.
#[derive(Default, MergedObject)]
pub struct Mutation(
    AccountMutation,
    TaskMutation,
    ApprovalMutation,
    EnrolmentMutation,
    ProgrammeMutation,
    PersonMutation,
    SchoolMutation,
    MentorMutation,
    LetterMutation,
    TokenMutation,
);

pub type PortalSchema = Schema<Query, Mutation, EmptySubscription>;

/// The schema over a running portal.
pub fn schema(portal: Portal) -> PortalSchema {
    Schema::build(Query::default(), Mutation::default(), EmptySubscription)
        .data(portal)
        .finish()
}

/// The schema as text, as `schema.graphql` keeps it.
pub fn sdl() -> String {
    Schema::build(Query::default(), Mutation::default(), EmptySubscription)
        .finish()
        .sdl()
}

/// The portal that serves this request.
pub fn portal<'a>(ctx: &Context<'a>) -> &'a Portal {
    ctx.data_unchecked()
}

/// Who asks.
pub fn actor<'a>(ctx: &Context<'a>) -> &'a Actor {
    &reader(ctx).actor
}

/// The eyes with which this request reads.
pub fn reader<'a>(ctx: &Context<'a>) -> &'a Reader {
    loads(ctx).loader()
}

/// The same, for a field that is for people and tools we know.
///
/// # Errors
/// `UNAUTHENTICATED` for anybody else.
pub fn known<'a>(ctx: &Context<'a>) -> Result<&'a Reader> {
    let reader = reader(ctx);
    crate::access::require_somebody(&reader.actor)?;
    Ok(reader)
}

/// An id that a client sent. What is no id names nothing.
///
/// # Errors
/// `NOT_FOUND`, so that a malformed id tells no more than an unknown one.
pub fn uuid(id: &ID, name: &'static str) -> Result<Uuid> {
    id.parse().map_err(|_| Error::NotFound(name).into())
}

/// The ids of a filter.
///
/// # Errors
/// `NOT_FOUND` for what is no id.
pub fn maybe_uuid(id: Option<&ID>, name: &'static str) -> Result<Option<Uuid>> {
    id.map(|id| uuid(id, name)).transpose()
}
