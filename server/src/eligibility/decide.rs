//! The decision, in the order in which a person is best told: what nothing can be done about first.
//!
//! The rules are the SEND Regulations 2014, regulation 49, and the programme's own terms of entry. The regulation asks for
//! the award by the third anniversary of the appointment, of who was appointed to a mainstream school after 1 September
//! 2009 and has not been a SENCO for more than twelve months before.

use chrono::Days;
use entity::circumstances::{Induction, Setting};

use super::{Circumstances, Code, Membership, Post, Role, Rules, Status};

/// Whether the award is for this person.
pub fn decide(person: &Circumstances, rules: &Rules<'_>) -> Code {
    match door(person, rules) {
        Door::Held => Code::AwardHeld,
        Door::Ended => Code::AwardEnded,
        Door::Closed => Code::AwardClosed,
        Door::Open => match person.status {
            Status::Qts(induction) => teacher(person, induction, rules),
            Status::Qtls(membership, induction) => match standing(membership, rules) {
                Standing::Counts => teacher(person, induction, rules),
                Standing::Unknown => Code::MembershipUnchecked,
                Standing::Ended => Code::MembershipEnded,
            },
            Status::Eyts => early_years(person),
            Status::None => match person.role {
                Role::Headteacher(_) => Code::HeadteacherWithoutStatus,
                Role::Designated { .. } | Role::Aspiring { .. } => Code::NoTeacherStatus,
            },
        },
    }
}

/// Whether the award takes this person at all.
enum Door {
    /// They hold one.
    Held,
    /// It counts for nobody any more.
    Ended,
    /// It counts only for who began earlier.
    Closed,
    Open,
}

fn door(person: &Circumstances, rules: &Rules<'_>) -> Door {
    let limits = &rules.award.limits;
    let begins = person.began_on.unwrap_or(rules.starts_on);
    if person.award_held {
        Door::Held
    } else if limits.complete_before.is_some_and(|day| day <= rules.today) {
        Door::Ended
    } else if limits.start_before.is_some_and(|day| day <= begins) {
        Door::Closed
    } else {
        Door::Open
    }
}

enum Standing {
    Counts,
    /// It was seen too long ago.
    Unknown,
    Ended,
}

fn standing(membership: Membership, rules: &Rules<'_>) -> Standing {
    match membership {
        Membership::Said => Standing::Counts,
        Membership::Seen(day) => {
            let kept = Days::new(rules.award.limits.membership_days.into());
            match day.checked_add_days(kept) {
                Some(until) if until < rules.today => Standing::Unknown,
                Some(_) | None => Standing::Counts,
            }
        }
        Membership::Ended => Standing::Ended,
    }
}

/// Somebody with QTS, or QTLS that counts. A headteacher may be the SENCO without induction and without teaching (3).
fn teacher(person: &Circumstances, induction: Induction, rules: &Rules<'_>) -> Code {
    match person.role {
        Role::Headteacher(post) => match duty(person.setting, post, rules) {
            Duty::Holds => Code::EligibleHeadteacher,
            Duty::Not(why) => why,
        },
        Role::Designated { post, teaches } => match inducted(induction) {
            Err(why) => why,
            Ok(()) if !teaches => Code::NotTeaching,
            Ok(()) => match duty(person.setting, post, rules) {
                Duty::Holds => Code::Eligible,
                Duty::Not(why) => why,
            },
        },
        Role::Aspiring { teaches } => match inducted(induction) {
            Err(why) => why,
            Ok(()) if !teaches => Code::AspiringNotTeaching,
            Ok(()) => Code::EligibleAspiring,
        },
    }
}

/// Regulation 49(2)(b).
fn inducted(induction: Induction) -> Result<(), Code> {
    match induction {
        Induction::Passed | Induction::NotRequired => Ok(()),
        Induction::InProgress => Err(Code::InductionInProgress),
        Induction::NotPassed => Err(Code::InductionNotPassed),
    }
}

/// Whether the law asks for the award by a day.
enum Duty {
    Holds,
    Not(Code),
}

/// Regulation 49(4).
fn duty(setting: Setting, post: Post, rules: &Rules<'_>) -> Duty {
    let limits = &rules.award.limits;
    match setting {
        Setting::EarlyYears | Setting::Other => Duty::Not(Code::EligibleOtherSetting),
        Setting::Mainstream if post.since <= limits.caught_after => {
            Duty::Not(Code::EligibleAppointedEarlier)
        }
        Setting::Mainstream if post.service_months > limits.service_months => {
            Duty::Not(Code::EligibleExperienced)
        }
        Setting::Mainstream => Duty::Holds,
    }
}

/// Somebody with EYTS, which the provider takes, and which does not make a SENCO of a mainstream school.
fn early_years(person: &Circumstances) -> Code {
    let in_role = |setting| match setting {
        Setting::EarlyYears => Code::EligibleEarlyYears,
        Setting::Mainstream | Setting::Other => Code::EligibleEarlyYearsElsewhere,
    };
    match person.role {
        Role::Headteacher(_) => in_role(person.setting),
        Role::Designated { teaches: false, .. } => Code::NotTeaching,
        Role::Designated { teaches: true, .. } => in_role(person.setting),
        Role::Aspiring { teaches: false } => Code::AspiringNotTeaching,
        Role::Aspiring { teaches: true } => match person.setting {
            Setting::EarlyYears => Code::EligibleEarlyYearsAspiring,
            Setting::Mainstream | Setting::Other => Code::EligibleEarlyYearsElsewhere,
        },
    }
}
