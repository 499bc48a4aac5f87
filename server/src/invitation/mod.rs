//! Asking a mentor whom the school named whether they will be one.

mod answer;
mod chase;
mod close;
mod go_on;
mod invite;
mod letters;
mod life;
mod link;
mod pages;
mod replace;
mod resend;
mod tasks;
mod vacant;

pub mod graphql;

pub use answer::{accept, decline};
pub use chase::chase;
pub use close::close;
pub use go_on::go_on;
pub use invite::invite;
pub use letters::render;
pub use life::{Step, mentorship, next};
pub use link::address;
pub use pages::routes;
pub use replace::replace;
pub use resend::{renew, resend, resend_from};
pub use tasks::tasks;
pub use vacant::{named, vacancy};
