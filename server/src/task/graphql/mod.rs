//! Tasks in the schema.

mod can;
mod inputs;
mod load;
mod mutate;
mod object;
mod query;
mod words;

pub use inputs::{OrderBy, ReasonInput, SaveTaskInput, SubmitTaskInput, Where, WithdrawTaskInput};
pub use load::{OutcomesOfTask, OutcomesOfTemplate, TaskById, TemplateById};
pub use mutate::TaskMutation;
pub use object::Task;
pub use query::TaskQuery;
pub use words::{OrderField, TaskAction, TaskState};
