//! What clients tell of somebody.

use async_graphql::{Error, InputObject, Result};
use chrono::NaiveDate;

use super::{Induction, SencoRole, Setting, TeacherStatus};
use crate::eligibility::Told;
use crate::error;

/// What somebody tells of themselves. An answer that another one makes needless may be left out, and is not looked at.
#[derive(InputObject)]
pub struct CircumstancesInput {
    /// Their teacher status.
    teacher_status: TeacherStatus,
    /// With QTLS: whether they are a member of the Society for Education and Training now.
    member: Option<bool>,
    /// With QTLS: the day on which somebody saw that they are.
    member_seen_on: Option<NaiveDate>,
    /// With QTS or QTLS: how far they are with their induction as a teacher; headteachers need not say.
    induction: Option<Induction>,
    /// What they have to do with the role of SENCO.
    role: SencoRole,
    /// For a SENCO: the day on which they became SENCO, 1960 to today.
    appointed_on: Option<NaiveDate>,
    /// For a SENCO: months that they were a SENCO before that, at any school, in total; a month that was begun counts.
    service_months: Option<i32>,
    /// Whether they work as a teacher at the school; headteachers need not say.
    teaches: Option<bool>,
    /// Where they work.
    setting: Setting,
    /// Whether they hold a national award for SENCOs, whichever.
    award_held: bool,
    /// The day on which they began this award with another provider.
    began_on: Option<NaiveDate>,
}

impl TryFrom<CircumstancesInput> for Told {
    type Error = Error;

    fn try_from(input: CircumstancesInput) -> Result<Self> {
        let months = input.service_months.map(u32::try_from).transpose();
        Ok(Self {
            teacher_status: input.teacher_status.into(),
            member: input.member,
            member_seen_on: input.member_seen_on,
            induction: input.induction.map(Into::into),
            role: input.role.into(),
            appointed_on: input.appointed_on,
            service_months: months.map_err(|_| {
                error::Error::field("serviceMonths", "Give the months as a number, such as 8.")
            })?,
            teaches: input.teaches,
            setting: input.setting.into(),
            award_held: input.award_held,
            began_on: input.began_on,
        })
    }
}
