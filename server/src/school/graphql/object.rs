//! One school in the schema.

use std::sync::Arc;

use async_graphql::{ID, Result};
use entity::{enrolment, school};
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::error;
use crate::reading::{Found, Reader, by_id, count_by};
use crate::schema::{keys, object};

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
    /// The headteacher's name; null for tools that may not read names, and for delivery partners.
    head_name: Option<&str> => {
        let actor = loads.actor();
        let is_shown = actor.may_see_names() && actor.as_partner().is_none();
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
