//! Places on the national grid, and how far they are from each other.

use entity::{school, training_group};

/// Metres in a mile.
const MILE: f64 = 1_609.344;

/// A place on the national grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Metres east.
    pub easting: i32,
    /// Metres north.
    pub northing: i32,
}

impl Point {
    /// None where half of it is not known.
    pub fn at(easting: Option<i32>, northing: Option<i32>) -> Option<Self> {
        Some(Self {
            easting: easting?,
            northing: northing?,
        })
    }

    /// Where a school is; none while nobody has said.
    pub fn of_school(school: &school::Model) -> Option<Self> {
        Self::at(school.easting, school.northing)
    }

    /// Where a group is taught; none online, and where nobody has said.
    pub fn of_group(group: &training_group::Model) -> Option<Self> {
        let in_a_room = group.mode == training_group::Mode::FaceToFace;
        Self::at(group.easting, group.northing).filter(|_| in_a_room)
    }

    /// Metres from here to there in a straight line.
    pub fn metres_to(self, there: Self) -> f64 {
        let across = f64::from(self.easting) - f64::from(there.easting);
        let along = f64::from(self.northing) - f64::from(there.northing);
        across.hypot(along)
    }

    /// The same in miles, to one decimal: roads are longer, so more would say less.
    pub fn miles_to(self, there: Self) -> f64 {
        (self.metres_to(there) / MILE * 10.0).round() / 10.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn miles_as_the_crow_flies() {
        let at = |easting, northing| Point { easting, northing };
        assert_eq!(at(400_000, 300_000).miles_to(at(400_000, 300_000)), 0.0);
        // Three, four, five: 16,093.44 m are ten miles.
        let there = at(400_000 + 9_656, 300_000 + 12_875);
        assert_eq!(at(400_000, 300_000).miles_to(there), 10.0);
        assert_eq!(there.miles_to(at(400_000, 300_000)), 10.0);
        assert_eq!(at(0, 0).miles_to(at(0, 2_100)), 1.3);
    }

    #[test]
    fn half_a_place_is_none() {
        assert_eq!(Point::at(Some(1), None), None);
        assert_eq!(Point::at(None, Some(1)), None);
    }
}
