//! How often one address on the network may try to sign in.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

use governor::{DefaultKeyedRateLimiter, Quota};

use crate::error::{Error, Result};

/// Tries a minute and address; a school behind one address has many teachers.
const PER_MINUTE: NonZeroU32 = NonZeroU32::new(60).unwrap();

/// Addresses kept in memory before those that have not tried for long are forgotten.
const REMEMBERED: usize = 10_000;

/// Counts tries by network address. Lives as long as the server.
#[derive(Clone, Debug)]
pub struct Limiter(Arc<DefaultKeyedRateLimiter<IpAddr>>);

impl Default for Limiter {
    fn default() -> Self {
        Self(Arc::new(DefaultKeyedRateLimiter::keyed(Quota::per_minute(
            PER_MINUTE,
        ))))
    }
}

impl Limiter {
    /// # Errors
    /// `TOO_MANY` if this address has tried too often within the last minute.
    pub fn check(&self, ip: IpAddr) -> Result<()> {
        if self.0.len() > REMEMBERED {
            self.0.retain_recent();
        }
        self.0.check_key(&ip).map_err(|_| {
            Error::TooMany(
                "Too many tries from your network. Wait a minute, then try again.".into(),
            )
        })
    }
}
