//! One school in the schema.

use std::sync::Arc;

use async_graphql::{ID, Result};
use chrono::NaiveDate;
use entity::{enrolment, school};
use uuid::Uuid;

use super::SchoolStatus;
use super::found::{Successor, SuccessorsOf};
use crate::access::Guarded as _;
use crate::error;
use crate::reading::{Found, Reader, by_id, count_by};
use crate::schema::{each, keys, object};

keys! {
    /// A school by id.
    pub SchoolById => Option<Arc<school::Model>> = by_id::<school::Entity, _>;
    /// How many participants at a school the reader may see, by the school's id.
    ParticipantsAt => i32 = participants;
}

async fn participants(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<i32>> {
    let enrolments = enrolment::Entity::seen_by(&reader.actor);
    count_by(reader, enrolments, enrolment::Column::SchoolId, ids).await
}

object! {
    /// A school.
    School(school: school::Model, loads);

    /// Stable for good.
    id: ID => school.id.into();
    /// Unique reference number: six digits. Another one after conversion to an academy. Empty for a school that is not on the
    /// national list.
    urn: &str => school.urn.as_deref().unwrap_or_default();
    /// Its name.
    name: &str => &school.name;
    /// Its town.
    town: &str => &school.town;
    /// Its postcode.
    postcode: &str => &school.postcode;
    /// The local authority.
    local_authority: &str => &school.local_authority;
    /// The local authority's number: three digits.
    local_authority_code: Option<&str> => school.local_authority_code.as_deref();
    /// The type of establishment in the words of the national list, such as Academy converter.
    kind: Option<&str> => school.kind.as_deref();
    /// The phase of education in the words of the list, such as Primary.
    phase: Option<&str> => school.phase.as_deref();
    /// Whether it is open.
    status: SchoolStatus => school.status.into();
    /// UK provider reference number: eight digits.
    ukprn: Option<&str> => school.ukprn.as_deref();
    /// Its street, with the number.
    street: Option<&str> => school.street.as_deref();
    /// Metres east on the national grid (OSGB36), by which distances are reckoned.
    easting: Option<i32> => school.easting;
    /// Metres north on the national grid (OSGB36).
    northing: Option<i32> => school.northing;
    /// The day on which it opened.
    opened_on: Option<NaiveDate> => school.opened_on;
    /// The day on which it closed, or is to close.
    closed_on: Option<NaiveDate> => school.closed_on;
    /// Whether it has a number in the national list; if not, somebody entered it.
    is_listed: bool => school.urn.is_some();
    /// Whether an administrator still has to look at it, since it is not on the list.
    to_check: bool => school.urn.is_none() && school.checked_at.is_none();
    /// The schools that came after it, as after a conversion to an academy; there are none while it is open.
    successors: Vec<Successor> where found = SuccessorsOf(school.id) => each(found);
    /// The headteacher's name; null for tools that may not read names, for delivery partners, and for people who see no
    /// participant there.
    head_name: Option<&str> where found = ParticipantsAt(school.id) => {
        let actor = loads.actor();
        let is_known = found > 0 || actor.is_administrator() || actor.is_tool();
        let is_shown = is_known && actor.may_see_names() && actor.as_partner().is_none();
        school.head_name.as_deref().filter(|_| is_shown)
    };
    /// The headteacher's address. Administrators only; null for everyone else.
    head_email: Option<&str> => {
        school
            .head_email
            .as_deref()
            .filter(|_| loads.actor().is_administrator())
    };
    /// How many participants it has, of those that you may see.
    participant_count: i32 where found = ParticipantsAt(school.id) => found;
}
