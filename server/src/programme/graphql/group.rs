//! Training groups in the schema.

use async_graphql::{Context, Description, Enum, ID, Lookahead, Object, Result};
use entity::{enrolment, training_group};
use futures_util::future::BoxFuture;
use uuid::Uuid;

use super::{Cohort, CohortById};
use crate::access::Guarded as _;
use crate::error;
use crate::person::graphql::{Person, PersonById};
use crate::reading::{Found, Reader, by_id, count_by};
use crate::schema::{Loads, Node, fetch, fetch_nodes, keys, load, load_row};

/// How the taught days are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "training_group::Mode")]
pub enum Mode {
    /// In a room.
    FaceToFace,
    /// Online, with break-out rooms.
    DistanceLearning,
}

keys! {
    /// A group by id.
    pub GroupById => Option<training_group::Model> = by_id::<training_group::Entity>;
    /// How many participants of a group the reader may see, by the group's id.
    SizeOf => i32 = sizes;
}

async fn sizes(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<i32>> {
    let enrolments = enrolment::Entity::seen_by(&reader.actor);
    count_by(reader, enrolments, enrolment::Column::GroupId, ids).await
}

/// The people of a cohort who are taught together.
#[derive(Description)]
pub struct Group(pub training_group::Model);

#[Object(use_type_description)]
impl Group {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Its name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Where it is taught.
    async fn place(&self) -> &str {
        &self.0.place
    }

    /// How it is taught.
    async fn mode(&self) -> Mode {
        self.0.mode.into()
    }

    /// The academic tutor.
    async fn tutor(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        let Some(id) = self.0.tutor_id else {
            return Ok(None);
        };
        Ok(load(ctx, PersonById(id)).await?.map(Person))
    }

    /// The cohort that it belongs to.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Cohort> {
        let row = load_row(ctx, CohortById(self.0.cohort_id), "cohort").await?;
        Ok(Cohort(row))
    }

    /// How many participants it has, of those that you may see.
    async fn participant_count(&self, ctx: &Context<'_>) -> Result<i32> {
        load(ctx, SizeOf(self.0.id)).await
    }
}

impl Node for Group {
    type Row = training_group::Model;

    fn prefetch<'a>(
        loads: &'a Loads,
        look: Lookahead<'a>,
        rows: &'a [training_group::Model],
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let tutors = rows.iter().filter_map(|row| row.tutor_id.map(PersonById));
            fetch_nodes::<Person, _>(loads, look.field("tutor"), tutors).await?;
            if look.field("participantCount").exists() {
                fetch(loads, rows.iter().map(|row| SizeOf(row.id))).await?;
            }
            let cohorts = rows.iter().map(|row| CohortById(row.cohort_id));
            fetch_nodes::<Cohort, _>(loads, look.field("cohort"), cohorts).await
        })
    }
}
