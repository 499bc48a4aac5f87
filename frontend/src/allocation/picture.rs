//! Schools and groups as they lie to each other on the national grid, with a line from each school to the chosen group.
//! The same is in the tables; here one sees at a glance who goes far.

use leptos::prelude::*;

use super::board::Board;
use super::queries::{Allocation, Group};
use crate::group::Mode;
use crate::ui::when;

/// Sizes in the picture's own unit; on a telephone one is about a pixel.
const WIDTH: f64 = 340.0;
const HEIGHT: f64 = 300.0;
const EDGE: f64 = 30.0;
/// A picture of one street would show nothing: metres that are shown at least.
const LEAST: f64 = 5_000.0;

/// The part of the grid that is shown.
#[derive(Clone, Copy)]
struct Map {
    west: f64,
    north: f64,
    /// The picture's units in a metre.
    scale: f64,
}

type Spot = (f64, f64);

impl Map {
    fn of(spots: &[(i32, i32)]) -> Option<Map> {
        let easts = || spots.iter().map(|(east, _)| f64::from(*east));
        let norths = || spots.iter().map(|(_, north)| f64::from(*north));
        let (west, east) = (easts().reduce(f64::min)?, easts().reduce(f64::max)?);
        let (south, north) = (norths().reduce(f64::min)?, norths().reduce(f64::max)?);
        let across = (WIDTH - 2.0 * EDGE) / (east - west).max(LEAST);
        let down = (HEIGHT - 2.0 * EDGE) / (north - south).max(LEAST);
        let scale = across.min(down);
        let middle = |low: f64, high: f64, room: f64| (low + high) / 2.0 - room / scale / 2.0;
        Some(Map {
            west: middle(west, east, WIDTH),
            north: north + south - middle(south, north, HEIGHT),
            scale,
        })
    }

    fn spot(self, (east, north): (i32, i32)) -> Spot {
        let x = (f64::from(east) - self.west) * self.scale;
        let y = (self.north - f64::from(north)) * self.scale;
        (x.round(), y.round())
    }
}

/// None where nobody has said where anything is.
pub fn picture(board: Board) -> Option<AnyView> {
    let (groups, schools) = board.plan.with_value(spots);
    let known: Vec<(i32, i32)> = groups.iter().chain(&schools).flatten().copied().collect();
    let map = Map::of(&known)?;
    let place = move |spot: &Option<(i32, i32)>| spot.map(|spot| map.spot(spot));
    let groups: Vec<Option<Spot>> = groups.iter().map(place).collect();
    let schools: Vec<Option<Spot>> = schools.iter().map(place).collect();
    let names = board.plan.with_value(|plan| {
        let name = |seats: &super::queries::Seats| seats.group.name.clone();
        plan.groups.iter().map(name).collect::<Vec<_>>()
    });
    let squares: Vec<AnyView> = groups.iter().flatten().copied().map(square).collect();
    // Above everything else, so that they can be read.
    let labels = groups.iter().zip(names);
    let labels: Vec<AnyView> = labels
        .filter_map(|(spot, name)| Some(label((*spot)?, name)))
        .collect();
    let ends = groups.clone();
    let ways = schools.clone();
    let lines = move || {
        let ends = ends.clone();
        let drawn = ways.iter().enumerate().filter_map(|(at, from)| {
            let to = *ends.get(board.group_of(at)?)?;
            Some(line((*from)?, to?))
        });
        drawn.collect::<Vec<AnyView>>()
    };
    let dots = schools.into_iter().enumerate();
    let dots: Vec<AnyView> = dots
        .filter_map(|(at, spot)| Some(dot(board, at, spot?)))
        .collect();
    let said = move || {
        format!(
            "A map of schools and groups: {} of {} have a group. The tables have the same in words.",
            board.number(),
            when::count(
                board
                    .chosen
                    .with(|chosen| i32::try_from(chosen.len()).unwrap_or_default()),
                "applicant",
                "applicants"
            )
        )
    };
    Some(
        view! {
            <svg class="portal-map" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=said>
                {lines} {squares} {dots} {labels}
            </svg>
            <ul class="portal-legend" aria-hidden="true">
                <li><span class="portal-map__key portal-map__key--group"></span>"Group"</li>
                <li><span class="portal-map__key"></span>"School, with a line to its group"</li>
                <li><span class="portal-map__key portal-map__key--open"></span>"School of somebody who is taught online, or has no group"</li>
            </ul>
        }
        .into_any(),
    )
}

type Spots = Vec<Option<(i32, i32)>>;

fn spots(plan: &Allocation) -> (Spots, Spots) {
    let in_a_room = |group: &Group| group.mode == Mode::FaceToFace;
    let groups = plan.groups.iter().map(|seats| &seats.group);
    let groups = groups.map(|group| {
        group
            .easting
            .zip(group.northing)
            .filter(|_| in_a_room(group))
    });
    let schools = plan.candidates.iter();
    let schools = schools.map(|one| one.easting.zip(one.northing));
    (groups.collect(), schools.collect())
}

fn square((x, y): Spot) -> AnyView {
    view! { <rect class="portal-map__group" x=(x - 7.0).to_string() y=(y - 7.0).to_string() width="14" height="14" /> }
        .into_any()
}

fn label((x, y): Spot, name: String) -> AnyView {
    let anchor = match x {
        x if x < WIDTH / 3.0 => "start",
        x if x > WIDTH * 2.0 / 3.0 => "end",
        _ => "middle",
    };
    view! {
        <text x=x.to_string() y=(y - 12.0).to_string() text-anchor=anchor>{name}</text>
    }
    .into_any()
}

fn line(from: Spot, to: Spot) -> AnyView {
    let d = format!("M{} {}L{} {}", from.0, from.1, to.0, to.1);
    view! { <path class="portal-map__way" d=d /> }.into_any()
}

fn dot(board: Board, at: usize, (x, y): Spot) -> AnyView {
    let is_open = move || {
        board.plan.with_value(|plan| {
            let group = board.group_of(at).and_then(|group| plan.groups.get(group));
            group.is_none_or(|seats| seats.group.mode == Mode::DistanceLearning)
        })
    };
    view! {
        <circle class="portal-map__school" class=("portal-map__school--open", is_open) cx=x.to_string() cy=y.to_string() r="5" />
    }
    .into_any()
}
