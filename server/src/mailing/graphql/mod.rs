//! Letters to many in the schema.

mod inputs;
mod mutate;
mod object;
mod query;

pub use inputs::{MailingInput, SendMailingInput};
pub use mutate::MailingMutation;
pub use object::{
    LeftOutApplication, LeftOutReason, Mailing, MailingAudience, MailingById, MailingPreview,
};
pub use query::MailingQuery;
