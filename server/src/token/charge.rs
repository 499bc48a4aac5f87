//! Taking points from a key.

use crate::access::Token;
use crate::ledger::{Allowance, Exhausted};
use crate::portal::Portal;

/// Takes the points that a request of this key costs, before it runs; every door that answers a key calls it once. A row
/// of a report's file is a point, as it is a point in GraphQL.
///
/// # Errors
/// That the key has fewer left in this hour. Answer 429 with `Retry-After`: the words are in it.
pub fn charge(portal: &Portal, token: &Token, points: usize) -> Result<Allowance, Exhausted> {
    let points = i64::try_from(points).unwrap_or(i64::MAX).max(1);
    portal.ledger.charge(token.id, points, portal.clock.now())
}
