//! The words in which the schema speaks of eligibility.

use async_graphql::Enum;
use entity::circumstances;

use crate::eligibility as room;
use crate::schema::{named, words};

/// Why an award is or is not for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "room::Code")]
pub enum EligibilityCode {
    /// The award is for them, and the law asks for it by a day.
    Eligible,
    /// The same for a headteacher or acting headteacher: somebody else signs for the school.
    EligibleHeadteacher,
    /// They may take it; as a SENCO of more than twelve months before they need not.
    EligibleExperienced,
    /// They may take it; appointed up to 1 September 2009 they need not.
    EligibleAppointedEarlier,
    /// They may take it; where they work the law does not ask for it.
    EligibleOtherSetting,
    /// They may take it before they become SENCO, with the school's support.
    EligibleAspiring,
    /// With EYTS they may take it, limited to the 0–5 sector.
    EligibleEarlyYears,
    /// The same before they lead on special educational needs.
    EligibleEarlyYearsAspiring,
    /// With EYTS in a school they may take it; it will not make them the SENCO of a mainstream school.
    EligibleEarlyYearsElsewhere,
    /// Not yet: their membership of the body that keeps QTLS was checked too long ago.
    MembershipUnchecked,
    /// Not yet: their induction as a teacher is not finished.
    InductionInProgress,
    /// They hold a national award for SENCOs.
    AwardHeld,
    /// The award counts for nobody any more.
    AwardEnded,
    /// The award counts only for who started earlier.
    AwardClosed,
    /// They have no teacher status.
    NoTeacherStatus,
    /// They are a headteacher without teacher status: that makes a SENCO, but the programme asks for one.
    HeadteacherWithoutStatus,
    /// QTLS does not count without membership.
    MembershipEnded,
    /// They have not passed an induction that was required.
    InductionNotPassed,
    /// A SENCO who does not work as a teacher at the school.
    NotTeaching,
    /// An aspiring SENCO who does not work as a teacher at a school.
    AspiringNotTeaching,
}

/// Whether somebody may apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "room::Verdict")]
pub enum EligibilityVerdict {
    /// They may apply.
    Yes,
    /// Something has to happen first.
    NotYet,
    /// They may not.
    No,
}

/// What somebody would get.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "room::Route")]
pub enum AwardRoute {
    /// The whole award.
    Full,
    /// The award, limited to the 0–5 sector.
    EarlyYears,
}

/// Teacher status in England.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "circumstances::TeacherStatus")]
pub enum TeacherStatus {
    /// Qualified teacher status.
    Qts,
    /// Qualified teacher learning and skills.
    Qtls,
    /// Early years teacher status.
    Eyts,
    /// None of these.
    None,
}

/// How far somebody is with their induction as a teacher.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "circumstances::Induction")]
pub enum Induction {
    /// Passed.
    Passed,
    /// Not required of them.
    NotRequired,
    /// Under way.
    InProgress,
    /// Not passed although it was required.
    NotPassed,
}

/// What somebody has to do with the role of SENCO.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "circumstances::SencoRole")]
pub enum SencoRole {
    /// The school's SENCO.
    Designated,
    /// The school's SENCO, and its headteacher or acting headteacher.
    Headteacher,
    /// Not yet: they hope to become one, or help the one who is.
    Aspiring,
}

/// Where somebody works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "circumstances::Setting")]
pub enum Setting {
    /// A mainstream school that the state pays for, maintained nursery schools included.
    Mainstream,
    /// Another setting for children up to five.
    EarlyYears,
    /// Such as a special school, a college or an independent school.
    Other,
}

words! {
    /// What somebody is to have to do with the role of SENCO.
    pub SencoRoleFilter: SencoRole as circumstances::SencoRole
}

named!(
    AwardRoute,
    EligibilityCode,
    EligibilityVerdict,
    Induction,
    SencoRole,
    Setting,
    TeacherStatus
);
