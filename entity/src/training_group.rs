//! The people of a cohort who are taught together.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// How the taught days are held.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text")]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// In a room.
    #[sea_orm(string_value = "face_to_face")]
    FaceToFace,
    /// Online, with break-out rooms.
    #[sea_orm(string_value = "distance_learning")]
    DistanceLearning,
}

/// The people of a cohort who are taught together.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "training_group")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub cohort_id: Uuid,
    pub name: String,
    pub place: String,
    pub mode: Mode,
    /// The academic tutor.
    pub tutor_id: Option<Uuid>,
    /// The address of the rooms, on one line.
    pub venue: Option<String>,
    pub postcode: Option<String>,
    /// Metres east on the national grid.
    pub easting: Option<i32>,
    /// Metres north on the national grid.
    pub northing: Option<i32>,
    /// Places, at least 1; none where nobody counts.
    pub capacity: Option<i32>,
    /// Who hosts it.
    pub delivery_partner_id: Option<Uuid>,
    /// Goes up with every change of what is said of it.
    pub version: i32,
    #[sea_orm(belongs_to, from = "cohort_id", to = "id")]
    pub cohort: BelongsTo<super::cohort::Entity>,
    #[sea_orm(belongs_to, from = "tutor_id", to = "id")]
    pub tutor: BelongsTo<Option<super::person::Entity>>,
    #[sea_orm(belongs_to, from = "delivery_partner_id", to = "id")]
    pub delivery_partner: BelongsTo<Option<super::delivery_partner::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
