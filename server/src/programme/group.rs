//! What is said of a group, and how many places of it are taken.

use entity::enrolment::{self, State};
use entity::person_role::Role;
use entity::training_group::{ActiveModel, Mode};
use entity::{application, delivery_partner, person_role};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use uuid::Uuid;

use crate::error::{Error, FieldError, Result};
use crate::person::named;
use crate::reading::int;
use crate::tx::Tx;

/// Who has a place in a group without taking one of its seats: those who left, and those who go on with another cohort.
pub const WITHOUT_SEAT: [State; 2] = [State::Withdrawn, State::Deferred];

/// The national grid, in metres: nothing of it lies outside.
const EASTINGS: std::ops::RangeInclusive<i32> = 0..=700_000;
const NORTHINGS: std::ops::RangeInclusive<i32> = 0..=1_300_000;

/// More places than any room or call has.
const MOST_PLACES: i32 = 1000;

/// What an administrator says of a group.
#[derive(Clone, Debug)]
pub struct GroupDetails {
    pub name: String,
    pub place: String,
    pub mode: Mode,
    pub tutor_id: Option<Uuid>,
    pub venue: Option<String>,
    pub postcode: Option<String>,
    pub easting: Option<i32>,
    pub northing: Option<i32>,
    pub capacity: Option<i32>,
    pub delivery_partner_id: Option<Uuid>,
}

impl GroupDetails {
    /// Only what every group has.
    pub fn new(name: &str, place: &str, mode: Mode) -> Self {
        Self {
            name: name.into(),
            place: place.into(),
            mode,
            tutor_id: None,
            venue: None,
            postcode: None,
            easting: None,
            northing: None,
            capacity: None,
            delivery_partner_id: None,
        }
    }

    /// The row that says so, without id and cohort; and what is wrong with it.
    pub(super) async fn check(self, tx: &Tx) -> Result<(ActiveModel, Vec<FieldError>)> {
        let mut wrong = Vec::new();
        let row = ActiveModel {
            name: Set(named("name", &self.name, &mut wrong)),
            place: Set(named("place", &self.place, &mut wrong)),
            mode: Set(self.mode),
            venue: Set(given("venue", self.venue, &mut wrong)),
            postcode: Set(given("postcode", self.postcode, &mut wrong)
                .map(|postcode| postcode.to_uppercase())),
            easting: Set(self.easting),
            northing: Set(self.northing),
            capacity: Set(self.capacity),
            tutor_id: Set(self.tutor_id),
            delivery_partner_id: Set(self.delivery_partner_id),
            ..ActiveModel::default()
        };
        let mut refuse = |name, message: &str| {
            let message = message.into();
            wrong.push(FieldError { name, message });
        };
        let outside = |range: &std::ops::RangeInclusive<i32>, metres: Option<i32>| {
            metres.is_some_and(|metres| !range.contains(&metres))
        };
        if outside(&EASTINGS, self.easting) {
            refuse("easting", "An easting is 0 to 700,000 metres.");
        }
        if outside(&NORTHINGS, self.northing) {
            refuse("northing", "A northing is 0 to 1,300,000 metres.");
        }
        if self.easting.is_some() != self.northing.is_some() {
            refuse("northing", "Give both easting and northing, or neither.");
        }
        if outside(&(1..=MOST_PLACES), self.capacity) {
            refuse("capacity", "A group has 1 to 1,000 places.");
        }
        if let Some(tutor) = self.tutor_id
            && person_role::Entity::find_by_id((tutor, Role::Tutor))
                .one(tx)
                .await?
                .is_none()
        {
            refuse("tutorId", "Choose somebody who is a tutor.");
        }
        if let Some(partner) = self.delivery_partner_id
            && delivery_partner::Entity::find_by_id(partner)
                .one(tx)
                .await?
                .is_none()
        {
            refuse(
                "deliveryPartnerId",
                "Choose a delivery partner from the list.",
            );
        }
        Ok((row, wrong))
    }
}

/// What may be left out; nothing but spaces says nothing.
fn given(field: &'static str, text: Option<String>, wrong: &mut Vec<FieldError>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
        .map(|text| named(field, &text, wrong))
}

/// How many places of a group are taken.
async fn places_taken(tx: &Tx, group_id: Uuid) -> Result<i32> {
    let seated = enrolment::Entity::find()
        .filter(enrolment::Column::GroupId.eq(group_id))
        .filter(enrolment::Column::State.is_not_in(WITHOUT_SEAT));
    Ok(int(seated.count(tx).await?))
}

/// How many places of a group are taken or offered.
pub async fn places_spoken_for(tx: &Tx, group_id: Uuid) -> Result<i32> {
    // Offers first: one that is accepted meanwhile counts twice rather than not at all.
    let offered = application::Entity::find()
        .filter(application::Column::GroupId.eq(group_id))
        .filter(application::Column::State.eq(application::State::Offered))
        .count(tx)
        .await?;
    Ok(places_taken(tx, group_id)
        .await?
        .saturating_add(int(offered)))
}

/// That another group of the cohort has the name.
pub(super) fn taken_name() -> Error {
    Error::field("name", "This cohort has a group of that name.")
}
