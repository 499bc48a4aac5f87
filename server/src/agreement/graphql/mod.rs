//! The school's word in the schema.

mod load;
mod mutate;
mod object;
mod scan;
mod words;

pub use mutate::{AgreementMutation, CheckSignatoryInput, ResendAgreementInput};
pub use object::Agreement;
pub use scan::{AcceptScanInput, AgreementScan, RejectScanInput, ScanMutation};
pub use words::{AgreementState, ScanAction, ScanFormat, ScanSource, ScanState};
