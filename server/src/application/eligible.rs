//! Whether the award is for the applicant, by what they have answered.

use chrono::NaiveDate;
use entity::application::Answers;
use entity::award;
use sea_orm::{ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _};

use super::Surroundings;
use crate::eligibility::{Code, Explanation, Rules, Told, decide, explain};
use crate::error::{Error, FieldError, Result};

/// Decides it for the cohort that they apply to; `today` is London's.
///
/// # Errors
/// `INVALID_INPUT` for answers that are missing or cannot be.
pub async fn eligible(
    db: &impl ConnectionTrait,
    around: &Surroundings,
    answers: &Answers,
    today: NaiveDate,
) -> Result<(Code, Explanation)> {
    let circumstances = told(answers)?.circumstances(today)?;
    let successor = match &around.award.limits.successor {
        Some(code) => {
            award::Entity::find()
                .filter(award::Column::Code.eq(code))
                .one(db)
                .await?
        }
        None => None,
    };
    let rules = Rules {
        award: &around.award,
        successor: successor.as_ref(),
        starts_on: around.cohort.starts_on,
        today,
    };
    let code = decide(&circumstances, &rules);
    Ok((code, explain(code, &rules)))
}

/// The answers that the decision is made from.
pub(super) fn told(answers: &Answers) -> Result<Told> {
    let mut wrong = Vec::new();
    let mut need = |is_there: bool, name, message: &str| {
        if !is_there {
            wrong.push(FieldError {
                name,
                message: message.into(),
            });
        }
    };
    need(
        answers.teacher_status.is_some(),
        "teacherStatus",
        "Choose the teacher status that you hold.",
    );
    need(
        answers.role.is_some(),
        "role",
        "Choose what you are at the school.",
    );
    need(
        answers.setting.is_some(),
        "setting",
        "Choose where you work.",
    );
    need(
        answers.award_held.is_some(),
        "awardHeld",
        "Say whether you hold a national award for SENCOs.",
    );
    let (Some(teacher_status), Some(role), Some(setting), Some(award_held)) = (
        answers.teacher_status,
        answers.role,
        answers.setting,
        answers.award_held,
    ) else {
        return Err(Error::Invalid(wrong));
    };
    Ok(Told {
        teacher_status,
        member: answers.member,
        member_seen_on: None,
        induction: answers.induction,
        role,
        appointed_on: answers.appointed_on,
        service_months: answers
            .service_months
            .and_then(|months| months.try_into().ok()),
        teaches: answers.teaches,
        setting,
        award_held,
        began_on: answers.began_on,
    })
}
