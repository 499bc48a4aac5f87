//! The schema: committed, described, and changed on purpose only.

mod breaking;
mod codes;
mod committed;
mod described;
mod going;
pub mod model;
mod promised;
pub mod selection;
