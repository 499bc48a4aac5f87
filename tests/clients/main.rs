//! Other people's tools, pointed at the portal as those who build on it would, and at the documents that it makes: one file
//! a tool. Each that asks runs against the real program with its limits on, and with the key of a reporting tool. What they are and at which version stands in
//! `package.json` and `requirements.in`; `cargo xtask test` installs them.

mod ariadne;
mod audit;
mod examples;
mod gql;
mod introspection;
mod linter;
mod paper;
mod relay;
mod room;
mod schemathesis;
mod sgqlc;
mod stage;
