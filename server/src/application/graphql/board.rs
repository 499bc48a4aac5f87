//! The board in the schema.

use chrono::{DateTime, Utc};

use super::{Application, ApplicationState};
use crate::application::{self as room, ON_THE_WAY};
use crate::clock::days_between;
use crate::reading::int;
use crate::schema::{each, object};

/// The columns of a board.
#[derive(Clone, Debug)]
pub struct Lanes(pub Vec<std::sync::Arc<room::Lane>>);

object! {
    /// Applications by where they stand.
    ApplicationBoard(board: Lanes, loads);

    /// One for each state, in the order of an application's life, also where it is empty.
    columns: Vec<ApplicationColumn> => each(board.0.clone());
}

object! {
    /// The applications that stand in one place.
    ApplicationColumn(lane: room::Lane, loads);

    /// Where they stand.
    state: ApplicationState => lane.state.into();
    /// How many.
    count: i32 => int(lane.count);
    /// Since when the one has stood there that has for longest; null in an empty column.
    oldest_since: Option<DateTime<Utc>> => lane.oldest;
    /// Days in London since then; null in an empty column.
    oldest_days: Option<i32> => lane.oldest.map(|since| int(days_between(since, loads.reader().now)));
    /// Whether nothing is left to do: the place is taken, or the application is over.
    is_settled: bool => !ON_THE_WAY.contains(&lane.state);
    /// Those that have stood there longest, longest first, as many as were asked for; none in a settled column.
    cards: Vec<Application> => each(lane.cards.clone());
}
