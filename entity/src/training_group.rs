//! The people of a cohort who are taught together.

use sea_orm::entity::prelude::*;

/// How the taught days are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
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
    #[sea_orm(belongs_to, from = "cohort_id", to = "id")]
    pub cohort: BelongsTo<super::cohort::Entity>,
    #[sea_orm(belongs_to, from = "tutor_id", to = "id")]
    pub tutor: BelongsTo<Option<super::person::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
