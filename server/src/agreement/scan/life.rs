//! The life of a scan: every legal step stands in [`next`].

use entity::agreement_scan::{ActiveModel, Model, State};
use entity::{agreement, agreement_scan_file};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::tx::Tx;

/// What can happen to a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The scanner found nothing.
    Clear,
    /// The scanner found something harmful.
    Infect,
    /// The office takes it for the school's signature.
    Accept,
    /// The office cannot take it.
    Reject,
    /// Another one was sent.
    Replace,
    /// The asking is answered otherwise, or over.
    Void,
}

/// Where a step leads, or none where it is not legal.
pub(super) fn next(state: State, step: Step) -> Option<State> {
    use State::{Accepted, Checking, Infected, Rejected, Replaced, Void, Waiting};
    match (state, step) {
        (Checking, Step::Clear) => Some(Waiting),
        (Checking, Step::Infect) => Some(Infected),
        (Waiting, Step::Accept) => Some(Accepted),
        (Waiting, Step::Reject) => Some(Rejected),
        (Checking | Waiting, Step::Replace) => Some(Replaced),
        (Checking | Waiting, Step::Void) => Some(Void),
        // Nobody decides on what nobody has seen.
        (Checking, Step::Accept | Step::Reject)
        | (Waiting, Step::Clear | Step::Infect)
        | (Accepted | Rejected | Replaced | Void | Infected, _) => None,
    }
}

/// Takes the step, with whatever else `change` sets. The bytes of what nobody may see any more go at once.
///
/// # Errors
/// `WRONG_STATE` where the step is not legal.
pub(super) async fn advance(
    tx: &Tx,
    scan: Model,
    step: Step,
    change: impl FnOnce(&mut ActiveModel),
) -> Result<Model> {
    let state = next(scan.state, step).ok_or_else(|| {
        Error::WrongState(match scan.state {
            State::Checking => "The file is still being scanned. Try again in a minute.".into(),
            State::Waiting => "The scan waits to be looked at.".into(),
            State::Accepted => "The scan is accepted already.".into(),
            State::Rejected => "The scan is rejected already.".into(),
            State::Replaced | State::Void | State::Infected => {
                "The scan is over: another one was sent, or the asking has ended.".into()
            }
        })
    })?;
    let mut row = scan.into_active_model();
    row.state = Set(state);
    change(&mut row);
    let scan = row.update(tx).await?;
    if matches!(state, State::Replaced | State::Void | State::Infected) {
        agreement_scan_file::Entity::delete_by_id(scan.id)
            .exec(tx)
            .await?;
    }
    Ok(scan)
}

/// Puts down at the asking that the office has to look at a paper, or that it need not any more.
pub(super) async fn wait(tx: &Tx, agreement_id: Uuid, is_waiting: bool) -> Result<()> {
    let named = agreement::ActiveModel {
        id: sea_orm::ActiveValue::Unchanged(agreement_id),
        paper_since: Set(is_waiting.then_some(tx.now)),
        ..Default::default()
    };
    named.update(tx).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable as _;

    #[test]
    fn only_what_was_scanned_is_decided() {
        for state in State::iter() {
            for step in [Step::Accept, Step::Reject] {
                let is_legal = next(state, step).is_some();
                assert_eq!(is_legal, state == State::Waiting, "{state:?} {step:?}");
            }
        }
    }

    #[test]
    fn what_is_decided_stays_so() {
        let undecided = [State::Checking, State::Waiting];
        for state in State::iter().filter(|state| !undecided.contains(state)) {
            for step in [Step::Clear, Step::Infect, Step::Replace, Step::Void] {
                assert_eq!(next(state, step), None, "{state:?} {step:?}");
            }
        }
    }
}
