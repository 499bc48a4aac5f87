//! Accepting a place: the enrolment begins.

use chrono::Days;
use entity::agreement::{self, State as Signed};
use entity::letter::Kind;
use entity::{application, event, training_group};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::{Clocked, Step, advance, surroundings, to_applicant};
use crate::access::{AcceptPlace, Granted};
use crate::clock::london_day;
use crate::enrolment::{self, Start};
use crate::error::{Error, Result};
use crate::event::record;
use crate::outbox::queue;
use crate::tx::Tx;
use crate::{invitation, mentor};

/// Accepts the place. The mentor of the school's word is the enrolment's from now on, and active once they have accepted.
///
/// # Errors
/// `WRONG_STATE` where nothing is offered or the offer is over.
pub async fn accept(tx: &Tx, application: Granted<AcceptPlace>) -> Result<application::Model> {
    let application = application.into_row();
    if application
        .offer_until
        .is_some_and(|until| until < london_day(tx.now))
    {
        return Err(Error::WrongState(
            "The time for accepting this place is over. Write to the programme office if you still want it.".into(),
        ));
    }
    let application = advance(tx, application, Step::Accept, |_| {}).await?;
    let around = surroundings(tx, &application).await?;
    let group = match application.group_id {
        Some(id) => training_group::Entity::find_by_id(id).one(tx).await?,
        None => None,
    };
    let (Some(group), Some(school)) = (group, &around.school) else {
        return Err(Error::NotFound("group"));
    };
    let agreement = agreement::Entity::find()
        .filter(agreement::Column::ApplicationId.eq(application.id))
        .filter(agreement::Column::State.eq(Signed::Signed))
        .one(tx)
        .await?
        .ok_or_else(|| Error::WrongState("The school's signature is no longer there.".into()))?;
    let clocked = Clocked {
        answers: &application.answers,
        stated: agreement.appointed_on,
        award: &around.award,
        today: london_day(tx.now),
    };
    let start = Start {
        person_id: application.person_id,
        school_id: school.id,
        appointed_on: agreement.appointed_on,
        clock_runs: clocked.runs(around.cohort.starts_on),
    };
    let enrolment = enrolment::start(tx, &group, &around.cohort, start).await?;
    if let Some((asked, _)) = invitation::named(tx, application.id).await?
        && let Some(state) = invitation::mentorship(asked.state)
    {
        let by = agreement.signed_name.as_deref().unwrap_or(&agreement.name);
        mentor::appoint(tx, &enrolment, asked.mentor_id, state, by).await?;
    }
    record(
        tx,
        event::Kind::PlaceAccepted,
        &application,
        Some(group.name),
    )
    .await?;
    let (now, days) = (tx.now, Days::new(around.award.limits.change_days.into()));
    let application = advance(tx, application, Step::Enrol, |row| {
        row.enrolment_id = Set(Some(enrolment.id));
        row.change_until = Set(Some(london_day(now) + days));
    })
    .await?;
    let (person_id, id) = (application.person_id, application.id);
    let draft = to_applicant(tx, person_id, id, Kind::PlaceAccepted).await?;
    queue(tx, draft.about_enrolment(enrolment.id)).await?;
    Ok(application)
}
