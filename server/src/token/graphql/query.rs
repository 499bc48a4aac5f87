//! Asking for reporting tools' keys.

use async_graphql::{Context, ID, Object, Result};
use entity::api_token;

use super::{ApiToken, ApiTokenOrder, ApiTokenOrderField, ApiTokenWhere};
use crate::access::Guarded as _;
use crate::error::Error;
use crate::reading::Page;
use crate::schema::{Connected, Direction, list, narrowed, office, uuid};
use crate::token::find;

#[derive(Default)]
pub struct TokenQuery;

#[Object]
impl TokenQuery {
    /// Reporting tools' keys. For administrators.
    async fn api_tokens(
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
        #[graphql(desc = "Which keys; all if left out.", name = "where")] filter: Option<
            ApiTokenWhere,
        >,
        #[graphql(desc = "Their order; newest first if left out.")] order_by: Option<ApiTokenOrder>,
    ) -> Result<Connected<ApiToken>> {
        let reader = office(ctx)?;
        let select = narrowed::<api_token::Entity>(reader, filter)?;
        let usual = ApiTokenOrder::by(ApiTokenOrderField::CreatedAt, Direction::Desc);
        let sort = order_by.unwrap_or(usual).sort_key(reader)?;
        let wanted = Page::new(first, after, last, before)?;
        list(ctx, select, sort, wanted, ApiToken).await
    }

    /// One of them. For administrators.
    async fn api_token(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The token's id.")] id: ID,
    ) -> Result<ApiToken> {
        let (reader, name) = (office(ctx)?, api_token::Entity::NAME);
        let found = find(reader, uuid(&id, name)?).await?;
        Ok(found.map(ApiToken::from).ok_or(Error::NotFound(name))?)
    }
}
