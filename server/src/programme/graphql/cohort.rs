//! Cohorts in the schema.

use std::sync::Arc;

use async_graphql::{ID, Result};
use chrono::NaiveDate;
use entity::{award, cohort, programme};
use sea_orm::EntityTrait as _;
use uuid::Uuid;

use super::Award;
use crate::application::is_open;
use crate::error;
use crate::programme::{Course, Starts, courses, starts_with};
use crate::reading::{Found, Reader, linked_by, rows_by};
use crate::schema::{keys, must, object};

keys! {
    /// A cohort by id.
    pub CohortById => Option<Arc<cohort::Model>> = cohorts;
    /// The award of a programme, by the programme's id.
    AwardOf => Option<Arc<award::Model>> = awards;
    /// The programme and the award's limits, by the cohort's id.
    pub CourseOf => Option<Arc<Course>> = courses;
    /// The cohorts of the same programme that are still to begin, by the cohort's id.
    pub StartsWith => Option<Arc<Starts>> = starts_with;
}

async fn cohorts(
    reader: &Reader,
    ids: &[Uuid],
) -> error::Result<Found<Option<Arc<cohort::Model>>>> {
    rows_by(reader, cohort::Entity::find(), cohort::Column::Id, ids).await
}

async fn awards(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Option<Arc<award::Model>>>> {
    let programmes = programme::Entity::find().find_also_related(award::Entity);
    linked_by(reader, programmes, programme::Column::Id, ids).await
}

object! {
    /// The participants who start a programme together.
    Cohort(cohort: cohort::Model, loads);

    /// Stable for good.
    id: ID => cohort.id.into();
    /// Such as "2025 autumn".
    name: &str => &cohort.name;
    /// The first day.
    starts_on: NaiveDate => cohort.starts_on;
    /// The last day.
    ends_on: NaiveDate => cohort.ends_on;
    /// The first day on which somebody can apply; null while nobody can.
    applications_from: Option<NaiveDate> => cohort.applications_from;
    /// The last day on which somebody can apply.
    applications_to: Option<NaiveDate> => cohort.applications_to;
    /// Whether it takes applications today.
    open: bool => is_open(cohort, loads.reader().today());
    /// What it works towards.
    award: Result<Award> where found = AwardOf(cohort.programme_id) => must(found, "award");
}
