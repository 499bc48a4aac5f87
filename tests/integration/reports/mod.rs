//! Flat report rows: the same in every form, within everybody's scope.

mod addresses;
mod answering;
mod chase;
mod files;
mod formulas;
mod graphql;
mod large;
mod parameters;
pub mod read;
mod reckoned;
mod risk;
mod scope;
pub mod world;
