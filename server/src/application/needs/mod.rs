//! The needs analysis: how somebody who is no SENCO yet, or has early years teacher status, can show each learning outcome.
//!
//! It is no document of its own. The applicant writes it with the application, it is part of the words that the school
//! signs, and the school's answer to it lies beside the signature: whoever else has to sign answers it anew.

mod accept;
mod analysis;
mod save;
mod standing;

pub use accept::accept;
pub use analysis::{Analysis, Line, analysis, is_needed, unsaid};
pub use save::save;
pub use standing::{Standing, standing};
