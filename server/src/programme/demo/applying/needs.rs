//! The needs analyses of those who are no SENCO yet.

use entity::application::Model;
use entity::needs::{Ability, Need};
use entity::outcome;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use super::file::{Applicant, Story};
use crate::access::{self, WriteApplication};
use crate::agreement::Answered;
use crate::application::needs::{self, Analysis};
use crate::application::surroundings;
use crate::error::Result;
use crate::tx::Tx;

/// Outcomes that somebody in the middle of writing has come to.
const SO_FAR: usize = 3;

/// Says how the applicant can show each outcome, where that is asked for.
pub async fn write(tx: &Tx, who: &Applicant, row: &Model) -> Result<()> {
    if !needs::is_needed(&row.answers) {
        return Ok(());
    }
    let around = surroundings(tx, row).await?;
    let outcomes = outcome::Entity::find()
        .filter(outcome::Column::AwardId.eq(around.award.id))
        .order_by_asc(outcome::Column::Position)
        .all(tx)
        .await?;
    let last = outcomes.len().saturating_sub(1);
    let said = outcomes.into_iter().enumerate().map(|(at, outcome)| {
        let (ability, note) = match at {
            at if at == last => (
                Ability::Cannot,
                "I have no part in the school’s plans for this",
            ),
            at if at % 3 == 1 => (
                Ability::Opportunity,
                "I would need to shadow the SENCO for some weeks",
            ),
            _ => (Ability::Now, ""),
        };
        Need {
            code: outcome.code,
            ability,
            note: note.into(),
        }
    });
    let said: Vec<Need> = match who.story {
        Story::Drafting => said.take(SO_FAR).collect(),
        _ => said.collect(),
    };
    let application = access::load::<WriteApplication>(tx, row.id).await?;
    needs::save(tx, application, row.version, said).await?;
    Ok(())
}

/// What the school says to it.
pub fn answered(who: &Applicant, analysis: Option<&Analysis>) -> Answered {
    let lines = analysis.into_iter().flat_map(|analysis| &analysis.0);
    let hard: Vec<String> = lines
        .filter(|line| line.ability == Ability::Cannot)
        .map(|line| line.code.clone())
        .collect();
    let (gaps, comment) = match who.story {
        Story::Gaps => (hard.clone(), "Our governors decide that without the staff"),
        _ => (Vec::new(), "From January they join the leadership team"),
    };
    Answered {
        comments: hard
            .into_iter()
            .map(|code| (code, comment.into()))
            .collect(),
        gaps,
        is_confirmed: true,
    }
}
