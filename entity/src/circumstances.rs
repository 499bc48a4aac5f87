//! The words in which applicants tell of themselves, as rows keep them.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Teacher status in England.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text")]
#[serde(rename_all = "snake_case")]
pub enum TeacherStatus {
    /// Qualified teacher status.
    #[sea_orm(string_value = "qts")]
    Qts,
    /// Qualified teacher learning and skills; counts while its holder is a member of the professional body.
    #[sea_orm(string_value = "qtls")]
    Qtls,
    /// Early years teacher status.
    #[sea_orm(string_value = "eyts")]
    Eyts,
    #[sea_orm(string_value = "none")]
    None,
}

/// How far somebody is with their induction as a teacher.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text")]
#[serde(rename_all = "snake_case")]
pub enum Induction {
    #[sea_orm(string_value = "passed")]
    Passed,
    /// Such as for who qualified before May 1999, or holds QTLS.
    #[sea_orm(string_value = "not_required")]
    NotRequired,
    #[sea_orm(string_value = "in_progress")]
    InProgress,
    /// Failed, or never begun although it was required.
    #[sea_orm(string_value = "not_passed")]
    NotPassed,
}

/// What somebody has to do with the role of SENCO.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text")]
#[serde(rename_all = "snake_case")]
pub enum SencoRole {
    /// The school's SENCO.
    #[sea_orm(string_value = "designated")]
    Designated,
    /// The school's SENCO, and its headteacher or acting headteacher.
    #[sea_orm(string_value = "headteacher")]
    Headteacher,
    /// Hopes to become one, or helps the one who is.
    #[sea_orm(string_value = "aspiring")]
    Aspiring,
}

/// Where somebody works, as the rule tells schools apart.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text")]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    /// A mainstream school that the state pays for, maintained nursery schools included: the rule holds there.
    #[sea_orm(string_value = "mainstream")]
    Mainstream,
    /// A nursery or another setting for children up to five that is no maintained school.
    #[sea_orm(string_value = "early_years")]
    EarlyYears,
    /// Such as a special school, a college, an independent school.
    #[sea_orm(string_value = "other")]
    Other,
}
