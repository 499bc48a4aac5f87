//! Approval requests in the schema.

mod inputs;
mod list;
mod load;
mod mutate;
mod object;
mod query;
mod words;

pub use inputs::ResendApprovalInput;
pub use list::{ApprovalOrder, ApprovalOrderField, ApprovalWhere};
pub use load::{LatestApproval, LetterOf};
pub use mutate::ApprovalMutation;
pub use object::{ApprovalRequest, LetterStatus};
pub use query::ApprovalQuery;
pub use words::{ApprovalState, ApprovalStateFilter};
