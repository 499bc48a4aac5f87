//! Participants in the schema: a person's place in a cohort, and how far they are.

mod by_id;
mod inputs;
mod list;
mod load;
mod mutate;
mod object;
mod progress;
mod query;
mod words;

pub use by_id::EnrolmentById;
pub use inputs::EnrolInput;
pub use list::{ParticipantOrder, ParticipantOrderField, ParticipantWhere};
pub use mutate::EnrolmentMutation;
pub use object::Enrolment;
pub use progress::{NextStep, OutcomeProgress, Progress};
pub use query::EnrolmentQuery;
pub use words::{Coverage, EnrolmentState, EnrolmentStateFilter, StepKind};
