//! What a decision can be, and what follows from each.

/// Whether the award is for somebody, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    Eligible,
    EligibleHeadteacher,
    EligibleExperienced,
    EligibleAppointedEarlier,
    EligibleOtherSetting,
    EligibleAspiring,
    EligibleEarlyYears,
    EligibleEarlyYearsAspiring,
    EligibleEarlyYearsElsewhere,
    MembershipUnchecked,
    InductionInProgress,
    AwardHeld,
    AwardEnded,
    AwardClosed,
    NoTeacherStatus,
    HeadteacherWithoutStatus,
    MembershipEnded,
    InductionNotPassed,
    NotTeaching,
    AspiringNotTeaching,
}

/// May they apply?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Yes,
    /// Something has to happen first.
    NotYet,
    No,
}

/// What they would get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// The whole award.
    Full,
    /// The award, limited to the 0–5 sector.
    EarlyYears,
}

/// What follows from a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Follows {
    pub verdict: Verdict,
    /// None for who cannot apply.
    pub route: Option<Route>,
    /// No offer without a needs analysis that the school has agreed to.
    pub needs_analysis: bool,
    /// The law asks for the award by a day.
    pub clock_runs: bool,
}

impl Code {
    /// Every code, those who may apply first.
    pub const ALL: [Self; 20] = [
        Self::Eligible,
        Self::EligibleHeadteacher,
        Self::EligibleExperienced,
        Self::EligibleAppointedEarlier,
        Self::EligibleOtherSetting,
        Self::EligibleAspiring,
        Self::EligibleEarlyYears,
        Self::EligibleEarlyYearsAspiring,
        Self::EligibleEarlyYearsElsewhere,
        Self::MembershipUnchecked,
        Self::InductionInProgress,
        Self::AwardHeld,
        Self::AwardEnded,
        Self::AwardClosed,
        Self::NoTeacherStatus,
        Self::HeadteacherWithoutStatus,
        Self::MembershipEnded,
        Self::InductionNotPassed,
        Self::NotTeaching,
        Self::AspiringNotTeaching,
    ];

    /// As files and tables write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::EligibleHeadteacher => "eligible_headteacher",
            Self::EligibleExperienced => "eligible_experienced",
            Self::EligibleAppointedEarlier => "eligible_appointed_earlier",
            Self::EligibleOtherSetting => "eligible_other_setting",
            Self::EligibleAspiring => "eligible_aspiring",
            Self::EligibleEarlyYears => "eligible_early_years",
            Self::EligibleEarlyYearsAspiring => "eligible_early_years_aspiring",
            Self::EligibleEarlyYearsElsewhere => "eligible_early_years_elsewhere",
            Self::MembershipUnchecked => "membership_unchecked",
            Self::InductionInProgress => "induction_in_progress",
            Self::AwardHeld => "award_held",
            Self::AwardEnded => "award_ended",
            Self::AwardClosed => "award_closed",
            Self::NoTeacherStatus => "no_teacher_status",
            Self::HeadteacherWithoutStatus => "headteacher_without_status",
            Self::MembershipEnded => "membership_ended",
            Self::InductionNotPassed => "induction_not_passed",
            Self::NotTeaching => "not_teaching",
            Self::AspiringNotTeaching => "aspiring_not_teaching",
        }
    }

    pub fn follows(self) -> Follows {
        let may = |route, needs_analysis, clock_runs| Follows {
            verdict: Verdict::Yes,
            route: Some(route),
            needs_analysis,
            clock_runs,
        };
        let may_not = |verdict| Follows {
            verdict,
            route: None,
            needs_analysis: false,
            clock_runs: false,
        };
        match self {
            Self::Eligible | Self::EligibleHeadteacher => may(Route::Full, false, true),
            Self::EligibleExperienced
            | Self::EligibleAppointedEarlier
            | Self::EligibleOtherSetting => may(Route::Full, false, false),
            Self::EligibleAspiring => may(Route::Full, true, false),
            Self::EligibleEarlyYears
            | Self::EligibleEarlyYearsAspiring
            | Self::EligibleEarlyYearsElsewhere => may(Route::EarlyYears, true, false),
            Self::MembershipUnchecked | Self::InductionInProgress => may_not(Verdict::NotYet),
            Self::AwardHeld
            | Self::AwardEnded
            | Self::AwardClosed
            | Self::NoTeacherStatus
            | Self::HeadteacherWithoutStatus
            | Self::MembershipEnded
            | Self::InductionNotPassed
            | Self::NotTeaching
            | Self::AspiringNotTeaching => may_not(Verdict::No),
        }
    }
}
