//! What stands around versions, for many at once.

use std::collections::HashMap;

use entity::{agreement, award, programme};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use uuid::Uuid;

use crate::error::Result;
use crate::reading::any_of;

/// The programme whose schools sign, and its award.
pub type Setting = (programme::Model, award::Model);

/// How often a version was used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    pub asked: i64,
    pub signed: i64,
}

/// Every programme, by name.
pub async fn settings(db: &impl ConnectionTrait) -> Result<Vec<Setting>> {
    let found = programme::Entity::find()
        .find_also_related(award::Entity)
        .order_by_asc(programme::Column::Name)
        .order_by_asc(programme::Column::Id);
    Ok(with_award(found.all(db).await?))
}

/// These programmes.
pub async fn settings_of(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Setting>> {
    let found = programme::Entity::find()
        .find_also_related(award::Entity)
        .filter(any_of(db, programme::Column::Id, ids));
    Ok(with_award(found.all(db).await?))
}

fn with_award(found: Vec<(programme::Model, Option<award::Model>)>) -> Vec<Setting> {
    let both = found.into_iter();
    both.filter_map(|(programme, award)| Some((programme, award?)))
        .collect()
}

/// How many were asked with these versions, and how many have signed so that it counts or once counted.
pub async fn uses(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, Uses>> {
    let counted: Vec<(Uuid, i64, i64)> = agreement::Entity::find()
        .select_only()
        .column(agreement::Column::TextId)
        .column_as(agreement::Column::Id.count(), "asked")
        .column_as(agreement::Column::TextHash.count(), "signed")
        .filter(any_of(db, agreement::Column::TextId, ids))
        .group_by(agreement::Column::TextId)
        .into_tuple()
        .all(db)
        .await?;
    let counted = counted.into_iter();
    Ok(counted
        .map(|(id, asked, signed)| (id, Uses { asked, signed }))
        .collect())
}
