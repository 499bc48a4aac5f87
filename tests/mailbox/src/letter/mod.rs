//! A letter as it was accepted, and what can be read in it.

mod code;
mod follow;
mod read;

use std::sync::Arc;
use std::time::SystemTime;

pub(crate) use follow::urls;

/// An accepted letter. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its place in the order of acceptance, from 1.
    pub number: u64,
    /// When the final dot was acted on.
    pub accepted_at: SystemTime,
    /// The envelope's sender; empty for a bounce.
    pub from: String,
    /// The envelope's accepted recipients, which need not be those of the `To` header.
    pub to: Vec<String>,
    /// The letter as sent, without the dots that SMTP adds.
    pub raw: Arc<[u8]>,
}

impl Letter {
    /// Whether the envelope names this address; case does not matter.
    pub fn is_to(&self, address: &str) -> bool {
        self.to.iter().any(|to| to.eq_ignore_ascii_case(address))
    }
}
