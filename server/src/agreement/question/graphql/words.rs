//! The words in which the schema speaks of questions.

use async_graphql::Enum;
use entity::agreement_question;

use crate::schema::{named, words};

/// Where a question of a signatory stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "agreement_question::State")]
pub enum AgreementQuestionState {
    /// Waits for the programme office.
    Open,
    /// Answered by letter.
    Answered,
    /// Closed by the programme office without a letter.
    Closed,
}

words! {
    /// Where a question is to stand.
    pub AgreementQuestionStateFilter: AgreementQuestionState as agreement_question::State
}

named!(AgreementQuestionState);
