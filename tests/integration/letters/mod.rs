//! Every kind of letter, as it arrives.

mod applications;
mod approvals;
mod files;
mod made;
mod names;
