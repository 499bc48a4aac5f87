//! One person in the schema.

use async_graphql::{Context, Description, Enum, ID, Lookahead, Object, Result};
use entity::{person, person_role};
use futures_util::future::BoxFuture;
use sea_orm::EntityTrait as _;
use uuid::Uuid;

use crate::access::Actor;
use crate::error;
use crate::reading::{Found, Reader, by_id, rows_by};
use crate::schema::{Loads, Node, actor, fetch, keys, load};

/// What a person does in the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "person_role::Role")]
pub enum Role {
    /// Works towards the award.
    Participant,
    /// An academic tutor with a caseload.
    Tutor,
    /// A programme administrator.
    Administrator,
}

keys! {
    /// A person by id.
    pub PersonById => Option<person::Model> = by_id::<person::Entity>;
    /// The roles of a person, by the person's id.
    pub RolesOf => Vec<person_role::Model> = roles;
}

async fn roles(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Vec<person_role::Model>>> {
    let roles = person_role::Entity::find();
    rows_by(reader, roles, person_role::Column::PersonId, ids).await
}

/// Somebody who can sign in.
#[derive(Description)]
pub struct Person(pub person::Model);

#[Object(use_type_description)]
impl Person {
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

    /// Their address; null for tools that may not read addresses.
    async fn email(&self, ctx: &Context<'_>) -> Option<&str> {
        let shown = match actor(ctx) {
            Actor::Token(_) => actor(ctx).may_see_names(),
            // Nobody sees a person before signing in, but for themselves in the answer that signs them in.
            Actor::Person(_) | Actor::Anonymous => true,
            Actor::Mentor { .. } | Actor::Headteacher { .. } | Actor::System => false,
        };
        shown.then_some(self.0.email.as_str())
    }

    /// What they do in the programme.
    async fn roles(&self, ctx: &Context<'_>) -> Result<Vec<Role>> {
        let found = load(ctx, RolesOf(self.0.id)).await?;
        Ok(found.into_iter().map(|held| held.role.into()).collect())
    }
}

impl Node for Person {
    type Row = person::Model;

    fn prefetch<'a>(
        loads: &'a Loads,
        look: Lookahead<'a>,
        rows: &'a [person::Model],
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if look.field("roles").exists() {
                fetch(loads, rows.iter().map(|row| RolesOf(row.id))).await?;
            }
            Ok(())
        })
    }
}
