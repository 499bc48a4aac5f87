//! Chance that falls the same way every time.

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};
use uuid::{Builder, Uuid};

/// Numbers that look random and follow from what the dice are for (splitmix64).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The dice for the `number`-th thing of a kind: what one thing throws does not change what the next one does.
    pub fn of(random: u64, kind: &str, number: usize) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(random.to_be_bytes());
        hasher.update((number as u64).to_be_bytes());
        hasher.update(kind.as_bytes());
        let digest = hasher.finalize();
        Self(
            digest
                .iter()
                .take(8)
                .fold(0, |seed, byte| seed << 8 | u64::from(*byte)),
        )
    }

    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 on that is smaller than `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        let scaled = (u128::from(self.throw()) * bound as u128) >> 64;
        usize::try_from(scaled).unwrap_or(0)
    }

    /// A whole number between these, both included.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        let width = usize::try_from(most - least + 1).unwrap_or(1);
        least + i64::try_from(self.below(width)).unwrap_or(0)
    }

    /// Whether something happens that does so many times out of a thousand.
    pub fn chance(&mut self, of_thousand: usize) -> bool {
        self.below(1000) < of_thousand
    }

    /// One of these; there must be one.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// An id as it would have been given at that moment.
    pub fn id(&mut self, at: DateTime<Utc>) -> Uuid {
        let mut random = [0; 10];
        random[..8].copy_from_slice(&self.throw().to_be_bytes());
        random[8..].copy_from_slice(&self.throw().to_be_bytes()[..2]);
        let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
        Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_same_falls_the_same() {
        let throws = |mut dice: Dice| [dice.throw(), dice.throw(), dice.throw()];
        let one = throws(Dice::of(1, "task", 7));
        assert_eq!(one, throws(Dice::of(1, "task", 7)));
        assert_ne!(one, throws(Dice::of(2, "task", 7)));
        assert_ne!(one, throws(Dice::of(1, "mentor", 7)));
        assert_ne!(one, throws(Dice::of(1, "task", 8)));
    }

    #[test]
    fn ids_are_ordered_by_their_moment() {
        let mut dice = Dice::of(1, "id", 0);
        let at = |text: &str| text.parse::<DateTime<Utc>>().expect("a moment");
        let (earlier, later) = (at("2026-01-01T10:00:00Z"), at("2026-01-01T10:00:01Z"));
        let (one, other) = (dice.id(earlier), dice.id(later));
        assert!(one < other);
        assert_eq!(one.get_version_num(), 7);
    }

    #[test]
    fn bounds_hold() {
        let mut dice = Dice::of(1, "bound", 0);
        for _ in 0..1000 {
            assert!(dice.below(3) < 3);
            assert!((-2..=2).contains(&dice.between(-2, 2)));
        }
    }
}
