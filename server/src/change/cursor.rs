//! How far somebody has read.

use entity::change::Thing;
use sea_orm::Iterable as _;

use crate::access::Keys;
use crate::error::Result;

/// A place in the order of changes: everything up to here has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// A transaction's number.
    pub xid: i64,
    pub position: i64,
}

/// How far somebody has read, and of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cursor {
    /// Names the record of changes and whose view of it this is.
    pub view: u64,
    pub things: Things,
    pub place: Place,
}

/// Kinds of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Things(u8);

impl Things {
    pub fn of(things: &[Thing]) -> Self {
        let bits = Thing::iter().enumerate();
        let bits = bits.filter(|(_, thing)| things.contains(thing));
        Self(bits.fold(0, |bits, (at, _)| bits | 1 << at))
    }

    pub fn all_in(self, others: Self) -> bool {
        self.0 & !others.0 == 0
    }
}

impl Cursor {
    /// As it is told. No two are alike, so that nothing can be read from their being so.
    pub fn seal(self, keys: &Keys) -> Result<String> {
        let mut plain = [0; 32];
        plain[..8].copy_from_slice(&self.view.to_be_bytes());
        plain[8..16].copy_from_slice(&self.place.xid.to_be_bytes());
        plain[16..24].copy_from_slice(&self.place.position.to_be_bytes());
        plain[24] = self.things.0;
        getrandom::fill(&mut plain[25..])
            .map_err(|why| anyhow::anyhow!("the machine gave no random bytes: {why}"))?;
        Ok(keys.seal(plain))
    }

    /// What [`Self::seal`] told.
    pub fn unseal(keys: &Keys, text: &str) -> Option<Self> {
        let plain = keys.unseal(text)?;
        let number = |at: usize| <[u8; 8]>::try_from(plain.get(at..at + 8)?).ok();
        Some(Self {
            view: u64::from_be_bytes(number(0)?),
            things: Things(plain[24]),
            place: Place {
                xid: i64::from_be_bytes(number(8)?),
                position: i64::from_be_bytes(number(16)?),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_told_and_read() {
        let keys = Keys::new("a secret of at least thirty-two characters");
        let cursor = Cursor {
            view: 7,
            things: Things::of(&[Thing::Task, Thing::Mentor]),
            place: Place {
                xid: 12,
                position: i64::MAX,
            },
        };
        let (one, other) = (cursor.seal(&keys), cursor.seal(&keys));
        let (one, other) = (one.expect("a cursor"), other.expect("a cursor"));
        assert_ne!(one, other);
        assert_eq!(Cursor::unseal(&keys, &one), Some(cursor));
        assert_eq!(Cursor::unseal(&keys, &one[1..]), None);
    }

    #[test]
    fn fewer_things_are_in_more() {
        let (one, all) = (
            Things::of(&[Thing::Task]),
            Thing::iter().collect::<Vec<_>>(),
        );
        assert!(one.all_in(Things::of(&all)));
        assert!(!Things::of(&all).all_in(one));
    }
}
