//! The school's word in the schema.

mod mutate;
mod object;
mod words;

pub use mutate::{AgreementMutation, CheckSignatoryInput, ResendAgreementInput};
pub use object::Agreement;
pub use words::AgreementState;
