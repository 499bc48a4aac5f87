//! Participants in the schema: a person's place in a cohort, and how far they are.

mod inputs;
mod list;
mod load;
mod mutate;
mod object;
mod progress;
mod query;
mod words;

pub use inputs::EnrolInput;
pub use list::{ParticipantOrder, ParticipantOrderField, ParticipantWhere};
pub use load::EnrolmentById;
pub use mutate::EnrolmentMutation;
pub use object::Enrolment;
pub use progress::{NextStep, OutcomeProgress, Progress};
pub use query::EnrolmentQuery;
pub use words::{Coverage, EnrolmentState, EnrolmentStateFilter, StepKind};
