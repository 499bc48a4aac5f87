//! The numbers and dates that a programme goes by.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use entity::award::Limits;
use entity::{award, cohort, enrolment, programme, term};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::reading::any_of;

/// A term in months, where the calendar does not say more.
pub const TERM_MONTHS: u32 = 4;

/// First and last school day of each term, in order.
pub type Terms = Vec<(NaiveDate, NaiveDate)>;

/// The award's numbers, and the terms.
pub type Calendar = (Limits, Terms);

/// The limits of the award that an enrolment works towards.
///
/// # Errors
/// `NOT_FOUND` if there is no such enrolment.
pub async fn limits(db: &impl ConnectionTrait, enrolment_id: Uuid) -> Result<Limits> {
    let mut found = calendars(db, [enrolment_id]).await?;
    found
        .remove(&enrolment_id)
        .map(|(limits, _)| limits)
        .ok_or(Error::NotFound("participant"))
}

/// The terms of a cohort's programme.
pub async fn terms(db: &impl ConnectionTrait, cohort_id: Uuid) -> Result<Terms> {
    let Some(cohort) = cohort::Entity::find_by_id(cohort_id).one(db).await? else {
        return Ok(Vec::new());
    };
    let rows = term::Entity::find()
        .filter(term::Column::ProgrammeId.eq(cohort.programme_id))
        .order_by_asc(term::Column::StartsOn)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|term| (term.starts_on, term.ends_on))
        .collect())
}

/// Limits and terms for many enrolments, in four statements however many there are.
pub async fn calendars(
    db: &impl ConnectionTrait,
    enrolments: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Calendar>> {
    let cohorts: Vec<(Uuid, Uuid)> = enrolment::Entity::find()
        .select_only()
        .columns([enrolment::Column::Id, enrolment::Column::CohortId])
        .filter(any_of(
            db,
            enrolment::Column::Id,
            &once(enrolments.into_iter()),
        ))
        .into_tuple()
        .all(db)
        .await?;
    calendars_of(db, cohorts).await
}

/// The same for anything that belongs to a cohort: ids, each with its cohort's.
pub async fn calendars_of(
    db: &impl ConnectionTrait,
    things: Vec<(Uuid, Uuid)>,
) -> Result<HashMap<Uuid, Calendar>> {
    let cohorts = cohort::Entity::find()
        .filter(any_of(
            db,
            cohort::Column::Id,
            &once(things.iter().map(|(_, cohort_id)| *cohort_id)),
        ))
        .all(db)
        .await?;
    let of_cohorts = once(cohorts.iter().map(|cohort| cohort.programme_id));
    let programmes = programme::Entity::find()
        .filter(any_of(db, programme::Column::Id, &of_cohorts))
        .find_also_related(award::Entity)
        .all(db)
        .await?;
    let terms = term::Entity::find()
        .filter(any_of(db, term::Column::ProgrammeId, &of_cohorts))
        .order_by_asc(term::Column::StartsOn)
        .all(db)
        .await?;
    let found = things.into_iter().filter_map(|(id, cohort_id)| {
        let cohort = cohorts.iter().find(|cohort| cohort.id == cohort_id)?;
        let (programme, award) = programmes
            .iter()
            .find(|(programme, _)| programme.id == cohort.programme_id)?;
        let terms = terms
            .iter()
            .filter(|term| term.programme_id == programme.id)
            .map(|term| (term.starts_on, term.ends_on))
            .collect();
        Some((id, (award.as_ref()?.limits.clone(), terms)))
    });
    Ok(found.collect())
}

/// Each id once.
fn once(ids: impl Iterator<Item = Uuid>) -> Vec<Uuid> {
    let once: BTreeSet<Uuid> = ids.collect();
    once.into_iter().collect()
}

/// The last day of the programme for somebody who starts on `start`: the end of the `count`-th term, the term of the
/// start being the first. Where the calendar does not reach so far, four months count as a term.
pub fn end_of_terms(start: NaiveDate, count: u32, terms: &Terms) -> NaiveDate {
    let ahead: Vec<_> = terms.iter().filter(|(_, last)| *last >= start).collect();
    match ahead.get(count.saturating_sub(1) as usize) {
        Some((_, last)) => *last,
        None => start + chrono::Months::new(TERM_MONTHS * count),
    }
}
