//! Cohorts that are still to begin.

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
use crate::reading::{Found, Reader, any_of, rows_by};

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

/// What a participant could join instead, and by which limits.
#[derive(Clone, Debug)]
pub struct Starts {
    pub limits: Limits,
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

/// What could be joined instead of each of these cohorts, soonest first.
pub async fn starts_with(reader: &Reader, cohorts: &[Uuid]) -> Result<Found<Option<Arc<Starts>>>> {
    let courses = courses(reader, cohorts).await?;
    let programmes = courses.values().flatten().map(|course| course.0).collect();
    let ahead = upcoming(reader, programmes).await?;
    let starts = courses.into_iter().map(|(cohort, course)| {
        let starts = course.map(|course| {
            let (programme, limits) = &*course;
            let of_it = |row: &&(Arc<cohort::Model>, Terms)| row.0.programme_id == *programme;
            let ahead = reckoned(ahead.iter().filter(of_it), limits);
            let limits = limits.clone();
            Arc::new(Starts { limits, ahead })
        });
        (cohort, starts)
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
    let programmes = programmes.iter().map(|programme| programme.id).collect();
    let ahead = upcoming(reader, programmes).await?;
    let start_before = award.limits.start_before;
    let counts =
        |row: &&(Arc<cohort::Model>, Terms)| start_before.is_none_or(|day| row.0.starts_on < day);
    Ok(reckoned(ahead.iter().filter(counts), &award.limits))
}

fn reckoned<'a>(
    ahead: impl Iterator<Item = &'a (Arc<cohort::Model>, Terms)>,
    limits: &Limits,
) -> Vec<Ahead> {
    let ahead = ahead.take(SHOWN).map(|(cohort, terms)| Ahead {
        cohort: cohort.clone(),
        ends_on: end_of_terms(cohort.starts_on, limits.programme_terms, terms),
    });
    ahead.collect()
}

/// Every cohort of these programmes that begins today or later, soonest first, with its programme's terms.
async fn upcoming(
    reader: &Reader,
    programmes: Vec<Uuid>,
) -> Result<Vec<(Arc<cohort::Model>, Terms)>> {
    let cohorts = cohort::Entity::find()
        .filter(cohort::Column::StartsOn.gte(reader.today()))
        .filter(any_of(&reader.db, cohort::Column::ProgrammeId, &programmes))
        .order_by_asc(cohort::Column::StartsOn)
        .order_by_asc(cohort::Column::Id)
        .all(&reader.db)
        .await?;
    let in_order = term::Entity::find().order_by_asc(term::Column::StartsOn);
    let by_programme = term::Column::ProgrammeId;
    let terms: Found<Vec<term::Model>> =
        rows_by(reader, in_order, by_programme, &programmes).await?;
    let with_terms = cohorts.into_iter().map(|cohort| {
        let terms = terms.get(&cohort.programme_id).into_iter().flatten();
        let terms = terms.map(|term| (term.starts_on, term.ends_on)).collect();
        (Arc::new(cohort), terms)
    });
    Ok(with_terms.collect())
}
