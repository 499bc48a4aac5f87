//! Asking for changes.

use async_graphql::{Context, Object, Result};
use entity::change::Thing;
use sea_orm::Iterable as _;

use super::{ChangedThing, Changes};
use crate::change::news;
use crate::error::Error;
use crate::schema::{known, portal};

/// Things that are told at a time.
const MOST: u64 = 100;

#[derive(Default)]
pub struct ChangeQuery;

#[Object]
impl ChangeQuery {
    /// What changed, and what is gone, since you last asked: to keep a copy without reading everything anew.
    ///
    /// 1. Ask `changes(first: 0) { cursor }` and keep the cursor.
    /// 2. Read the lists whole.
    /// 3. From time to time ask `changes(since: $cursor, first: 100)`: put what is there in the place of what you had, drop
    ///    what is removed, keep the new cursor, and ask again at once while `hasMore`.
    ///
    /// Nothing is left out; what changed while you were reading the lists may come once more. A change is told as soon as
    /// no earlier one can still come, mostly within a second. A cursor holds for about a month and for one view of the data:
    /// `CURSOR_TOO_OLD` means that you begin at 2, with the cursor that comes with it.
    async fn changes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The cursor that you were given last; none to begin from now.")]
        since: Option<String>,
        #[graphql(desc = "How many things, 0 to 100.")] first: i32,
        #[graphql(
            desc = "What you follow; everything if left out. A cursor goes on for these or fewer."
        )]
        things: Option<Vec<ChangedThing>>,
    ) -> Result<Changes> {
        let reader = known(ctx)?;
        let first = u64::try_from(first).ok().filter(|first| *first <= MOST);
        let first =
            first.ok_or_else(|| Error::field("first", "Ask for 0 to 100 things at a time."))?;
        let things: Vec<Thing> = match things {
            Some(things) => things.into_iter().map(Into::into).collect(),
            None => Thing::iter().collect(),
        };
        let news = news(portal(ctx), reader, since.as_deref(), first, &things).await?;
        Ok(Changes::from(news))
    }
}
