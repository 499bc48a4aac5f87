//! The life of an agreement: every legal step stands in [`next`].

use entity::agreement::{ActiveModel, Model, State};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _};

use super::scan;
use crate::error::{Error, Result};
use crate::tx::Tx;

/// What can happen to an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The letter is sent again, to the same address.
    Ask,
    /// The letter came back.
    Bounce,
    /// The signatory signs.
    Sign,
    /// The signatory says no.
    Decline,
    /// The signatory names somebody else.
    HandOn,
    /// Another asking takes its place.
    Supersede,
    /// The application is over.
    Expire,
}

/// Where a step leads, or none where it is not legal. A late answer is taken as long as nothing took the asking's place.
pub fn next(state: State, step: Step) -> Option<State> {
    use State::{Bounced, Declined, Expired, HandedOn, Revoked, Sent, Signed, Superseded};
    match (state, step) {
        (Sent | Bounced, Step::Ask) => Some(Sent),
        (Sent, Step::Bounce) => Some(Bounced),
        (Sent | Bounced, Step::Sign) => Some(Signed),
        (Sent | Bounced, Step::Decline) => Some(Declined),
        (Sent | Bounced, Step::HandOn) => Some(HandedOn),
        (Sent | Bounced, Step::Supersede) => Some(Superseded),
        (Sent | Bounced, Step::Expire) => Some(Expired),
        // What is signed stays signed, and counts no more.
        (Signed, Step::Supersede | Step::Expire) => Some(Revoked),
        (Bounced, Step::Bounce)
        | (Signed, Step::Ask | Step::Bounce | Step::Sign | Step::Decline | Step::HandOn)
        | (Declined | HandedOn | Superseded | Expired | Revoked, _) => None,
    }
}

/// Whether the signatory can still answer: nothing took the asking's place, and no answer came.
pub fn is_open(state: State) -> bool {
    next(state, Step::Sign).is_some()
}

/// Takes the step, with whatever else `change` sets. A paper that waits for the office ends with the asking.
///
/// # Errors
/// `WRONG_STATE` where the step is not legal.
pub(super) async fn advance(
    tx: &Tx,
    agreement: Model,
    step: Step,
    change: impl FnOnce(&mut ActiveModel),
) -> Result<Model> {
    let state = next(agreement.state, step).ok_or_else(|| {
        Error::WrongState(match agreement.state {
            State::Signed => "The agreement is signed already.".into(),
            State::Sent | State::Bounced => "The signatory has not answered yet.".into(),
            _ => "This asking is over: another one took its place, or it was answered.".into(),
        })
    })?;
    let closes_paper = !is_open(state) && agreement.paper_since.is_some();
    if closes_paper {
        scan::close(tx, agreement.id).await?;
    }
    let mut row = agreement.into_active_model();
    row.state = Set(state);
    if closes_paper {
        row.paper_since = Set(None);
    }
    change(&mut row);
    Ok(row.update(tx).await?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable as _;

    #[test]
    fn only_an_open_asking_can_be_answered() {
        for state in State::iter() {
            let open = matches!(state, State::Sent | State::Bounced);
            for step in [Step::Sign, Step::Decline, Step::HandOn] {
                assert_eq!(next(state, step).is_some(), open, "{state:?} {step:?}");
            }
        }
    }
}
