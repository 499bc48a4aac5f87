//! The life of an invitation: every legal step stands in [`next`].

use entity::mentor_invitation::{ActiveModel, Model, State};
use entity::mentorship;
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _};

use crate::error::{Error, Result};
use crate::tx::Tx;

/// What can happen to an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The letter is sent again.
    Ask,
    /// The letter came back.
    Bounce,
    /// They will.
    Accept,
    /// They will not.
    Decline,
    /// The school named somebody else, or the application is over.
    Supersede,
}

/// Where a step leads, or none where it is not legal.
pub fn next(state: State, step: Step) -> Option<State> {
    use State::{Accepted, Bounced, Declined, Invited, Superseded};
    match (state, step) {
        (Invited | Bounced, Step::Ask) => Some(Invited),
        (Invited, Step::Bounce) => Some(Bounced),
        (Invited | Bounced, Step::Accept) => Some(Accepted),
        (Invited | Bounced, Step::Decline) => Some(Declined),
        (Invited | Bounced | Accepted, Step::Supersede) => Some(Superseded),
        (Bounced, Step::Bounce)
        | (Accepted, Step::Ask | Step::Bounce | Step::Accept | Step::Decline)
        | (Declined | Superseded, _) => None,
    }
}

/// What the invitation makes of the mentorship when the enrolment begins; none where nobody is asked.
pub fn mentorship(state: State) -> Option<mentorship::State> {
    match state {
        State::Accepted => Some(mentorship::State::Active),
        State::Invited | State::Bounced => Some(mentorship::State::Invited),
        State::Declined | State::Superseded => None,
    }
}

/// Takes the step, with whatever else `change` sets.
///
/// # Errors
/// `WRONG_STATE` where the step is not legal.
pub(super) async fn advance(
    tx: &Tx,
    invitation: Model,
    step: Step,
    change: impl FnOnce(&mut ActiveModel),
) -> Result<Model> {
    let state = next(invitation.state, step).ok_or_else(|| {
        Error::WrongState(match invitation.state {
            State::Accepted => "The mentor has accepted already.".into(),
            State::Declined => "The mentor has declined.".into(),
            State::Superseded => "This mentor is no longer asked.".into(),
            State::Invited | State::Bounced => "The mentor has not answered yet.".into(),
        })
    })?;
    let mut row = invitation.into_active_model();
    row.state = Set(state);
    change(&mut row);
    Ok(row.update(tx).await?)
}
