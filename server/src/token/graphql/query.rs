//! Asking for reporting tools' keys.

use async_graphql::{Context, Object, Result};
use entity::api_token;

use super::ApiToken;
use crate::access::Guarded as _;
use crate::reading::{Direction, Page, SortKey};
use crate::schema::{Connected, list, office};

#[derive(Default)]
pub struct TokenQuery;

#[Object]
impl TokenQuery {
    /// Reporting tools' keys, newest first. For administrators.
    async fn api_tokens(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 0 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last row of the page before.")] after: Option<String>,
    ) -> Result<Connected<ApiToken>> {
        let tokens = api_token::Entity::seen_by(&office(ctx)?.actor);
        let newest_first = SortKey::age(Direction::Desc);
        list(
            ctx,
            tokens,
            newest_first,
            Page::new(first, after)?,
            ApiToken,
        )
        .await
    }
}
