//! Asking for schools.

use async_graphql::{Context, Object, Result};
use entity::school;

use super::{FoundSchool, School, SchoolOrder, SchoolOrderField, SchoolWhere};
use crate::access;
use crate::reading::Page;
use crate::schema::{Connected, Direction, known, list, narrowed, reader};
use crate::school::find;

#[derive(Default)]
pub struct SchoolQuery;

#[Object]
impl SchoolQuery {
    /// Schools that you may see.
    async fn schools(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows from the beginning, 0 to 100; either this or `last`.")]
        first: Option<i32>,
        #[graphql(
            desc = "Only rows after this one: a cursor, such as the last of the page before."
        )]
        after: Option<String>,
        #[graphql(desc = "How many rows from the end, 0 to 100; either this or `first`.")]
        last: Option<i32>,
        #[graphql(
            desc = "Only rows before this one: a cursor, such as the first of the page after."
        )]
        before: Option<String>,
        #[graphql(desc = "Which schools; all if left out.", name = "where")] filter: Option<
            SchoolWhere,
        >,
        #[graphql(desc = "Their order; by name if left out.")] order_by: Option<SchoolOrder>,
    ) -> Result<Connected<School>> {
        let reader = known(ctx)?;
        let select = narrowed::<school::Entity>(reader, filter)?;
        let usual = SchoolOrder::by(SchoolOrderField::Name, Direction::Asc);
        let sort = order_by.unwrap_or(usual).sort_key(reader)?;
        let wanted = Page::new(first, after, last, before)?;
        list(ctx, select, sort, wanted, School).await
    }

    /// Schools of the whole country to choose from, whether or not anybody there takes part: at most 20, open ones first,
    /// then by name. For people who are signed in; a school that somebody entered by hand is found by others once an
    /// administrator has looked at it.
    async fn find_schools(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "Words of the name, town, postcode or URN, each at least by its beginning. Nothing is found by none."
        )]
        text: String,
    ) -> Result<Vec<FoundSchool>> {
        let reader = reader(ctx);
        access::entitle::<access::FindSchools>(&reader.actor)?;
        let found = find(reader, &text).await?;
        Ok(found.into_iter().map(FoundSchool::from).collect())
    }
}
