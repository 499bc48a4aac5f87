//! Cohorts that are still to begin.

use std::collections::BTreeSet;
use std::sync::Arc;

use entity::award::Limits;
use entity::{award, cohort, programme, term};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, JoinType, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, RelationTrait as _,
};
use uuid::Uuid;

use super::{Terms, end_of_terms};
use crate::error::Result;
use crate::reading::{Found, Reader, any_of, linked_by, rows_by};

/// Cohorts that anybody is shown at once.
const SHOWN: usize = 6;

/// A cohort that begins today or later.
#[derive(Clone, Debug)]
pub struct Ahead {
    pub cohort: Arc<cohort::Model>,
    /// The last day that its award allows.
    pub ends_on: chrono::NaiveDate,
}

/// The award's limits and the programme of a cohort.
pub type Course = (Uuid, Limits);

/// A cohort, and what its people could join instead.
#[derive(Clone, Debug)]
pub struct Starts {
    pub award: award::Model,
    pub own: Ahead,
    /// The cohorts of the programme that begin today or later, soonest first, whether or not they take new starters.
    pub ahead: Vec<Ahead>,
}

/// The course of each of these cohorts.
pub async fn courses(reader: &Reader, cohorts: &[Uuid]) -> Result<Found<Option<Arc<Course>>>> {
    let rows: Vec<(Uuid, Uuid, Limits)> = cohort::Entity::find()
        .select_only()
        .column(cohort::Column::Id)
        .column(cohort::Column::ProgrammeId)
        .column(award::Column::Limits)
        .join(JoinType::InnerJoin, cohort::Relation::Programme.def())
        .join(JoinType::InnerJoin, programme::Relation::Award.def())
        .filter(any_of(&reader.db, cohort::Column::Id, cohorts))
        .into_tuple()
        .all(&reader.db)
        .await?;
    let courses = rows
        .into_iter()
        .map(|(cohort, programme, limits)| (cohort, Some(Arc::new((programme, limits)))));
    Ok(courses.collect())
}

/// What could be joined instead of each of these cohorts, in four statements however many they are.
pub async fn starts_with(reader: &Reader, cohorts: &[Uuid]) -> Result<Found<Option<Arc<Starts>>>> {
    let own: Found<Option<Arc<cohort::Model>>> =
        rows_by(reader, cohort::Entity::find(), cohort::Column::Id, cohorts).await?;
    let programmes: BTreeSet<Uuid> = own.values().flatten().map(|own| own.programme_id).collect();
    let programmes: Vec<Uuid> = programmes.into_iter().collect();
    let with_award = programme::Entity::find().find_also_related(award::Entity);
    let awards: Found<Option<award::Model>> =
        linked_by(reader, with_award, programme::Column::Id, &programmes).await?;
    let ahead = ahead_of(reader, &programmes).await?;
    let terms = terms_of(reader, &programmes).await?;
    let starts = own.into_iter().filter_map(|(id, own)| {
        let own = own?;
        let award = awards.get(&own.programme_id)?.clone()?;
        let terms = terms.get(&own.programme_id);
        let reckon = |cohort: &Arc<cohort::Model>| reckoned(cohort, terms, &award.limits);
        let of_it = |row: &&Arc<cohort::Model>| row.programme_id == own.programme_id;
        let starts = Starts {
            own: reckon(&own),
            ahead: ahead.iter().filter(of_it).take(SHOWN).map(reckon).collect(),
            award,
        };
        Some((id, Some(Arc::new(starts))))
    });
    Ok(starts.collect())
}

/// The cohorts of an award in which somebody new can begin, soonest first: an award that is closing counts only if it is
/// begun before its day.
pub async fn starts_of(reader: &Reader, award: &award::Model) -> Result<Vec<Ahead>> {
    let programmes = programme::Entity::find()
        .filter(programme::Column::AwardId.eq(award.id))
        .all(&reader.db)
        .await?;
    let programmes: Vec<Uuid> = programmes.iter().map(|programme| programme.id).collect();
    let ahead = ahead_of(reader, &programmes).await?;
    let terms = terms_of(reader, &programmes).await?;
    let ahead = ahead.iter().filter(|row| is_open_for(row, &award.limits));
    let reckon = |row| reckoned(row, terms.get(&row.programme_id), &award.limits);
    Ok(ahead.take(SHOWN).map(reckon).collect())
}

/// Whether a start with this cohort counts.
fn is_open_for(cohort: &cohort::Model, limits: &Limits) -> bool {
    limits.start_before.is_none_or(|day| cohort.starts_on < day)
}

fn reckoned(cohort: &Arc<cohort::Model>, terms: Option<&Terms>, limits: &Limits) -> Ahead {
    let none = Terms::new();
    let terms = terms.unwrap_or(&none);
    Ahead {
        cohort: cohort.clone(),
        ends_on: end_of_terms(cohort.starts_on, limits.programme_terms, terms),
    }
}

/// Every cohort of these programmes that begins today or later, soonest first.
async fn ahead_of(reader: &Reader, programmes: &[Uuid]) -> Result<Vec<Arc<cohort::Model>>> {
    let cohorts = cohort::Entity::find()
        .filter(cohort::Column::StartsOn.gte(reader.today()))
        .filter(any_of(&reader.db, cohort::Column::ProgrammeId, programmes))
        .order_by_asc(cohort::Column::StartsOn)
        .order_by_asc(cohort::Column::Id)
        .all(&reader.db)
        .await?;
    Ok(cohorts.into_iter().map(Arc::new).collect())
}

/// The terms of these programmes, in order.
async fn terms_of(reader: &Reader, programmes: &[Uuid]) -> Result<Found<Terms>> {
    let in_order = term::Entity::find().order_by_asc(term::Column::StartsOn);
    let by_programme = term::Column::ProgrammeId;
    let terms: Found<Vec<term::Model>> =
        rows_by(reader, in_order, by_programme, programmes).await?;
    let days = |terms: Vec<term::Model>| {
        terms
            .iter()
            .map(|term| (term.starts_on, term.ends_on))
            .collect()
    };
    Ok(terms
        .into_iter()
        .map(|(id, terms)| (id, days(terms)))
        .collect())
}
