//! Versions of the agreement's words in the schema.

mod list;
mod load;
mod mutate;
mod object;
mod preview;
mod query;

pub use list::{AgreementTextOrder, AgreementTextOrderField, AgreementTextWhere};
pub use mutate::{PreviewAgreementTextInput, PublishAgreementTextInput, WordingMutation};
pub use object::{
    AgreementBlock, AgreementBlockKind, AgreementProgramme, AgreementText, LineChange, TextLine,
};
pub use preview::{AgreementTextPreview, TextProblem};
pub use query::WordingQuery;
