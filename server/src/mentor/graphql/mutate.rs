//! Putting somebody else in a mentor's place.

use async_graphql::{Context, ID, InputObject, Object, Result};

use crate::access;
use crate::enrolment::graphql::Enrolment;
use crate::invitation::replace;
use crate::mentor::Nomination;
use crate::schema::{actor, portal, uuid};
use crate::tx;

#[derive(Default)]
pub struct MentorMutation;

#[Object]
impl MentorMutation {
    /// Puts somebody else in the mentor's place, on the school's word. What waits moves to them, and links of letters to
    /// the former mentor stop acting.
    async fn replace_mentor(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose mentor, who instead, and why.")] input: ReplaceMentorInput,
    ) -> Result<Enrolment> {
        let id = uuid(&input.enrolment_id, "participant")?;
        let nomination = Nomination {
            name: input.name,
            email: input.email,
            post: input.post,
            nominated_by: input.nominated_by,
        };
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let enrolment = access::load::<access::ReplaceMentor>(tx, id).await?;
            replace(tx, enrolment, &nomination, &input.reason).await
        });
        Ok(Enrolment::from(row.await?))
    }
}

/// The school's word on a new mentor.
#[derive(InputObject)]
pub struct ReplaceMentorInput {
    /// The participant's place in the cohort.
    enrolment_id: ID,
    /// The new mentor's name.
    name: String,
    /// The new mentor's address; not the participant's.
    email: String,
    /// The new mentor's post at the school.
    post: String,
    /// Who at the school gave the name.
    nominated_by: String,
    /// Why the mentor changes; goes into the history.
    reason: String,
}
