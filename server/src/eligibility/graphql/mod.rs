//! Eligibility in the schema.

mod inputs;
mod object;
mod query;
mod words;

pub use inputs::CircumstancesInput;
pub use object::Eligibility;
pub use query::EligibilityQuery;
pub use words::{
    AwardRoute, EligibilityCode, EligibilityVerdict, Induction, SencoRole, SencoRoleFilter,
    Setting, TeacherStatus,
};
