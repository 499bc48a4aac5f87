//! How lists are read: as many statements for twelve participants as for three, and every row once over all pages.

mod counted;
pub mod counting;
mod filters;
mod operators;
mod pages;
mod planned;
mod refused;
