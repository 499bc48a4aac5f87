//! What eligibility is decided from. What cannot be, such as a SENCO without a day of appointment, cannot be said.

use chrono::NaiveDate;
use entity::award;
use entity::circumstances::{Induction, Setting};

/// What a person tells of themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Circumstances {
    pub status: Status,
    pub role: Role,
    pub setting: Setting,
    /// They hold a national award for SENCOs, whichever.
    pub award_held: bool,
    /// The day on which they began this award with another provider; none for who has not begun.
    pub began_on: Option<NaiveDate>,
}

/// Teacher status, with what has to be known beside it. No induction follows from EYTS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Qts(Induction),
    Qtls(Membership, Induction),
    Eyts,
    None,
}

/// Membership of the professional body, without which QTLS does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Membership {
    /// Says that they are a member.
    Said,
    /// Somebody saw on that day that they were.
    Seen(NaiveDate),
    Ended,
}

/// What they have to do with the role of SENCO.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Designated { post: Post, teaches: bool },
    Headteacher(Post),
    Aspiring { teaches: bool },
}

/// The appointment as SENCO.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Post {
    pub since: NaiveDate,
    /// Months as a SENCO before it, at any school, in total; a month that was begun counts.
    pub service_months: u32,
}

/// The award's part of the decision.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    pub award: &'a award::Model,
    /// The award that takes its place.
    pub successor: Option<&'a award::Model>,
    /// The day on which the person would begin.
    pub starts_on: NaiveDate,
    /// In London.
    pub today: NaiveDate,
}
