//! One school in the schema.

use async_graphql::{Context, Description, ID, Lookahead, Object, Result};
use entity::{enrolment, school};
use futures_util::future::BoxFuture;
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::error;
use crate::reading::{Found, Reader, by_id, count_by};
use crate::schema::{Loads, Node, actor, fetch, keys, load};

keys! {
    /// A school by id.
    pub SchoolById => Option<school::Model> = by_id::<school::Entity>;
    /// How many participants at a school the reader may see, by the school's id.
    ParticipantsAt => i32 = participants;
}

async fn participants(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<i32>> {
    let enrolments = enrolment::Entity::seen_by(&reader.actor);
    count_by(reader, enrolments, enrolment::Column::SchoolId, ids).await
}

/// A school.
#[derive(Description)]
pub struct School(pub school::Model);

#[Object(use_type_description)]
impl School {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Unique reference number: six digits. Another one after conversion to an academy.
    async fn urn(&self) -> &str {
        &self.0.urn
    }

    /// Its name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Its town.
    async fn town(&self) -> &str {
        &self.0.town
    }

    /// Its postcode.
    async fn postcode(&self) -> &str {
        &self.0.postcode
    }

    /// The local authority.
    async fn local_authority(&self) -> &str {
        &self.0.local_authority
    }

    /// The headteacher's name; null for tools that may not read names.
    async fn head_name(&self, ctx: &Context<'_>) -> Option<&str> {
        self.0
            .head_name
            .as_deref()
            .filter(|_| actor(ctx).may_see_names())
    }

    /// The headteacher's address. Administrators only; null for everyone else.
    async fn head_email(&self, ctx: &Context<'_>) -> Option<&str> {
        self.0
            .head_email
            .as_deref()
            .filter(|_| actor(ctx).is_administrator())
    }

    /// How many participants it has, of those that you may see.
    async fn participant_count(&self, ctx: &Context<'_>) -> Result<i32> {
        load(ctx, ParticipantsAt(self.0.id)).await
    }
}

impl Node for School {
    type Row = school::Model;

    fn prefetch<'a>(
        loads: &'a Loads,
        look: Lookahead<'a>,
        rows: &'a [school::Model],
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if look.field("participantCount").exists() {
                fetch(loads, rows.iter().map(|row| ParticipantsAt(row.id))).await?;
            }
            Ok(())
        })
    }
}
