//! A programme of the demo with its terms and a cohort: data that no form makes.

use chrono::{Days, NaiveDate};
use entity::{award, cohort, programme, term};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::file::Programme;
use super::terms::Term;
use crate::error::{Error, Result};
use crate::tx::Tx;

/// Opens the programme with a cohort that starts with the term `first`; `applying` is the first and the last day on which
/// it takes applications. Answers the cohort.
pub async fn open(
    tx: &Tx,
    told: &Programme,
    terms: &[Term],
    first: &Term,
    applying: Option<(NaiveDate, NaiveDate)>,
) -> Result<Uuid> {
    let award = award::Entity::find()
        .filter(award::Column::Code.eq(&told.award))
        .one(tx)
        .await?
        .ok_or(Error::NotFound("award"))?;
    let programme = programme::ActiveModel {
        id: Set(Uuid::now_v7()),
        award_id: Set(award.id),
        code: Set(told.code.clone()),
        name: Set(told.name.clone()),
        provider: Set(told.provider.clone()),
    }
    .insert(tx)
    .await?;
    let rows = terms.iter().map(|known| term::ActiveModel {
        id: Set(Uuid::now_v7()),
        programme_id: Set(programme.id),
        name: Set(known.name.clone()),
        starts_on: Set(known.first),
        ends_on: Set(known.last),
    });
    term::Entity::insert_many(rows)
        .exec_without_returning(tx)
        .await?;
    add_cohort(tx, programme.id, first, applying).await
}

/// Another cohort of the programme of this one, which starts with the term `first` and takes no applications yet.
pub async fn open_later(tx: &Tx, cohort_id: Uuid, first: &Term) -> Result<Uuid> {
    let known = cohort::Entity::find_by_id(cohort_id).one(tx).await?;
    let known = known.ok_or(Error::NotFound("cohort"))?;
    add_cohort(tx, known.programme_id, first, None).await
}

async fn add_cohort(
    tx: &Tx,
    programme_id: Uuid,
    first: &Term,
    applying: Option<(NaiveDate, NaiveDate)>,
) -> Result<Uuid> {
    let cohort = cohort::ActiveModel {
        id: Set(Uuid::now_v7()),
        programme_id: Set(programme_id),
        name: Set(first.name.clone()),
        starts_on: Set(first.first),
        ends_on: Set(first.first + Days::new(365)),
        applications_from: Set(applying.map(|(from, _)| from)),
        applications_to: Set(applying.map(|(_, to)| to)),
    };
    Ok(cohort.insert(tx).await?.id)
}
