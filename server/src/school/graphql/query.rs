//! Asking for schools.

use async_graphql::{Context, Object, Result};
use entity::school;

use super::School;
use crate::reading::{Page, SortKey};
use crate::schema::{Connected, known, list};
use crate::school::schools;

#[derive(Default)]
pub struct SchoolQuery;

#[Object]
impl SchoolQuery {
    /// Schools that you may see, by name.
    async fn schools(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 0 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last row of the page before.")] after: Option<String>,
        #[graphql(desc = "Part of a name, town or postcode, or a URN.")] search: Option<String>,
    ) -> Result<Connected<School>> {
        let schools = schools(known(ctx)?, search.as_deref());
        let by_name = SortKey::text(school::Column::Name);
        list(ctx, schools, by_name, Page::new(first, after)?, School).await
    }
}
