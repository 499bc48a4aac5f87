//! Asking for versions.

use async_graphql::{Context, Object, Result};
use entity::agreement_text;

use super::{
    AgreementProgramme, AgreementText, AgreementTextOrder, AgreementTextOrderField,
    AgreementTextWhere,
};
use crate::agreement::wording::settings;
use crate::reading::Page;
use crate::schema::{All, Connected, Direction, list, narrowed, office};

#[derive(Default)]
pub struct WordingQuery;

#[Object]
impl WordingQuery {
    /// The programmes whose schools sign an agreement, by name, each with its current words. For administrators.
    async fn agreement_programmes(&self, ctx: &Context<'_>) -> Result<All<AgreementProgramme>> {
        let found = settings(&office(ctx)?.db).await?;
        Ok(All(found
            .into_iter()
            .map(AgreementProgramme::from)
            .collect()))
    }

    /// Versions of the words that schools sign. For administrators.
    async fn agreement_texts(
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
        #[graphql(desc = "Which versions; all if left out.", name = "where")] filter: Option<
            AgreementTextWhere,
        >,
        #[graphql(desc = "Their order; newest first if left out.")] order_by: Option<
            AgreementTextOrder,
        >,
    ) -> Result<Connected<AgreementText>> {
        let reader = office(ctx)?;
        let select = narrowed::<agreement_text::Entity>(reader, filter)?;
        let usual = AgreementTextOrder::by(AgreementTextOrderField::CreatedAt, Direction::Desc);
        let sort = order_by.unwrap_or(usual).sort_key(reader)?;
        let wanted = Page::new(first, after, last, before)?;
        list(ctx, select, sort, wanted, AgreementText).await
    }
}
