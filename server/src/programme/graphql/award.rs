//! Awards in the schema.

use async_graphql::{Context, Description, ID, Lookahead, Object, Result};
use entity::{award, outcome};
use futures_util::future::BoxFuture;
use sea_orm::{EntityTrait as _, QueryOrder as _};
use uuid::Uuid;

use super::Outcome;
use crate::error;
use crate::reading::{Found, Reader, rows_by};
use crate::schema::{Loads, Node, fetch_nodes, keys, load};

keys! {
    /// The outcomes of an award, by the award's id.
    OutcomesOf => Vec<outcome::Model> = outcomes;
}

async fn outcomes(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Vec<outcome::Model>>> {
    let in_order = outcome::Entity::find().order_by_asc(outcome::Column::Position);
    rows_by(reader, in_order, outcome::Column::AwardId, ids).await
}

/// An award that can be run.
#[derive(Description)]
pub struct Award(pub award::Model);

#[Object(use_type_description)]
impl Award {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Our code, such as `nasenco`.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// Its full name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Its name among those who know it.
    async fn short_name(&self) -> &str {
        &self.0.short_name
    }

    /// What the holder gets.
    async fn qualification(&self) -> &str {
        &self.0.qualification
    }

    /// Academic credits; 0 where it has none.
    async fn credits(&self) -> i32 {
        self.0.credits
    }

    /// Level in the national framework; 7 is master's level.
    async fn level(&self) -> Option<i32> {
        self.0.level
    }

    /// What its holders know and can do, in order.
    async fn outcomes(&self, ctx: &Context<'_>) -> Result<Vec<Outcome>> {
        let found = load(ctx, OutcomesOf(self.0.id)).await?;
        Ok(found.into_iter().map(Outcome).collect())
    }
}

impl Node for Award {
    type Row = award::Model;

    fn prefetch<'a>(
        loads: &'a Loads,
        look: Lookahead<'a>,
        rows: &'a [award::Model],
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let awards = rows.iter().map(|row| OutcomesOf(row.id));
            fetch_nodes::<Outcome, _>(loads, look.field("outcomes"), awards).await
        })
    }
}
