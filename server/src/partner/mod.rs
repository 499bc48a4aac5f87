//! Delivery partners: Teaching School Hubs, local authorities and school networks that host groups, and see these.

mod add;

pub mod graphql;

pub use add::{NewPartner, add};
