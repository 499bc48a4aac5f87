//! Each code in plain words, for screens and letters.

use super::{Code, Rules};
use crate::words;

/// What a person is told of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The decision in one line.
    pub title: &'static str,
    /// Why.
    pub text: String,
    /// What to do now.
    pub next_step: String,
    /// Where the rule stands.
    pub source: &'static str,
}

const REGULATION: &str = "Special Educational Needs and Disability Regulations 2014, regulation 49";
const REGULATION_2A: &str =
    "Special Educational Needs and Disability Regulations 2014, regulation 49(2)(a)";
const REGULATION_2B: &str =
    "Special Educational Needs and Disability Regulations 2014, regulation 49(2)(b)";
const REGULATION_2C: &str =
    "Special Educational Needs and Disability Regulations 2014, regulation 49(2)(c)";
const REGULATION_3: &str =
    "Special Educational Needs and Disability Regulations 2014, regulation 49(3)";
const REGULATION_4: &str =
    "Special Educational Needs and Disability Regulations 2014, regulation 49(4)";
const REGULATION_7: &str = "Special Educational Needs and Disability Regulations 2014, regulation 49(7), as amended in 2024";
const ENTRY: &str = "The programme's entry requirements";
const EARLY_YEARS: &str = "The programme's entry requirements: early years teacher status";
const ASPIRING: &str = "The programme's entry requirements: aspiring SENCOs";

/// The decision for this award, in words.
pub fn explain(code: Code, rules: &Rules<'_>) -> Explanation {
    let award = &rules.award.short_name;
    let limits = &rules.award.limits;
    let deadline = format!(
        "The law asks for it within {} of the day on which you became SENCO.",
        years(limits.statutory_months)
    );
    let apply = "Apply. Have your school's name ready, and the name and e-mail address of your headteacher.";
    let say = |title, text: String, next_step: &str, source| Explanation {
        title,
        text,
        next_step: next_step.into(),
        source,
    };
    match code {
        Code::Eligible => say(
            "This award is for you",
            format!("You can take the {award}. {deadline}"),
            apply,
            REGULATION,
        ),
        Code::EligibleHeadteacher => say(
            "This award is for you",
            format!(
                "A headteacher or acting headteacher can be the school's SENCO, and can take the {award}. {deadline}"
            ),
            "Apply. Somebody else has to sign for the school, such as the chair of governors: have their name and e-mail address ready.",
            REGULATION_3,
        ),
        Code::EligibleExperienced => say(
            "You can take this award, but you do not have to",
            format!(
                "You were a SENCO for more than {} before this appointment, so the law does not ask you for the award. You can take the {award} all the same.",
                words::count(limits.service_months as usize, "month")
            ),
            apply,
            REGULATION_4,
        ),
        Code::EligibleAppointedEarlier => say(
            "You can take this award, but you do not have to",
            format!(
                "The law asks for the award only of SENCOs who were appointed after {}. You can take the {award} all the same.",
                words::day(limits.caught_after)
            ),
            apply,
            REGULATION_4,
        ),
        Code::EligibleOtherSetting => say(
            "You can take this award, but you do not have to",
            format!(
                "You can take the {award}. The law asks for it in mainstream schools that the state pays for; where you work there is no day by which you must hold it."
            ),
            apply,
            REGULATION_4,
        ),
        Code::EligibleAspiring => say(
            "This award is for you, with your school's support",
            format!(
                "You can take the {award} before you become SENCO. You and your headteacher look at every learning outcome together and agree how you will show it: this is called a needs analysis."
            ),
            "Ask your headteacher whether the school will support you, and the SENCO whether you may work with them. Then apply.",
            ASPIRING,
        ),
        Code::EligibleEarlyYears => say(
            "This award is for you, limited to ages 0 to 5",
            format!(
                "With early years teacher status you can take the {award}. It will be recognised for work with children up to 5 only. You and the head of your setting look at every learning outcome together and agree how you will show it: this is called a needs analysis."
            ),
            "Ask the head of your setting whether they will support you. Then apply.",
            EARLY_YEARS,
        ),
        Code::EligibleEarlyYearsAspiring => say(
            "This award is for you, limited to ages 0 to 5, with your setting's support",
            format!(
                "With early years teacher status you can take the {award} before you lead on special educational needs. It will be recognised for work with children up to 5 only. You and the head of your setting look at every learning outcome together and agree how you will show it: this is called a needs analysis."
            ),
            "Ask the head of your setting whether they will support you. Then apply.",
            EARLY_YEARS,
        ),
        Code::EligibleEarlyYearsElsewhere => say(
            "You can take this award, but it will not make you the SENCO of a school",
            format!(
                "With early years teacher status you can take the {award}, but it will be recognised for work with children up to 5 only. The SENCO of a mainstream school must be a qualified teacher. You and your headteacher look at every learning outcome together and agree how you will show it: this is called a needs analysis."
            ),
            "Talk to your headteacher before you apply. If you want to be a school's SENCO, ask about gaining qualified teacher status first.",
            EARLY_YEARS,
        ),
        Code::MembershipUnchecked => say(
            "Your membership has to be checked again",
            "QTLS counts only while its holder is a member of the Society for Education and Training, and it is too long ago that your membership was checked.".into(),
            "Send us a letter or an e-mail from the society that shows your membership now.",
            REGULATION_2A,
        ),
        Code::InductionInProgress => say(
            "Not yet: finish your induction first",
            "Somebody who has to complete an induction as a teacher cannot be a SENCO before they have passed it.".into(),
            "Come back when you have passed your induction.",
            REGULATION_2B,
        ),
        Code::AwardHeld => say(
            "You have what you need",
            "You hold a national award for SENCOs. Either of the two counts at any school, and for good.".into(),
            "You do not have to do anything. Keep your certificate: a new school may ask for it.",
            REGULATION_7,
        ),
        Code::AwardEnded => say(
            "This award has ended",
            format!(
                "The {award} counts only if it was completed before {}.",
                limits.complete_before.map(words::day).unwrap_or_default()
            ),
            &instead(rules),
            REGULATION_7,
        ),
        Code::AwardClosed => say(
            "This award takes no new starters",
            format!(
                "The {award} counts only if it was started before {}.",
                limits.start_before.map(words::day).unwrap_or_default()
            ),
            &instead(rules),
            REGULATION_7,
        ),
        Code::NoTeacherStatus => say(
            "This award is for qualified teachers",
            format!("To take the {award} you need qualified teacher status (QTS), qualified teacher learning and skills (QTLS) or early years teacher status (EYTS)."),
            "If you are training as a teacher, come back when you have your status. If you do not know whether you have it, look at the Teaching Regulation Agency's record of you.",
            REGULATION_2A,
        ),
        Code::HeadteacherWithoutStatus => say(
            "This award is for qualified teachers",
            format!("A headteacher can be the SENCO without teacher status, but to take the {award} you need qualified teacher status (QTS), qualified teacher learning and skills (QTLS) or early years teacher status (EYTS)."),
            "Ask your governors or trustees whether a qualified teacher at your school should be the SENCO.",
            ENTRY,
        ),
        Code::MembershipEnded => say(
            "Your QTLS does not count at present",
            "QTLS counts only while its holder is a member of the Society for Education and Training.".into(),
            "Join the society again. When you are a member, come back.",
            REGULATION_2A,
        ),
        Code::InductionNotPassed => say(
            "A SENCO must have passed their induction",
            "Somebody who had to complete an induction as a teacher and has not passed it cannot be a SENCO.".into(),
            "Talk to your headteacher. If you think that no induction was required of you, check with the Teaching Regulation Agency.",
            REGULATION_2B,
        ),
        Code::NotTeaching => say(
            "A SENCO must work as a teacher at the school",
            "The SENCO of a school must be working there as a teacher, or be its headteacher. How many hours does not matter.".into(),
            "Talk to your headteacher about your role. If that changes, come back.",
            REGULATION_2C,
        ),
        Code::AspiringNotTeaching => say(
            "You need a school to work in",
            format!("Everything in the {award} is shown by work in a school. Before you become SENCO you can take it only while you work as a teacher at a school that supports you."),
            "Come back when you work as a teacher at a school.",
            ASPIRING,
        ),
    }
}

/// What to do where this award is closed.
fn instead(rules: &Rules<'_>) -> String {
    match rules.successor {
        Some(successor) => format!(
            "The {} has taken its place. Check whether that is for you.",
            successor.short_name
        ),
        None => "Ask us which award has taken its place.".into(),
    }
}

/// "3 years", or months where they are not whole years.
fn years(months: u32) -> String {
    if months.is_multiple_of(12) {
        words::count(months as usize / 12, "year")
    } else {
        words::count(months as usize, "month")
    }
}
