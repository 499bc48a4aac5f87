//! One asking of a nominated mentor, in the schema.

use async_graphql::{ID, Result};
use chrono::{DateTime, Utc};
use entity::mentor_invitation;

use super::InvitationState;
use crate::access::{Action as _, ResendInvitation};
use crate::approval::graphql::{LetterOf, LetterStatus};
use crate::invitation::resend_from;
use crate::mentor::graphql::{Mentor, MentorById};
use crate::schema::{each, must, object};

object! {
    /// One asking of a nominated mentor whether they will be one.
    MentorInvitation(asked: mentor_invitation::Model, loads);

    /// Stable for good.
    id: ID => asked.id.into();
    /// Where it stands.
    state: InvitationState => asked.state.into();
    /// Who is asked.
    mentor: Result<Mentor> where found = MentorById(asked.mentor_id) => must(found, "mentor");
    /// When they were asked.
    asked_at: DateTime<Utc> => asked.asked_at;
    /// How the latest letter is doing.
    letter: Option<LetterStatus> where found = asked.letter_id.map(LetterOf) => each(found);
    /// From when on you may have the letter sent again; null where you may not.
    resend_from: Option<DateTime<Utc>> =>
        resend_from(asked).filter(|_| ResendInvitation::permits(loads.actor(), asked));
    /// When they answered.
    decided_at: Option<DateTime<Utc>> => asked.decided_at;
    /// Why they will not; null for reporting tools.
    reason: Option<&str> => asked.reason.as_deref().filter(|_| !loads.actor().is_tool());
}
