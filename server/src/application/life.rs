//! The life of an application: every legal step stands in [`next`].

use entity::application::{ActiveModel, Model, State};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _};

use crate::error::{Error, Result};
use crate::tx::Tx;

/// What can happen to an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The applicant wrote something.
    Write,
    /// The applicant hands it in.
    Submit,
    /// The school is asked.
    AskSchool,
    /// The school signed.
    Sign,
    /// The school's signature counts no more.
    Unsign,
    /// An administrator offers a place.
    Offer,
    /// The applicant accepts it.
    Accept,
    /// The enrolment begins.
    Enrol,
    /// An administrator says no.
    Reject,
    /// The applicant takes it back.
    Withdraw,
    /// It is put off to a later cohort.
    Defer,
    /// Time ran out.
    Expire,
}

/// Where a step leads, or none where it is not legal.
pub fn next(state: State, step: Step) -> Option<State> {
    use State::{
        Accepted, AwaitingSchool, Deferred, Draft, Enrolled, Expired, Offered, Ready, Rejected,
        Submitted, Withdrawn,
    };
    match (state, step) {
        (Draft, Step::Write) => Some(Draft),
        (Draft, Step::Submit) => Some(Submitted),
        (Submitted | AwaitingSchool, Step::AskSchool) => Some(AwaitingSchool),
        // Another signatory, or another address, has to sign anew.
        (Ready, Step::AskSchool | Step::Unsign) => Some(AwaitingSchool),
        (AwaitingSchool, Step::Sign) => Some(Ready),
        (Ready, Step::Offer) => Some(Offered),
        (Offered, Step::Accept) => Some(Accepted),
        (Accepted, Step::Enrol) => Some(Enrolled),
        (Submitted | AwaitingSchool | Ready, Step::Reject) => Some(Rejected),
        (Draft | Submitted | AwaitingSchool | Ready | Offered, Step::Withdraw) => Some(Withdrawn),
        (Submitted | AwaitingSchool | Ready | Offered, Step::Defer) => Some(Deferred),
        // Within the days in which that costs nothing, see `change`.
        (Enrolled, Step::Withdraw) => Some(Withdrawn),
        (Enrolled, Step::Defer) => Some(Deferred),
        (Draft | Submitted | AwaitingSchool | Ready | Offered, Step::Expire) => Some(Expired),
        (
            Draft,
            Step::AskSchool
            | Step::Sign
            | Step::Unsign
            | Step::Offer
            | Step::Accept
            | Step::Enrol
            | Step::Reject
            | Step::Defer,
        )
        | (
            Submitted,
            Step::Write
            | Step::Submit
            | Step::Sign
            | Step::Unsign
            | Step::Offer
            | Step::Accept
            | Step::Enrol,
        )
        | (
            AwaitingSchool,
            Step::Write | Step::Submit | Step::Unsign | Step::Offer | Step::Accept | Step::Enrol,
        )
        | (Ready, Step::Write | Step::Submit | Step::Sign | Step::Accept | Step::Enrol)
        | (
            Offered,
            Step::Write
            | Step::Submit
            | Step::AskSchool
            | Step::Sign
            | Step::Unsign
            | Step::Offer
            | Step::Enrol
            | Step::Reject,
        )
        | (
            Accepted,
            Step::Write
            | Step::Submit
            | Step::AskSchool
            | Step::Sign
            | Step::Unsign
            | Step::Offer
            | Step::Accept
            | Step::Reject
            | Step::Withdraw
            | Step::Defer
            | Step::Expire,
        )
        | (
            Enrolled,
            Step::Write
            | Step::Submit
            | Step::AskSchool
            | Step::Sign
            | Step::Unsign
            | Step::Offer
            | Step::Accept
            | Step::Enrol
            | Step::Reject
            | Step::Expire,
        )
        | (Rejected | Withdrawn | Deferred | Expired, _) => None,
    }
}

/// Takes the step: the application's new state and version, with whatever else `change` sets.
///
/// # Errors
/// `WRONG_STATE` where the step is not legal.
pub async fn advance(
    tx: &Tx,
    application: Model,
    step: Step,
    change: impl FnOnce(&mut ActiveModel),
) -> Result<Model> {
    let state = next(application.state, step).ok_or_else(|| refuse(application.state, step))?;
    let version = application.version + 1;
    let moves = state != application.state;
    let mut row = application.into_active_model();
    row.state = Set(state);
    row.version = Set(version);
    row.updated_at = Set(tx.now);
    if moves {
        row.stands_since = Set(tx.now);
    }
    if is_over(state) {
        row.ended_at = Set(Some(tx.now));
    }
    change(&mut row);
    Ok(row.update(tx).await?)
}

/// Whether it ended without a place, so that the same person may apply to the same cohort again.
fn is_over(state: State) -> bool {
    use State::{Deferred, Expired, Rejected, Withdrawn};
    matches!(state, Rejected | Withdrawn | Deferred | Expired)
}

fn refuse(state: State, step: Step) -> Error {
    let verb = match step {
        Step::Write => "changed",
        Step::Submit => "handed in",
        Step::AskSchool => "sent to the school",
        Step::Sign => "signed for",
        Step::Unsign => "sent back to the school",
        Step::Offer => "offered a place",
        Step::Accept => "accepted",
        Step::Enrol => "enrolled",
        Step::Reject => "rejected",
        Step::Withdraw => "withdrawn",
        Step::Defer => "put off",
        Step::Expire => "closed",
    };
    let stands = match state {
        State::Draft => "is still a draft",
        State::Submitted => "is handed in",
        State::AwaitingSchool => "waits for the school's signature",
        State::Ready => "is ready for an offer",
        State::Offered => "has an offer",
        State::Accepted => "is accepted",
        State::Enrolled => "has become a place on the programme",
        State::Rejected => "was rejected",
        State::Withdrawn => "was withdrawn",
        State::Deferred => "was put off to a later cohort",
        State::Expired => "ran out of time",
    };
    Error::WrongState(format!(
        "The application {stands}, so it cannot be {verb} now."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable as _;

    #[test]
    fn a_place_is_offered_only_after_the_school_has_signed() {
        for state in State::iter() {
            assert_eq!(
                next(state, Step::Offer).is_some(),
                state == State::Ready,
                "{state:?}"
            );
        }
    }

    #[test]
    fn what_is_over_stays_over() {
        for state in State::iter().filter(|state| is_over(*state)) {
            for step in [Step::Write, Step::Sign, Step::Offer, Step::Withdraw] {
                assert_eq!(next(state, step), None, "{state:?}");
            }
        }
    }
}
