//! The proposal. It reads nothing and knows no clock: the same wishes and rooms always give the same.
//!
//! Whoever handed in first is placed first, and keeps a place from then on; but they may be moved from one group to
//! another where that lets somebody else in, or brings the sum of all ways down. Each newcomer comes in by the chain of
//! moves that costs least, so the sum is the least that is possible for those who are placed.

use chrono::{DateTime, Utc};
use entity::training_group::Mode;
use uuid::Uuid;

use super::board::Board;
use crate::programme::Point;

/// Metres that count for a way which nobody knows: longer than any in the country.
const UNKNOWN: i64 = 10_000_000;

/// What one applicant wishes.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// Decides between two who handed in at the same moment.
    pub id: Uuid,
    /// None for who takes either.
    pub mode: Option<Mode>,
    /// Where the school is.
    pub at: Option<Point>,
    pub handed_in: Option<DateTime<Utc>>,
}

/// A group with its free places.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    pub mode: Mode,
    /// Where it is taught; none online.
    pub at: Option<Point>,
    /// None where nobody counts.
    pub free: Option<usize>,
}

/// Why somebody is placed nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nowhere {
    /// No group is taught as they wish.
    NoSuchGroup,
    /// Those that are have no place left.
    Full,
}

/// For each wish the place of its room among the rooms, or why there is none.
pub fn propose(wishes: &[Wish], rooms: &[Room]) -> Vec<Result<usize, Nowhere>> {
    let costs = wishes.iter().map(|wish| costs(wish, rooms)).collect();
    let free = rooms.iter().map(|room| room.free).collect();
    let mut board = Board::new(costs, free);
    let mut turns: Vec<usize> = (0..wishes.len()).collect();
    turns.sort_by_key(|turn| (wishes[*turn].handed_in, wishes[*turn].id));
    for turn in turns {
        board.place(turn);
    }
    let of = |(wish, placed): (usize, &Option<usize>)| {
        let suits = board.costs[wish].iter().any(Option::is_some);
        placed.ok_or(if suits {
            Nowhere::Full
        } else {
            Nowhere::NoSuchGroup
        })
    };
    board.placed.iter().enumerate().map(of).collect()
}

/// Metres to each room; none where it is not taught as they wish.
fn costs(wish: &Wish, rooms: &[Room]) -> Vec<Option<i64>> {
    let cost = |room: &Room| {
        if wish.mode.is_some_and(|mode| mode != room.mode) {
            return None;
        }
        if wish.mode == Some(Mode::DistanceLearning) {
            return Some(0);
        }
        let way = wish.at.zip(room.at);
        #[allow(clippy::cast_possible_truncation, reason = "the grid is 1,300 km long")]
        let metres = |(from, to): (Point, Point)| from.metres_to(to).round() as i64;
        Some(way.map_or(UNKNOWN, metres))
    };
    rooms.iter().map(cost).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(number: u128, mode: Mode, east: i32) -> Wish {
        Wish {
            id: Uuid::from_u128(number),
            mode: Some(mode),
            at: Point::at(Some(east), Some(0)),
            handed_in: None,
        }
    }

    fn room(mode: Mode, east: Option<i32>, free: Option<usize>) -> Room {
        let at = Point::at(east, Some(0));
        Room { mode, at, free }
    }

    use Mode::{DistanceLearning, FaceToFace};

    #[test]
    fn nearest_first_but_never_more_than_it_holds() {
        let rooms = [
            room(FaceToFace, Some(1_000), Some(1)),
            room(FaceToFace, Some(1_100), None),
        ];
        // 20 and 110 are as long as 120 and 10, so who handed in first stays.
        let wishes = [wish(1, FaceToFace, 980), wish(2, FaceToFace, 990)];
        assert_eq!(propose(&wishes, &rooms), [Ok(0), Ok(1)]);
        // The sum counts: 80 and 10 are shorter than 20 and 90.
        let wishes = [wish(1, FaceToFace, 1_020), wish(2, FaceToFace, 1_010)];
        assert_eq!(propose(&wishes, &rooms), [Ok(1), Ok(0)]);
    }

    #[test]
    fn somebody_moves_on_to_let_another_in() {
        let rooms = [
            room(FaceToFace, Some(0), Some(1)),
            room(FaceToFace, Some(500), Some(1)),
        ];
        let wishes = [wish(1, FaceToFace, 100), wish(2, FaceToFace, 0)];
        assert_eq!(propose(&wishes, &rooms), [Ok(1), Ok(0)]);
    }

    #[test]
    fn each_is_taught_as_they_wish_or_told_why_not() {
        let rooms = [room(DistanceLearning, None, Some(1))];
        let wishes = [
            wish(1, DistanceLearning, 0),
            wish(2, DistanceLearning, 0),
            wish(3, FaceToFace, 0),
        ];
        let told = propose(&wishes, &rooms);
        assert_eq!(told, [Ok(0), Err(Nowhere::Full), Err(Nowhere::NoSuchGroup)]);
    }

    #[test]
    fn whoever_handed_in_first_gets_the_last_place() {
        let rooms = [room(FaceToFace, Some(0), Some(1))];
        let at = |text: &str| text.parse().ok();
        let later = Wish {
            handed_in: at("2026-02-02T10:00:00Z"),
            ..wish(1, FaceToFace, 0)
        };
        let first = Wish {
            handed_in: at("2026-02-01T10:00:00Z"),
            ..wish(2, FaceToFace, 900)
        };
        assert_eq!(
            propose(&[later, first], &rooms),
            [Err(Nowhere::Full), Ok(0)]
        );
    }

    #[test]
    fn a_way_that_nobody_knows_is_the_longest() {
        let rooms = [
            room(FaceToFace, None, None),
            room(FaceToFace, Some(900_000), None),
        ];
        assert_eq!(propose(&[wish(1, FaceToFace, 0)], &rooms), [Ok(1)]);
        assert_eq!(
            propose(&[wish(1, FaceToFace, 0)], &[]),
            [Err(Nowhere::NoSuchGroup)]
        );
    }
}
