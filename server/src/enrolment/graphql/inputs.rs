//! What clients say of participants, and how the verbs understand it.

use async_graphql::{Error, ID, InputObject, Result};
use chrono::NaiveDate;

use crate::enrolment::Enrolling;
use crate::mentor::Nomination;
use crate::schema::uuid;

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
