//! Offering a place, and reminding of the offer.

use entity::application::State;
use entity::letter;

use super::place::{Place, place};
use crate::application::{Fee, Topic, case};
use crate::clock::london_day;
use crate::error::Result;
use crate::outbox::Rendered;
use crate::portal::Portal;
use crate::stationery::{written, written_as};
use crate::words::{count, day};

#[derive(Clone, Debug)]
struct Offer {
    place: Place,
    /// None for an award without a fee.
    fee: Option<Fee>,
    until: String,
    /// Days that are left, today not counted.
    days: usize,
}

#[derive(Clone, Debug)]
struct Offered {
    topic: Topic,
    offer: Offer,
}
#[derive(Clone, Debug)]
struct Reminded {
    topic: Topic,
    offer: Offer,
}

written_as!(
    Offered,
    "letters/place_offered.txt",
    "letters/place_offered.html"
);
written_as!(
    Reminded,
    "letters/place_offer_reminder.txt",
    "letters/place_offer_reminder.html"
);

impl Offered {
    fn title(&self) -> String {
        format!(
            "A place on the {} for you: answer by {}",
            self.topic.award, self.offer.until
        )
    }
}

impl Reminded {
    fn title(&self) -> String {
        let left = match self.offer.days {
            0 => "until tonight".to_owned(),
            days => format!("for {} more", count(days, "day")),
        };
        format!(
            "Reminder: your place on the {} is kept {left}",
            self.topic.award
        )
    }
}

pub(super) async fn offer(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some((topic, offer)) = read(portal, letter).await? else {
        return Ok(None);
    };
    let about = Offered { topic, offer };
    written(portal, letter, &about.topic.provider, &about)
}

pub(super) async fn remind(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some((topic, offer)) = read(portal, letter).await? else {
        return Ok(None);
    };
    let about = Reminded { topic, offer };
    written(portal, letter, &about.topic.provider, &about)
}

/// The offer, while it stands.
async fn read(portal: &Portal, letter: &letter::Model) -> Result<Option<(Topic, Offer)>> {
    let Some(case) = case(portal, letter).await? else {
        return Ok(None);
    };
    let today = london_day(portal.clock.now());
    let application = &case.application;
    let until = application
        .offer_until
        .filter(|until| application.state == State::Offered && *until >= today);
    let place = place(portal, &case.around.cohort, application.group_id).await?;
    let (Some(until), Some(place)) = (until, place) else {
        return Ok(None);
    };
    let offer = Offer {
        place,
        fee: Fee::of(&case.around.award.limits, application.answers.payer),
        until: day(until),
        days: usize::try_from((until - today).num_days()).unwrap_or_default(),
    };
    Ok(Some((case.topic, offer)))
}
