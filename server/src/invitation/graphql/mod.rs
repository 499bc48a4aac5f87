//! Invitations of mentors in the schema.

mod mutate;
mod object;
mod words;

pub use mutate::{InvitationMutation, ResendInvitationInput};
pub use object::MentorInvitation;
pub use words::InvitationState;
