//! Telling an applicant that the application is over, why, and by whom.

use entity::application::{Column, Entity, Model, State};
use entity::{cohort, letter};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use crate::application::{Case, Topic, case};
use crate::error::Result;
use crate::outbox::Rendered;
use crate::portal::Portal;
use crate::stationery::{written, written_as};
use crate::words::{day, plain};

#[derive(Clone, Debug)]
struct Ended {
    topic: Topic,
    end: End,
}

/// How it ended.
#[derive(Clone, Debug)]
enum End {
    /// The applicant took it back, for this reason.
    Withdrawn(String),
    /// The office said no, for this reason.
    Rejected(String),
    /// It goes on with a later cohort, which begins on this day.
    Deferred {
        cohort: String,
        begins: String,
        /// The school has answered, and need not again.
        is_signed: bool,
    },
    /// The offer was not answered by this day.
    Unanswered(String),
    /// The cohort began on this day.
    TooLate(String),
}

written_as!(
    Ended,
    "letters/application_ended.txt",
    "letters/application_ended.html"
);

impl Ended {
    fn title(&self) -> String {
        let award = &self.topic.award;
        match &self.end {
            End::Withdrawn(_) => format!("You took back your application for the {award}"),
            End::Rejected(_) => format!("We cannot offer you a place on the {award}"),
            End::Deferred { cohort, .. } => {
                format!("Your application for the {award} moves to {cohort}")
            }
            End::Unanswered(_) => {
                format!("Your place on the {award} is no longer kept")
            }
            End::TooLate(_) => format!("Your application for the {award} is closed"),
        }
    }
}

pub(super) async fn tell(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some(case) = case(portal, letter).await? else {
        return Ok(None);
    };
    let later = goes_on(portal, &case.application).await?;
    let Some(end) = end(portal, &case, later.as_ref()).await? else {
        return Ok(None);
    };
    let mut topic = case.topic;
    if let Some(later) = later {
        topic.link = format!("{}/applications/{}", portal.config.public_url, later.id);
    }
    let about = Ended { topic, end };
    written(portal, letter, &about.topic.provider, &about)
}

/// The application for a later cohort that goes on from this one.
async fn goes_on(portal: &Portal, from: &Model) -> Result<Option<Model>> {
    let later = Entity::find().filter(Column::CarriedFrom.eq(from.id));
    Ok(later.one(&portal.db.read).await?)
}

/// How it ended; none while it is not over.
async fn end(portal: &Portal, case: &Case, goes_on: Option<&Model>) -> Result<Option<End>> {
    let Model {
        state,
        reason,
        offer_until,
        ..
    } = &case.application;
    let reason = plain(reason.as_deref().unwrap_or_default());
    let later = match goes_on {
        Some(later) => {
            let cohort = cohort::Entity::find_by_id(later.cohort_id);
            let cohort = cohort.one(&portal.db.read).await?;
            cohort.map(|cohort| (cohort, later))
        }
        None => None,
    };
    Ok(match (state, later, offer_until) {
        (State::Withdrawn, ..) => Some(End::Withdrawn(reason)),
        (State::Rejected, ..) => Some(End::Rejected(reason)),
        (State::Deferred, Some((cohort, later)), _) => Some(End::Deferred {
            cohort: plain(&cohort.name),
            begins: day(cohort.starts_on),
            is_signed: !matches!(later.state, State::Submitted | State::AwaitingSchool),
        }),
        (State::Expired, _, Some(until)) => Some(End::Unanswered(day(*until))),
        (State::Expired, ..) => Some(End::TooLate(day(case.around.cohort.starts_on))),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stationery::{Letter as _, sheet};

    #[test]
    fn each_end_says_what_happened_and_what_now() {
        let said = |end| {
            let text = |text: &str| text.to_owned();
            let topic = Topic {
                applicant: text("Ada Osei"),
                school: text("Willowbank"),
                award: text("Award"),
                cohort: text("January 2026"),
                provider: text("Northfield"),
                link: text("https://portal.example/applications/1"),
            };
            let ended = Ended { topic, end };
            let (text, html) = ended.parts(&sheet()).expect("parts");
            assert_eq!(html.matches("href=").count(), 1, "one thing to do: {html}");
            format!("{}\n{text}", ended.title())
        };
        let text = |text: &str| text.to_owned();
        for (end, words) in [
            (
                End::Withdrawn(text("Too far")),
                ["You took back", "“Too far”", "costs nothing"],
            ),
            (
                End::Rejected(text("No status")),
                ["cannot offer", "“No status”", "programme office"],
            ),
            (
                End::Deferred {
                    cohort: text("September 2026"),
                    begins: text("Tuesday"),
                    is_signed: true,
                },
                [
                    "moves to September 2026",
                    "begins on Tuesday",
                    "need not sign again",
                ],
            ),
            (
                End::Unanswered(text("Monday")),
                ["no longer kept", "until Monday", "answer this letter"],
            ),
            (
                End::TooLate(text("Tuesday")),
                ["is closed", "began on Tuesday", "later cohort"],
            ),
        ] {
            let letter = said(end);
            for word in words {
                assert!(letter.contains(word), "{word}: {letter}");
            }
        }
    }
}
