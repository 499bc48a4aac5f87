//! Cohorts in the schema.

use async_graphql::{Context, Description, ID, Lookahead, Object, Result};
use chrono::NaiveDate;
use entity::{award, cohort, programme};
use futures_util::future::BoxFuture;
use sea_orm::EntityTrait as _;
use uuid::Uuid;

use super::Award;
use crate::error;
use crate::reading::{Found, Reader, linked_by, rows_by};
use crate::schema::{Loads, Node, fetch_nodes, keys, load_row};

keys! {
    /// A cohort by id.
    pub CohortById => Option<cohort::Model> = cohorts;
    /// The award of a programme, by the programme's id.
    AwardOf => Option<award::Model> = awards;
}

async fn cohorts(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Option<cohort::Model>>> {
    rows_by(reader, cohort::Entity::find(), cohort::Column::Id, ids).await
}

async fn awards(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Option<award::Model>>> {
    let programmes = programme::Entity::find().find_also_related(award::Entity);
    linked_by(reader, programmes, programme::Column::Id, ids).await
}

/// The participants who start a programme together.
#[derive(Description)]
pub struct Cohort(pub cohort::Model);

#[Object(use_type_description)]
impl Cohort {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Such as "2025 autumn".
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The first day.
    async fn starts_on(&self) -> NaiveDate {
        self.0.starts_on
    }

    /// The last day.
    async fn ends_on(&self) -> NaiveDate {
        self.0.ends_on
    }

    /// What it works towards.
    async fn award(&self, ctx: &Context<'_>) -> Result<Award> {
        let row = load_row(ctx, AwardOf(self.0.programme_id), "award").await?;
        Ok(Award(row))
    }
}

impl Node for Cohort {
    type Row = cohort::Model;

    fn prefetch<'a>(
        loads: &'a Loads,
        look: Lookahead<'a>,
        rows: &'a [cohort::Model],
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let programmes = rows.iter().map(|row| AwardOf(row.programme_id));
            fetch_nodes::<Award, _>(loads, look.field("award"), programmes).await
        })
    }
}
