//! The schema: committed, described, and changed on purpose only.

mod breaking;
mod codes;
mod committed;
mod described;
pub mod model;
pub mod selection;
