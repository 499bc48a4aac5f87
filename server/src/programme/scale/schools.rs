//! One group, one school, one mentor.

use chrono::{DateTime, Utc};
use entity::training_group::Mode;
use entity::{mentor, person, school, training_group};

use super::dice::Dice;
use super::file::Words;
use super::people::{HOST, name};
use super::starts::Start;
use crate::school::fresh;

/// Reference numbers from here on, which no school of England has; the demo's are above.
const FIRST_URN: usize = 200_000;

pub fn group(
    words: &Words,
    dice: &mut Dice,
    number: usize,
    start: &Start,
    tutor: &person::Model,
    laid: DateTime<Utc>,
) -> training_group::Model {
    let place = dice.pick(&words.places);
    let online = dice.chance(250);
    training_group::Model {
        id: dice.id(laid),
        cohort_id: start.cohort.id,
        name: format!("{place} {}", number + 1),
        place: if online {
            "Online".into()
        } else {
            format!("{place} Training Centre")
        },
        mode: if online {
            Mode::DistanceLearning
        } else {
            Mode::FaceToFace
        },
        tutor_id: Some(tutor.id),
        venue: None,
        postcode: None,
        easting: None,
        northing: None,
        capacity: None,
        delivery_partner_id: None,
        version: 1,
    }
}

pub fn school(words: &Words, dice: &mut Dice, number: usize, laid: DateTime<Utc>) -> school::Model {
    let place = dice.pick(&words.places).clone();
    let (id, urn) = (dice.id(laid), FIRST_URN + number);
    school::Model {
        urn: Some(urn.to_string()),
        name: format!(
            "{}{place} {}",
            dice.pick(&words.saints),
            dice.pick(&words.schools)
        ),
        town: place,
        postcode: format!("ZZ{} {}XX", dice.between(1, 99), dice.between(1, 9)),
        local_authority: dice.pick(&words.authorities).clone(),
        head_name: Some(name(words, dice)),
        head_email: Some(format!("head@{urn}.{HOST}")),
        listed_at: Some(laid),
        ..fresh(id)
    }
}

pub fn mentor(
    words: &Words,
    dice: &mut Dice,
    school: &school::Model,
    which: usize,
    bounced_at: Option<DateTime<Utc>>,
    laid: DateTime<Utc>,
) -> mentor::Model {
    let urn = school.urn.as_deref().unwrap_or_default();
    mentor::Model {
        id: dice.id(laid),
        name: name(words, dice),
        email: format!("mentor.{}@{urn}.{HOST}", which + 1),
        post: dice.pick(&words.posts).clone(),
        bounced_at,
        created_at: laid,
    }
}
