//! Which school came after which, as after a conversion to an academy.

use sea_orm::entity::prelude::*;

/// Which school came after which, as after a conversion to an academy.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "school_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub predecessor_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub successor_id: Uuid,
    #[sea_orm(
        belongs_to,
        relation_enum = "Predecessor",
        from = "predecessor_id",
        to = "id"
    )]
    pub predecessor: BelongsTo<super::school::Entity>,
    #[sea_orm(
        belongs_to,
        relation_enum = "Successor",
        from = "successor_id",
        to = "id"
    )]
    pub successor: BelongsTo<super::school::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
