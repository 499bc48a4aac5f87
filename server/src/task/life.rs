//! The life of a task: every legal step stands in [`next`].

use entity::task::{ActiveModel, Model, State};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _};

use crate::error::{Error, Result};
use crate::tx::Tx;

/// What can happen to a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The participant wrote something.
    Write,
    /// The participant asks the mentor.
    Submit,
    /// The participant takes the asking back.
    Withdraw,
    /// The mentor approves.
    Approve,
    /// The mentor sends it back.
    Return,
    /// The mentor takes a decision back.
    Undo,
    /// An administrator opens it again, or the mentor's mailbox disowned the approval.
    Reopen,
    /// An administrator excuses the participant from it.
    Waive,
}

/// Where a step leads, or none where it is not legal.
pub fn next(state: State, step: Step) -> Option<State> {
    use State::{Approved, Available, InProgress, Reopened, Returned, Submitted, Waived};
    match (state, step) {
        (Available | InProgress, Step::Write) => Some(InProgress),
        (Returned, Step::Write) => Some(Returned),
        (Reopened, Step::Write) => Some(Reopened),
        (InProgress | Returned | Reopened, Step::Submit) => Some(Submitted),
        (Submitted, Step::Withdraw) => Some(InProgress),
        (Submitted, Step::Approve) => Some(Approved),
        (Submitted, Step::Return) => Some(Returned),
        (Approved | Returned, Step::Undo) => Some(Submitted),
        (Approved | Returned | Waived, Step::Reopen) => Some(Reopened),
        (Available | InProgress | Returned | Reopened, Step::Waive) => Some(Waived),
        (
            Available,
            Step::Submit
            | Step::Withdraw
            | Step::Approve
            | Step::Return
            | Step::Undo
            | Step::Reopen,
        )
        | (InProgress, Step::Withdraw | Step::Approve | Step::Return | Step::Undo | Step::Reopen)
        | (Submitted, Step::Write | Step::Submit | Step::Undo | Step::Reopen | Step::Waive)
        | (
            Approved,
            Step::Write
            | Step::Submit
            | Step::Withdraw
            | Step::Approve
            | Step::Return
            | Step::Waive,
        )
        | (Returned, Step::Withdraw | Step::Approve | Step::Return)
        | (Reopened, Step::Withdraw | Step::Approve | Step::Return | Step::Undo | Step::Reopen)
        | (
            Waived,
            Step::Write
            | Step::Submit
            | Step::Withdraw
            | Step::Approve
            | Step::Return
            | Step::Undo
            | Step::Waive,
        ) => None,
    }
}

/// Takes the step: the task's new state and version, with whatever else `change` sets.
///
/// # Errors
/// `WRONG_STATE` where the step is not legal.
pub async fn advance(
    tx: &Tx,
    task: Model,
    step: Step,
    change: impl FnOnce(&mut ActiveModel),
) -> Result<Model> {
    let state = next(task.state, step).ok_or_else(|| refuse(&task, step))?;
    let version = task.version + 1;
    let mut row = task.into_active_model();
    row.state = Set(state);
    row.version = Set(version);
    row.updated_at = Set(tx.now);
    change(&mut row);
    Ok(row.update(tx).await?)
}

fn refuse(task: &Model, step: Step) -> Error {
    let verb = match step {
        Step::Write => "changed",
        Step::Submit => "submitted",
        Step::Withdraw => "taken back",
        Step::Approve => "approved",
        Step::Return => "returned",
        Step::Undo => "taken back by the mentor",
        Step::Reopen => "opened again",
        Step::Waive => "waived",
    };
    let state = match task.state {
        State::Available => "has not been begun",
        State::InProgress => "is still a draft",
        State::Submitted => "is with the mentor",
        State::Approved => "is approved",
        State::Returned => "was returned",
        State::Waived => "was waived",
        State::Reopened => "is open again",
    };
    Error::WrongState(format!(
        "“{}” {state}, so it cannot be {verb} now.",
        task.title
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable as _;

    #[test]
    fn only_a_submitted_task_can_be_decided() {
        for state in State::iter() {
            let decidable = state == State::Submitted;
            assert_eq!(next(state, Step::Approve).is_some(), decidable, "{state:?}");
            assert_eq!(next(state, Step::Return).is_some(), decidable, "{state:?}");
            assert_eq!(
                next(state, Step::Withdraw).is_some(),
                decidable,
                "{state:?}"
            );
        }
    }

    #[test]
    fn nothing_writes_into_a_text_that_a_mentor_looks_at_or_approved() {
        for state in [State::Submitted, State::Approved, State::Waived] {
            assert_eq!(next(state, Step::Write), None, "{state:?}");
        }
    }
}
