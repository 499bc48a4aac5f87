//! Taking points from a key.

use crate::access::Token;
use crate::ledger::{Allowance, Exhausted};
use crate::portal::Portal;

/// Takes the points that a request of this key costs, before it runs; every door that answers a key calls it once. What
/// cannot be weighed before, such as a file whose rows come one by one, pays a point here and the rest by
/// [`charge_more`].
///
/// # Errors
/// That the key has fewer left in this hour. Answer 429 with `Retry-After`: the words are in it.
pub fn charge(portal: &Portal, token: &Token, points: usize) -> Result<Allowance, Exhausted> {
    let points = whole(points).max(1);
    portal.ledger.charge(token.id, points, portal.clock.now())
}

/// Takes what an answer came to in the end, beyond what was charged before.
pub fn charge_more(portal: &Portal, token: &Token, points: usize) {
    let points = whole(points);
    portal
        .ledger
        .charge_more(token.id, points, portal.clock.now());
}

fn whole(points: usize) -> i64 {
    i64::try_from(points).unwrap_or(i64::MAX)
}
