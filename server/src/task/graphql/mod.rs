//! Tasks in the schema.

mod can;
mod inputs;
mod list;
mod load;
mod mutate;
mod object;
mod query;
mod words;

pub use inputs::{ReasonInput, SaveTaskInput, SubmitTaskInput, WithdrawTaskInput};
pub use list::{TaskOrder, TaskOrderField, TaskWhere};
pub use load::{OutcomesOfTask, OutcomesOfTemplate, TaskById, TemplateById, tell_claims};
pub use mutate::TaskMutation;
pub use object::Task;
pub use query::TaskQuery;
pub use words::{TaskAction, TaskState, TaskStateFilter};
