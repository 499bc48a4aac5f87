//! One version of the words that schools of a programme sign; a version never changes.

use sea_orm::entity::prelude::*;

/// One version of the words that schools of a programme sign; a version never changes.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement_text")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub programme_id: Uuid,
    /// 1, 2, 3 …; the highest one is current.
    pub number: i32,
    pub title: String,
    /// Headings begin with `## `, points with `- `; what is known stands in braces, such as `{applicant}`.
    pub body: String,
    /// Why it was written; none where nobody said.
    pub note: Option<String>,
    /// Who wrote it.
    pub written_by: String,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
