//! Putting an application off to a later cohort: this one ends, and another goes on with all that is known and signed.

use chrono::NaiveDate;
use entity::application::{Leaving, Model, State};
use entity::letter::Kind;
use entity::{agreement, cohort, event};
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait as _;
use uuid::Uuid;

use super::carry::carry;
use super::change::{give_up, in_time, may_change};
use super::delay::Clocked;
use super::{Step, Surroundings, advance, eligible, surroundings, write_to};
use crate::access::{Actor, DeferApplication, Granted};
use crate::agreement::{settle, standing};
use crate::clock::london_day;
use crate::eligibility::Verdict;
use crate::error::{Error, Result};
use crate::event::record;
use crate::programme::{end_of_terms, terms};
use crate::statutory::{Outlook, Risk};
use crate::tx::Tx;
use crate::words::{count, day};

/// What is put off, to when, and why.
#[derive(Clone, Debug)]
pub struct Deferral {
    /// The version that was seen.
    pub version: i32,
    /// The later cohort.
    pub to: Uuid,
    pub leaving: Leaving,
    /// In their own words; may be empty.
    pub reason: String,
    /// Whoever asks knows that the award would come after the last day that the law allows.
    pub accepts_late: bool,
}

/// Puts it off, free of charge. Answers the application that goes on: it stands where this one stood, but for an offer.
/// What the school signed goes along as long as the words are still the same.
///
/// # Errors
/// `CONFLICT` if it changed since it was seen; `INVALID_INPUT` without a reason, for a cohort that is no later one of the
/// programme, and where the law's deadline would be missed and nobody says that they know; `WRONG_STATE` for an applicant
/// without an offer, once the days after accepting are over, where the award does not take them with that cohort, or where they apply to it already.
pub async fn defer(
    tx: &Tx,
    application: Granted<DeferApplication>,
    deferral: Deferral,
) -> Result<Model> {
    let from = application.into_row();
    if from.version != deferral.version {
        return Err(Error::Conflict {
            current_version: from.version,
        });
    }
    let today = london_day(tx.now);
    in_time(&from, today)?;
    if !may_put_off(&tx.actor, &from, today) {
        return Err(Error::WrongState(
            "You can put your application off once a place is offered to you. Before that, withdraw it, or write to the programme office.".into(),
        ));
    }
    let reason = super::leaving::reason(deferral.leaving, &deferral.reason)?;
    let now = surroundings(tx, &from).await?;
    let then = Surroundings {
        cohort: later(tx, &now.cohort, deferral.to, today).await?,
        ..now.clone()
    };
    takes(tx, &then, &from, today).await?;
    let late = late(tx, &then, &from, today).await?;
    if let Some(late) = late.filter(|_| !deferral.accepts_late) {
        return Err(Error::field("acceptsLate", late));
    }
    give_up(tx, &from, &reason).await?;
    let from = advance(tx, from, Step::Defer, |row| {
        row.reason = Set(Some(reason.clone()));
        row.leaving = Set(Some(deferral.leaving));
        row.deferred_to = Set(Some(deferral.to));
    })
    .await?;
    let note = format!("to {}: {reason}", then.cohort.name);
    record(tx, event::Kind::ApplicationDeferred, &from, Some(note)).await?;
    let to = carry(tx, &from, &now.cohort).await?;
    let to = settle(tx, to, &then).await?;
    write_to(tx, &from, Kind::ApplicationEnded).await?;
    Ok(to)
}

/// Whether it is for this actor to put it off: an applicant chooses once there is something to choose.
pub fn may_put_off(actor: &Actor, application: &Model, today: NaiveDate) -> bool {
    match application.state {
        State::Offered => true,
        State::Enrolled => may_change(application, today),
        _ => actor.is_administrator(),
    }
}

/// The later cohort, if it is one.
async fn later(tx: &Tx, now: &cohort::Model, id: Uuid, today: NaiveDate) -> Result<cohort::Model> {
    let found = cohort::Entity::find_by_id(id).one(tx).await?;
    let later = found.filter(|later| {
        later.programme_id == now.programme_id
            && later.starts_on > now.starts_on
            && later.starts_on >= today
    });
    later.ok_or_else(|| {
        Error::field(
            "toCohortId",
            "Choose a cohort of the same programme that begins later.",
        )
    })
}

/// That the award takes them with the later cohort, too.
async fn takes(tx: &Tx, then: &Surroundings, from: &Model, today: NaiveDate) -> Result<()> {
    let (code, said) = eligible(tx, then, &from.answers, today).await?;
    match code.follows().verdict {
        Verdict::Yes => Ok(()),
        _ => Err(Error::WrongState(format!("{}. {}", said.title, said.text))),
    }
}

/// What whoever asks has to know first, where the award would come too late with that cohort.
async fn late(
    tx: &Tx,
    then: &Surroundings,
    from: &Model,
    today: NaiveDate,
) -> Result<Option<String>> {
    let signed = standing(tx, from.id).await?;
    let clocked = Clocked {
        answers: &from.answers,
        stated: signed.and_then(|signed: agreement::Model| signed.appointed_on),
        award: &then.award,
        today,
    };
    let starts_on = then.cohort.starts_on;
    let calendar = terms(tx, then.cohort.id).await?;
    let ends_on = end_of_terms(starts_on, then.award.limits.programme_terms, &calendar);
    Ok(warning(&clocked.outlook((starts_on, ends_on))))
}

fn warning(outlook: &Outlook) -> Option<String> {
    let clock = outlook.clock;
    let (Some(Risk::Red), Some(deadline), Some(slack)) =
        (clock.risk(), clock.deadline, clock.slack())
    else {
        return None;
    };
    let days = usize::try_from(slack.unsigned_abs()).unwrap_or(usize::MAX);
    Some(format!(
        "With this cohort the award is likely on {}, {} after the last day that the law allows, {}. Confirm that this is known.",
        day(clock.forecast),
        count(days, "day"),
        day(deadline)
    ))
}
