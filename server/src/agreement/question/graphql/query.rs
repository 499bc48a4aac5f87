//! Asking for questions.

use async_graphql::{Context, Object, Result};
use entity::agreement_question;

use super::{
    AgreementQuestion, AgreementQuestionOrder, AgreementQuestionOrderField, AgreementQuestionWhere,
};
use crate::reading::Page;
use crate::schema::{Connected, Direction, list, narrowed, office};

#[derive(Default)]
pub struct QuestionQuery;

#[Object]
impl QuestionQuery {
    /// What signatories asked the programme office before answering for a school. For administrators.
    async fn agreement_questions(
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
        #[graphql(desc = "Which questions; all if left out.", name = "where")] filter: Option<
            AgreementQuestionWhere,
        >,
        #[graphql(desc = "Their order; oldest first if left out.")] order_by: Option<
            AgreementQuestionOrder,
        >,
    ) -> Result<Connected<AgreementQuestion>> {
        let reader = office(ctx)?;
        let select = narrowed::<agreement_question::Entity>(reader, filter)?;
        let usual =
            AgreementQuestionOrder::by(AgreementQuestionOrderField::AskedAt, Direction::Asc);
        let sort = order_by.unwrap_or(usual).sort_key(reader)?;
        let wanted = Page::new(first, after, last, before)?;
        list(ctx, select, sort, wanted, AgreementQuestion).await
    }
}
