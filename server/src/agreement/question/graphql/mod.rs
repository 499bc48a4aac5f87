//! Signatories' questions in the schema.

mod list;
mod load;
mod mutate;
mod object;
mod query;
mod words;

pub use list::{AgreementQuestionOrder, AgreementQuestionOrderField, AgreementQuestionWhere};
pub use load::QuestionsOf;
pub use mutate::{AnswerAgreementQuestionInput, CloseAgreementQuestionInput, QuestionMutation};
pub use object::AgreementQuestion;
pub use query::QuestionQuery;
pub use words::{AgreementQuestionState, AgreementQuestionStateFilter};
