//! Asking a mentor to approve a task, by letter and link, and what comes of it.
//!
//! A request is for one task. The mentor's page shows every request that waits for them, whichever letter brought them
//! there; each decision stands alone.

mod ask;
mod chase;
mod decide;
mod disown;
mod letters;
mod life;
mod link;
mod moved;
mod pages;
mod renew;
mod resend;
mod undo;
mod waiting;
mod withdraw;

pub mod graphql;

pub use ask::ask;
pub use chase::chase;
pub use decide::{Answer, Decided, Decision, decide};
pub use disown::disown;
pub use letters::render;
pub use life::{Step, next, revoke};
pub use moved::move_to;
pub use pages::routes;
pub use renew::renew;
pub use resend::{resend, resend_from};
pub use undo::undo;
pub use withdraw::withdraw;
