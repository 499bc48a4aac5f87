//! Asking somebody to sign for the school, and reminding them.

use chrono::Duration;
use entity::agreement;
use entity::letter;
use sea_orm::EntityTrait as _;

use super::asking;
use crate::agreement::{is_open, link};
use crate::application::Topic;
use crate::application::capacity;
use crate::application::needs::is_needed;
use crate::clock::{days_between, london_day};
use crate::error::Result;
use crate::outbox::Rendered;
use crate::portal::Portal;
use crate::stationery::{written, written_as};
use crate::words::{count, day, plain};

/// What signing means, and where.
#[derive(Clone, Debug)]
struct Signing {
    capacity: &'static str,
    /// Who named this signatory, where that was another one.
    handed_by: Option<String>,
    release: String,
    /// Whether there is a needs analysis to answer.
    has_analysis: bool,
    asked_on: String,
    waited: String,
    link: String,
    until: String,
}

#[derive(Clone, Debug)]
struct Asked {
    topic: Topic,
    signing: Signing,
}
#[derive(Clone, Debug)]
struct Reminded {
    topic: Topic,
    signing: Signing,
}

written_as!(
    Asked,
    "letters/agreement_requested.txt",
    "letters/agreement_requested.html"
);
written_as!(
    Reminded,
    "letters/agreement_reminder.txt",
    "letters/agreement_reminder.html"
);

impl Asked {
    fn title(&self) -> String {
        format!(
            "{} asks for your school’s support: please sign",
            self.topic.applicant
        )
    }
}

impl Reminded {
    fn title(&self) -> String {
        format!(
            "Reminder: {} is waiting for your school’s signature",
            self.topic.applicant
        )
    }
}

pub(super) async fn ask(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some((topic, signing)) = read(portal, letter).await? else {
        return Ok(None);
    };
    let about = Asked { topic, signing };
    written(portal, letter, &about.topic.provider, &about)
}

pub(super) async fn remind(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some((topic, signing)) = read(portal, letter).await? else {
        return Ok(None);
    };
    let about = Reminded { topic, signing };
    written(portal, letter, &about.topic.provider, &about)
}

/// What is asked, while it is.
async fn read(portal: &Portal, letter: &letter::Model) -> Result<Option<(Topic, Signing)>> {
    let Some((asked, case)) = asking(portal, letter).await? else {
        return Ok(None);
    };
    if !is_open(asked.state) || letter.void_reason.is_some() {
        return Ok(None);
    }
    let handed_by = match asked.handed_from {
        Some(id) => {
            let before = agreement::Entity::find_by_id(id);
            before.one(&portal.db.read).await?
        }
        None => None,
    };
    let now = portal.clock.now();
    let limits = &case.around.award.limits;
    let waited = usize::try_from(days_between(asked.asked_at, now)).unwrap_or_default();
    let signing = Signing {
        capacity: capacity(asked.capacity),
        handed_by: handed_by.map(|before| plain(&before.name)),
        has_analysis: is_needed(&case.application.answers),
        release: count(
            usize::try_from(limits.release_days).unwrap_or_default(),
            "day",
        ),
        asked_on: day(london_day(asked.asked_at)),
        waited: count(waited, "day"),
        link: link::address(&portal.config.public_url, &portal.keys, letter.id),
        until: day(london_day(now + Duration::days(limits.link_days.into()))),
    };
    Ok(Some((case.topic, signing)))
}
