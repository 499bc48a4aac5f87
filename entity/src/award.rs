//! An award that can be run: its name, its size and its limits. Awards are data, loaded from files.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// The award's numbers; every one is configuration, not code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Limits {
    /// Taught days over the programme.
    pub taught_days: u32,
    /// Days of release that the school promises at most.
    pub release_days: u32,
    /// Months from the start within which assignments are due.
    pub assignment_months: u32,
    /// School terms within which the whole programme ends, the start term counting as the first.
    pub programme_terms: u32,
    /// Days for which an e-mail link can be used.
    pub link_days: u32,
    /// Minutes in which a mentor may take a decision back.
    pub undo_minutes: u32,
    /// Days after asking at which the mentor is reminded.
    pub mentor_reminder_days: Vec<u32>,
    /// Days after asking at which the participant is told that no answer has come.
    pub participant_notice_days: Vec<u32>,
    /// Weeks from the last day of the programme until the award is held: marking, and the board.
    #[serde(default = "award_weeks")]
    pub award_weeks: u32,
    /// Days between the forecast award and the statutory deadline below which somebody is at risk.
    #[serde(default = "slack_days")]
    pub slack_days: u32,
    /// The award counts only if it is completed before this day; none for an award that is not closing.
    #[serde(default)]
    pub complete_before: Option<Date>,
}

/// A term's marking and one meeting of the board.
fn award_weeks() -> u32 {
    12
}

/// A term: the time that one missed board costs.
fn slack_days() -> u32 {
    90
}

/// An award that can be run: its name, its size and its limits. Awards are data, loaded from files.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "award")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Our code, stable across loads, such as `nasenco`.
    #[sea_orm(unique)]
    pub code: String,
    pub name: String,
    pub short_name: String,
    /// What the holder gets, such as "Postgraduate Certificate".
    pub qualification: String,
    pub credits: i32,
    /// Level in the national framework; 7 is master's level. None where the award has no credit.
    pub level: Option<i32>,
    #[sea_orm(column_type = "JsonBinary")]
    pub limits: Limits,
}

impl ActiveModelBehavior for ActiveModel {}
