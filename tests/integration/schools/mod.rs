//! The national list of schools: reading it, and finding schools in it.

mod check;
mod import;
mod measured;
mod search;
