//! What somebody wants to know of a place before they take it: where it is, how far, and what it costs.

use leptos::prelude::*;

use super::queries::{Application, Fee, Place};
use crate::group::Mode;
use crate::ui::summary::{Row, row};

/// Where it is taught, and how far that is.
pub fn way(application: &Application, place: &Place) -> Vec<Row> {
    let mut rows = vec![row("Place", place.place.clone())];
    let venue = [&place.venue, &place.postcode];
    let venue: Vec<&str> = venue.into_iter().flatten().map(String::as_str).collect();
    if !venue.is_empty() {
        rows.push(row("Venue", venue.join(", ")));
    }
    rows.push(row("How it is taught", place.mode.words()));
    let far = match (application.distance_miles, place.mode) {
        (Some(far), _) => Some(format!("{} in a straight line", miles(far))),
        (None, Mode::FaceToFace) => Some("Not known".into()),
        (None, Mode::DistanceLearning) => None,
    };
    rows.extend(far.map(|far| row("Distance from the school", far)));
    rows
}

/// "1 mile", "12.3 miles".
pub fn miles(miles: f64) -> String {
    let unit = if miles == 1.0 { "mile" } else { "miles" };
    format!("{miles} {unit}")
}

/// What it costs, and who pays.
pub fn cost(fee: &Fee) -> Vec<Row> {
    let mut rows = vec![row("Fee", fee.words.clone())];
    if let Some(payer) = fee.payer {
        let vat = fee.vat_for_payer.clone().unwrap_or_default();
        let said = view! { {payer.words()} ". " {vat} };
        rows.push(row("Who pays", said));
    }
    rows
}
