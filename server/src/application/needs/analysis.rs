//! What an analysis says of each outcome of the award, in the award's order.

use entity::application::{Answers, Model};
use entity::circumstances::{SencoRole, TeacherStatus};
use entity::needs::{Ability, Need, Needs};
use entity::outcome::{Column, Entity, Model as Outcome};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::error::{FieldError, Result};

/// An analysis as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Analysis(pub Vec<Line>);

/// One outcome, with what the applicant says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub code: String,
    pub title: String,
    pub description: String,
    pub ability: Ability,
    pub note: String,
}

impl Analysis {
    /// What the school is needed for.
    pub fn open(&self) -> Vec<&Line> {
        let lines = self.0.iter();
        lines.filter(|line| line.ability != Ability::Now).collect()
    }

    /// What the applicant can show now.
    pub fn settled(&self) -> Vec<&Line> {
        let lines = self.0.iter();
        lines.filter(|line| line.ability == Ability::Now).collect()
    }
}

impl Line {
    /// What follows the applicant's name.
    pub fn can(&self) -> &'static str {
        match self.ability {
            Ability::Now => "can show it now",
            Ability::Opportunity => "can show it once an opportunity is arranged",
            Ability::Cannot => "cannot show it as things stand",
        }
    }

    /// What the applicant says of it, on one line.
    pub fn says(&self) -> String {
        let Self {
            code, title, note, ..
        } = self;
        let can = self.can();
        match note.is_empty() {
            true => format!("{code} {title}: {can}."),
            false => format!("{code} {title}: {can}. {note}"),
        }
    }
}

/// Whether the school has to agree to one before a place can be offered: who hopes to become a SENCO, or has early years
/// teacher status, may not have the opportunity to show every outcome. A test holds it against what eligibility decides,
/// which knows the rest of the circumstances.
pub fn is_needed(answers: &Answers) -> bool {
    answers.role == Some(SencoRole::Aspiring) || answers.teacher_status == Some(TeacherStatus::Eyts)
}

/// The application's analysis; none where it needs none.
pub async fn analysis(
    db: &impl ConnectionTrait,
    application: &Model,
    award_id: Uuid,
) -> Result<Option<Analysis>> {
    if !is_needed(&application.answers) {
        return Ok(None);
    }
    let outcomes = outcomes(db, award_id).await?;
    let lines = outcomes.into_iter().filter_map(|outcome| {
        let need = said(&application.needs, &outcome)?;
        Some(Line {
            ability: need.ability,
            note: need.note.clone(),
            code: outcome.code,
            title: outcome.title,
            description: outcome.description,
        })
    });
    Ok(Some(Analysis(lines.collect())))
}

/// What has to be said before the application can be handed in, if anything.
pub async fn unsaid(
    db: &impl ConnectionTrait,
    application: &Model,
    award_id: Uuid,
) -> Result<Option<FieldError>> {
    if !is_needed(&application.answers) {
        return Ok(None);
    }
    let outcomes = outcomes(db, award_id).await?;
    let mut silent = outcomes.iter().filter(|outcome| {
        said(&application.needs, outcome)
            .is_none_or(|need| need.ability != Ability::Now && need.note.is_empty())
    });
    Ok(silent.next().map(|first| {
        let message = match silent.count() {
            0 => format!("Say how you can show the outcome {}.", first.code),
            more => format!(
                "Say how you can show each learning outcome: {} and {more} more are missing.",
                first.code
            ),
        };
        FieldError {
            name: "needs",
            message,
        }
    }))
}

/// The award's outcomes in order.
pub(super) async fn outcomes(db: &impl ConnectionTrait, award_id: Uuid) -> Result<Vec<Outcome>> {
    Ok(Entity::find()
        .filter(Column::AwardId.eq(award_id))
        .order_by_asc(Column::Position)
        .all(db)
        .await?)
}

fn said<'n>(needs: &'n Needs, outcome: &Outcome) -> Option<&'n Need> {
    needs.0.iter().find(|need| need.code == outcome.code)
}
