//! Some rows of the list into the database, in few statements.

use std::collections::{HashMap, HashSet};

use entity::school::{Column, Entity, Model, Status};
use entity::school_word;
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait as _, IntoActiveModel as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

use super::Done;
use super::row::Listed;
use crate::error::Result;
use crate::reading::{any_of, any_text};
use crate::school::{fresh, words};
use crate::tx::Tx;

/// What the list decides.
const LISTED: [Column; 15] = [
    Column::Name,
    Column::Town,
    Column::Postcode,
    Column::LocalAuthority,
    Column::LocalAuthorityCode,
    Column::Kind,
    Column::Phase,
    Column::Status,
    Column::Ukprn,
    Column::Street,
    Column::Easting,
    Column::Northing,
    Column::OpenedOn,
    Column::ClosedOn,
    Column::ListedAt,
];

/// Writes down what these rows say that was not known, and counts it in `done`.
pub async fn store(tx: &Tx, listed: Vec<Listed>, done: &mut Done) -> Result<()> {
    let mut known = known(tx, &listed).await?;
    let worded = worded(tx, &known).await?;
    let (mut changed, mut found_anew) = (Vec::new(), Vec::new());
    for row in listed {
        let was = known.remove(&row.urn);
        let is_closed = row.status == Status::Closed;
        let is = match &was {
            Some(was) => row.onto(Model {
                listed_at: was.listed_at.or(Some(tx.now)),
                ..was.clone()
            }),
            None => row.onto(Model {
                listed_at: Some(tx.now),
                ..fresh(Uuid::now_v7())
            }),
        };
        let has_words = was
            .as_ref()
            .is_some_and(|was| worded.contains(&was.id) && words::words(was) == words::words(&is));
        if !has_words {
            found_anew.push(is.clone());
        }
        match was {
            Some(was) if was == is => {
                done.unchanged += 1;
                continue;
            }
            Some(was) => {
                done.changed += 1;
                done.closed += usize::from(is_closed && was.status != Status::Closed);
            }
            None => {
                done.added += 1;
                done.closed += usize::from(is_closed);
            }
        }
        changed.push(is);
    }
    if !changed.is_empty() {
        let rows = changed.into_iter().map(Model::into_active_model);
        // By number: what is known is changed and what is new is added in one statement.
        let mut by_number = OnConflict::column(Column::Urn);
        by_number.update_columns(LISTED);
        Entity::insert_many(rows)
            .on_conflict(by_number)
            .exec_without_returning(tx)
            .await?;
    }
    if !found_anew.is_empty() {
        words::note(tx, &found_anew).await?;
    }
    Ok(())
}

/// The schools that have these numbers already.
async fn known(tx: &Tx, listed: &[Listed]) -> Result<HashMap<String, Model>> {
    let numbers = listed.iter().map(|row| row.urn.clone());
    let rows = Entity::find()
        .filter(any_text(tx, Column::Urn, numbers))
        .all(tx)
        .await?;
    let by_number = rows
        .into_iter()
        .filter_map(|row| Some((row.urn.clone()?, row)));
    Ok(by_number.collect())
}

/// Which of them are found by words already; those from before there were words are not.
async fn worded(tx: &Tx, known: &HashMap<String, Model>) -> Result<HashSet<Uuid>> {
    let ids: Vec<Uuid> = known.values().map(|row| row.id).collect();
    let ids: Vec<Uuid> = school_word::Entity::find()
        .select_only()
        .column(school_word::Column::SchoolId)
        .distinct()
        .filter(any_of(tx, school_word::Column::SchoolId, &ids))
        .into_tuple()
        .all(tx)
        .await?;
    Ok(ids.into_iter().collect())
}
