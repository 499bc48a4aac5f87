//! `/graphql` as the rest of the world finds it: what it refuses, what it must let through, and by whose rules.

mod answers;
mod bombs;
mod calm;
mod doors;
mod screens;
mod sent;
