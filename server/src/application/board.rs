//! Applications as a board: how many stand where, and those that have stood there longest.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use entity::application::{Column, Entity, Model, State};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, Iterable as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, QueryTrait as _, Select,
};

use crate::error::Result;
use crate::reading::Reader;

/// The applications of one state.
#[derive(Clone, Debug)]
pub struct Lane {
    pub state: State,
    pub count: i64,
    /// Since when the first of them has stood there.
    pub oldest: Option<DateTime<Utc>>,
    /// Those that have stood there longest; none of a state in which nothing is left to do.
    pub cards: Vec<Arc<Model>>,
}

/// States in which somebody has something to do.
pub const ON_THE_WAY: [State; 6] = [
    State::Draft,
    State::Submitted,
    State::AwaitingSchool,
    State::Ready,
    State::Offered,
    State::Accepted,
];

/// How many applications stand where in one statement, and up to `cards` of each state that is [`ON_THE_WAY`] in another.
pub async fn board(
    reader: &Reader,
    select: Select<Entity>,
    cards: Option<u32>,
) -> Result<Vec<Lane>> {
    let counts: Vec<(State, i64, Option<DateTime<Utc>>)> = select
        .clone()
        .select_only()
        .column(Column::State)
        .column_as(Column::Id.count(), "n")
        .column_as(Column::StandsSince.min(), "oldest")
        .group_by(Column::State)
        .into_tuple()
        .all(&reader.db)
        .await?;
    let counts: HashMap<State, (i64, Option<DateTime<Utc>>)> = counts
        .into_iter()
        .map(|(state, count, oldest)| (state, (count, oldest)))
        .collect();
    let mut lanes: Vec<Lane> = State::iter()
        .map(|state| {
            let (count, oldest) = counts.get(&state).copied().unwrap_or_default();
            Lane {
                state,
                count,
                oldest,
                cards: Vec::new(),
            }
        })
        .collect();
    if let Some(cards) = cards {
        for row in longest(reader, select, cards).await? {
            if let Some(lane) = lanes.iter_mut().find(|lane| lane.state == row.state) {
                lane.cards.push(Arc::new(row));
            }
        }
    }
    Ok(lanes)
}

async fn longest(reader: &Reader, select: Select<Entity>, cards: u32) -> Result<Vec<Model>> {
    let numbered = select
        .filter(Column::State.is_in(ON_THE_WAY))
        .select_only()
        .column(Column::Id)
        .expr_as(
            Expr::cust(
                "ROW_NUMBER() OVER (PARTITION BY application.state \
                 ORDER BY application.stands_since, application.id)",
            ),
            "place",
        )
        .into_query();
    let first = Query::select()
        .column("id")
        .from_subquery(numbered, "numbered")
        .and_where(Expr::col("place").lte(i64::from(cards)))
        .to_owned();
    Ok(Entity::find()
        .filter(Column::Id.in_subquery(first))
        .order_by_asc(Column::StandsSince)
        .order_by_asc(Column::Id)
        .all(&reader.db)
        .await?)
}
