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
    /// Days for which an offer of a place can be accepted.
    #[serde(default = "offer_days")]
    pub offer_days: u32,
    /// Days before the end of an offer at which the applicant is reminded of it, once.
    #[serde(default = "offer_reminder_days")]
    pub offer_reminder_days: u32,
    /// Days after accepting in which a place can be given up or put off free of charge.
    #[serde(default = "change_days")]
    pub change_days: u32,
    /// The fee without VAT, in pence.
    #[serde(default)]
    pub fee_pence: u32,
    /// VAT on the fee, in percent.
    #[serde(default)]
    pub vat_percent: u32,
    /// Weeks from the last day of the programme until the award is held: marking, and the board.
    #[serde(default = "award_weeks")]
    pub award_weeks: u32,
    /// Days between the forecast award and the statutory deadline below which somebody is at risk.
    #[serde(default = "slack_days")]
    pub slack_days: u32,
    /// The award counts only if it is completed before this day; none for an award that is not closing.
    #[serde(default)]
    pub complete_before: Option<Date>,
    /// It counts only if it is started before this day; none for an award that takes new starters.
    #[serde(default)]
    pub start_before: Option<Date>,
    /// The code of the award that takes its place.
    #[serde(default)]
    pub successor: Option<String>,
    /// Months from the start until the award is usually held, marking and board included; none to reckon four a term and
    /// the weeks after it.
    #[serde(default)]
    pub award_months: Option<u32>,
    /// Months from the appointment within which a SENCO must hold the award.
    #[serde(default = "statutory_months")]
    pub statutory_months: u32,
    /// Who was appointed up to this day need not.
    #[serde(default = "caught_after")]
    pub caught_after: Date,
    /// Who was a SENCO before for more months than these, in total, need not.
    #[serde(default = "service_months")]
    pub service_months: u32,
    /// Days after which a check of somebody's membership of the body that keeps QTLS no longer counts.
    #[serde(default = "membership_days")]
    pub membership_days: u32,
}

/// Two weeks: a school week to decide, and one to answer.
fn offer_days() -> u32 {
    14
}

/// A weekend in between still leaves days of school.
fn offer_reminder_days() -> u32 {
    4
}

/// As long as people have who buy something from afar.
fn change_days() -> u32 {
    14
}

/// A term's marking and one meeting of the board.
fn award_weeks() -> u32 {
    12
}

/// A term: the time that one missed board costs.
fn slack_days() -> u32 {
    90
}

/// "The third anniversary": the SEND Regulations 2014, regulation 49(4).
fn statutory_months() -> u32 {
    36
}

/// "After 1st September 2009": the same.
fn caught_after() -> Date {
    Date::from_ymd_opt(2009, 9, 1).unwrap_or_default()
}

/// "A total period of more than twelve months": the same.
fn service_months() -> u32 {
    12
}

/// Membership is paid by the year.
fn membership_days() -> u32 {
    365
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
