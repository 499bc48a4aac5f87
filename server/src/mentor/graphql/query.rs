//! Asking for mentors.

use async_graphql::{Context, Object, Result};
use entity::mentor;

use super::Mentor;
use crate::mentor::mentors;
use crate::reading::{Page, SortKey};
use crate::schema::{Connected, list, office};

#[derive(Default)]
pub struct MentorQuery;

#[Object]
impl MentorQuery {
    /// Mentors, by name. For administrators.
    async fn mentors(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 0 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last row of the page before.")] after: Option<String>,
        #[graphql(desc = "Part of a name or address.")] search: Option<String>,
    ) -> Result<Connected<Mentor>> {
        let mentors = mentors(office(ctx)?, search.as_deref());
        let by_name = SortKey::text(mentor::Column::Name);
        list(ctx, mentors, by_name, Page::new(first, after)?, Mentor).await
    }
}
