//! What all pages behind links in letters have in common: plain forms for people without an account, without scripts.

mod attachment;
mod door;
mod fields;
mod form;
mod frame;
mod link;
mod trouble;

pub use attachment::attachment;
pub(crate) use door::door;
pub use door::or_unknown;
pub use fields::{Fields, some};
pub use form::{Filled, typed_day};
pub use frame::{Frame, page};
pub use link::{Standing, address, is_over, letter_of, outlived, standing};
pub use trouble::{apology, unknown, unreadable};

use std::net::IpAddr;

use poem::Response;

use crate::error::{Error, Result};
use crate::portal::Portal;

/// Where an answer comes from; the door puts it beside the request.
#[derive(Clone, Debug)]
pub struct Visitor {
    pub ip: IpAddr,
    /// What the browser calls itself.
    pub user_agent: String,
}

/// Things of one kind that a page shows and takes at a time, and a letter names: a page of so many tasks stays below
/// 40 KB with its stylesheet, compressed.
pub const AT_A_TIME: u64 = 30;

/// What was done, or the page that says why it was not.
pub fn tell(portal: &Portal, done: Result<Response>) -> Response {
    match done {
        Ok(response) => response,
        Err(Error::NotFound(_)) => unknown(portal),
        Err(error) => {
            tracing::error!(?error, "a link page failed");
            apology(portal)
        }
    }
}
