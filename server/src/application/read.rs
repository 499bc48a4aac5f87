//! What stands around an application.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::{application, award, cohort, person, programme, school};
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::programme::{Calendar, calendars_of};
use crate::reading::any_of;

/// Who applies, where, and for what.
#[derive(Clone, Debug)]
pub struct Surroundings {
    pub person: person::Model,
    pub cohort: cohort::Model,
    pub programme: programme::Model,
    pub award: award::Model,
    /// None before one is chosen.
    pub school: Option<school::Model>,
}

impl Surroundings {
    /// The school's name, as letters and pages say it.
    pub fn school_name(&self) -> &str {
        self.school
            .as_ref()
            .map_or("the school", |school| &school.name)
    }
}

/// Reads them.
///
/// # Errors
/// `NOT_FOUND` for what an application cannot be without.
pub async fn surroundings(
    db: &impl ConnectionTrait,
    application: &application::Model,
) -> Result<Surroundings> {
    let person = person::Entity::find_by_id(application.person_id)
        .one(db)
        .await?
        .ok_or(Error::NotFound("person"))?;
    let cohort = cohort::Entity::find_by_id(application.cohort_id)
        .one(db)
        .await?
        .ok_or(Error::NotFound("cohort"))?;
    let found = programme::Entity::find_by_id(cohort.programme_id)
        .find_also_related(award::Entity)
        .one(db)
        .await?;
    let Some((programme, Some(award))) = found else {
        return Err(Error::NotFound("programme"));
    };
    let school = match application.school_id {
        Some(id) => school::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    Ok(Surroundings {
        person,
        cohort,
        programme,
        award,
        school,
    })
}

/// The numbers and terms of what belongs to applications, in four statements however many rows there are. `ids` tells a
/// row's own id and its application's.
pub async fn calendars<R>(
    db: &impl ConnectionTrait,
    rows: &[R],
    ids: impl Fn(&R) -> (Uuid, Uuid),
) -> Result<HashMap<Uuid, Calendar>> {
    let applications: Vec<Uuid> = rows.iter().map(|row| ids(row).1).collect();
    let cohorts: Vec<(Uuid, Uuid)> = application::Entity::find()
        .select_only()
        .columns([application::Column::Id, application::Column::CohortId])
        .filter(any_of(db, application::Column::Id, &applications))
        .into_tuple()
        .all(db)
        .await?;
    let found = calendars_of(db, cohorts).await?;
    let of_row = rows.iter().map(ids).filter_map(|(id, application_id)| {
        let calendar = found.get(&application_id)?;
        Some((id, calendar.clone()))
    });
    Ok(of_row.collect())
}

/// Whether a cohort takes applications on this day in London.
pub fn is_open(cohort: &cohort::Model, today: NaiveDate) -> bool {
    let (from, to) = (cohort.applications_from, cohort.applications_to);
    from.is_some_and(|from| from <= today) && to.is_none_or(|to| today <= to)
}
