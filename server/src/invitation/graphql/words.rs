//! The words in which the schema speaks of invitations.

use async_graphql::Enum;
use entity::mentor_invitation;

use crate::schema::named;

/// Where the asking of a nominated mentor stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "mentor_invitation::State")]
pub enum InvitationState {
    /// Asked.
    Invited,
    /// The letter came back.
    Bounced,
    /// They will.
    Accepted,
    /// They will not.
    Declined,
    /// The school named somebody else, or the application is over.
    Superseded,
}

named!(InvitationState);
