//! Answering questions.

use async_graphql::{Context, ID, InputObject, Object, Result};
use entity::agreement_question;

use super::AgreementQuestion;
use crate::access::{self, Guarded as _, SettleQuestion};
use crate::agreement::question::{answer, close};
use crate::schema::{actor, portal, uuid};
use crate::tx;

#[derive(Default)]
pub struct QuestionMutation;

#[Object]
impl QuestionMutation {
    /// Answers a signatory's question by letter; whoever is still asked to sign finds the link in it. For administrators.
    async fn answer_agreement_question(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The question, and the answer.")] input: AnswerAgreementQuestionInput,
    ) -> Result<AgreementQuestion> {
        let id = uuid(&input.question_id, agreement_question::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let question = access::load::<SettleQuestion>(tx, id).await?;
            answer(tx, question, &input.answer).await
        });
        Ok(AgreementQuestion::from(row.await?))
    }

    /// Closes a signatory's question without a letter. For administrators.
    async fn close_agreement_question(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The question, and why it needs no letter.")]
        input: CloseAgreementQuestionInput,
    ) -> Result<AgreementQuestion> {
        let id = uuid(&input.question_id, agreement_question::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let question = access::load::<SettleQuestion>(tx, id).await?;
            close(tx, question, &input.reason).await
        });
        Ok(AgreementQuestion::from(row.await?))
    }
}

/// The answer to a signatory's question.
#[derive(InputObject)]
pub struct AnswerAgreementQuestionInput {
    /// The question.
    question_id: ID,
    /// The answer; at most 4,000 characters.
    answer: String,
}

/// A question that needs no answer by letter.
#[derive(InputObject)]
pub struct CloseAgreementQuestionInput {
    /// The question.
    question_id: ID,
    /// Why, for the signatory to read; at most 4,000 characters.
    reason: String,
}
