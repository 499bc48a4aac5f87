//! Who sees and may do what: every field of the schema, for everybody, on what is theirs and what is not.
//!
//! Three texts beside this file say what has to come out, and are read as a person reads them: `audiences.txt` (who gets
//! what of whose), `roots.txt` (one line for each field of `Query` and `Mutation`) and `fields.txt` (one line for each
//! field of each type). A field of the schema without a line fails.
//!
//! That a verb cannot be called past the policy needs no test: `Granted` and `Entitled` have private fields, so nothing
//! outside `server::access` can make one, and no verb takes anything else.

pub mod actors;
pub mod applying;
mod asking;
mod audiences;
mod fields;
mod interference;
mod newcomers;
mod roots;
mod rules;
mod secrets;
mod seen;
mod world;
