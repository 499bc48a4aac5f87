//! What clients say of participants, and how the verbs understand it.

use async_graphql::{Error, ID, InputObject, Result};
use chrono::NaiveDate;

use super::{EnrolmentState, OrderField};
use crate::enrolment::{Enrolling, ParticipantOrder, ParticipantWhere};
use crate::mentor::Nomination;
use crate::schema::{Direction, maybe_uuid, plain, uuid};

/// Which participants. What is left out does not narrow the list.
#[derive(Default, InputObject)]
#[graphql(name = "ParticipantWhere")]
pub struct Where {
    /// Of this training group.
    group_id: Option<ID>,
    /// At this school.
    school_id: Option<ID>,
    /// In any of these states.
    state: Option<Vec<EnrolmentState>>,
    /// Part of the person's or the school's name, or for administrators of the address.
    search: Option<String>,
}

impl TryFrom<Where> for ParticipantWhere {
    type Error = Error;

    fn try_from(filter: Where) -> Result<Self> {
        Ok(Self {
            group_id: maybe_uuid(filter.group_id.as_ref(), "group")?,
            school_id: maybe_uuid(filter.school_id.as_ref(), "school")?,
            state: plain(filter.state),
            search: filter.search,
        })
    }
}

/// How participants are sorted.
#[derive(InputObject)]
#[graphql(name = "ParticipantOrder")]
pub struct OrderBy {
    /// By what.
    field: OrderField,
    /// Which way.
    #[graphql(default_with = "Direction::Asc")]
    direction: Direction,
}

impl From<OrderBy> for ParticipantOrder {
    fn from(order: OrderBy) -> Self {
        Self {
            field: order.field.into(),
            direction: order.direction.into(),
        }
    }
}

/// Who gets a place, where, and who mentors them.
#[derive(InputObject)]
pub struct EnrolInput {
    /// The participant's name; ignored if the address is known.
    name: String,
    /// The participant's address.
    email: String,
    /// The training group.
    pub group_id: ID,
    /// The school.
    school_id: ID,
    /// The day on which they became SENCO; left out while aspiring.
    appointed_on: Option<NaiveDate>,
    /// The mentor's name.
    mentor_name: String,
    /// The mentor's address; not the participant's.
    mentor_email: String,
    /// The mentor's post at the school.
    mentor_post: String,
    /// Who at the school signed the nomination.
    nominated_by: String,
}

impl TryFrom<EnrolInput> for Enrolling {
    type Error = Error;

    fn try_from(input: EnrolInput) -> Result<Self> {
        Ok(Self {
            name: input.name,
            email: input.email,
            school_id: uuid(&input.school_id, "school")?,
            appointed_on: input.appointed_on,
            mentor: Nomination {
                name: input.mentor_name,
                email: input.mentor_email,
                post: input.mentor_post,
                nominated_by: input.nominated_by,
            },
        })
    }
}
