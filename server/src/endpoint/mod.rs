//! GraphQL over HTTP, written here rather than taken from the library.
//!
//! The library's own endpoint lets a mutation in by GET, by `text/plain` and by multipart (all
//! three open to cross-site requests), reads bodies without a bound, and checks a document in a way
//! that 881 bytes can keep busy for 25 seconds. So nothing reaches the schema here before it has
//! passed, in this order and cheapest first:
//!
//! 1. `negotiate`: an answer the client can read, a body we can read;
//! 2. `cross_site`: a browser acts for this portal's own pages only;
//! 3. `body`: a bounded number of bytes within a bounded time;
//! 4. `ask`: one JSON object, no batch;
//! 5. `document`: parsed once, after a look at its size and nesting, unless it is `known`;
//! 6. `tally`: what the whole document would expand to;
//! 7. `measure`: how much the chosen operation can return;
//! 8. `Callers`: who is asking, and whether they may still ask for so much.
//!
//! Then it runs within a deadline, `nulls` stand where something failed, and `order` puts the answer's keys back in the
//! order asked.
//! Every refusal is one of `Refusal`, with a stable `extensions.code`.

mod answer;
mod ask;
mod body;
mod callers;
mod cost;
mod cross_site;
mod document;
mod expansion;
mod known;
mod limits;
mod measure;
mod message;
mod negotiate;
mod nulls;
mod order;
mod refusal;
mod roots;
mod serve;
mod tally;
#[cfg(test)]
mod tests;

pub use callers::{Caller, Callers, Introspection};
pub use cost::Cost;
pub use cross_site::{NotAnOrigin, PublicOrigin, is_foreign};
pub use limits::Limits;
pub use refusal::Refusal;
pub use serve::GraphQl;
