//! The clock as a line from the appointment to the deadline. What the law says stands above it, the person's own days
//! below.

use leptos::prelude::*;

use super::Clock;
use crate::api::Day;
use crate::ui::when::days_between;

/// Sizes in the picture's own unit; on a telephone one is about a pixel.
const WIDTH: i32 = 340;
const EDGE: i32 = 6;
const LINE: i32 = 44;
const HEIGHT: i32 = 104;
/// A letter's width, about.
const LETTER: i32 = 8;

/// A day on the line, and its name.
struct Mark {
    x: i32,
    name: &'static str,
    class: &'static str,
}

/// Days as places on the line.
struct Scale {
    first: Day,
    days: i32,
}

impl Scale {
    fn of(clock: &Clock) -> Self {
        let known = [
            clock.appointed_on.as_ref(),
            clock.deadline.as_ref(),
            clock.latest_safe_start.as_ref(),
            Some(&clock.starts_on),
            Some(&clock.forecast_award_on),
            Some(&clock.today),
        ];
        // Days as they are written sort as they come.
        let mut known: Vec<&Day> = known.into_iter().flatten().collect();
        known.sort_by(|one, other| one.0.cmp(&other.0));
        let (first, last) = (known[0].clone(), known[known.len() - 1]);
        let days = days_between(&first, last).max(1);
        Self { first, days }
    }

    fn x(&self, day: &Day) -> i32 {
        EDGE + days_between(&self.first, day) * (WIDTH - 2 * EDGE) / self.days
    }

    fn mark(&self, day: &Day, name: &'static str, class: &'static str) -> Mark {
        let x = self.x(day);
        Mark { x, name, class }
    }

    /// The first of January of every year on the line.
    fn years(&self) -> Vec<AnyView> {
        let first: i32 = self.first.0[..4].parse().unwrap_or_default();
        let years = (first + 1)..=(first + 1 + self.days / 365);
        let placed = years.map(|year| (year, self.x(&Day(format!("{year}-01-01")))));
        let inside = placed.filter(|(_, x)| *x < WIDTH - EDGE);
        inside.map(|(year, x)| year_at(year, x)).collect()
    }
}

pub fn picture(clock: &Clock, said: &str) -> AnyView {
    let scale = Scale::of(clock);
    let law: Vec<Mark> = [
        (&clock.appointed_on, "Appointed", "law"),
        (&clock.latest_safe_start, "Latest start", "safe"),
        (&clock.deadline, "Deadline", "law"),
    ]
    .into_iter()
    .filter_map(|(day, name, class)| Some(scale.mark(day.as_ref()?, name, class)))
    .collect();
    let own = vec![
        scale.mark(&clock.today, "Today", "today"),
        scale.mark(&clock.starts_on, "Start", "own"),
        scale.mark(&clock.forecast_award_on, "Award", "own"),
    ];
    view! {
        <svg class="portal-clock__picture" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=said.to_string()>
            {scale.years()}
            {stretch("rest", EDGE, WIDTH - EDGE)}
            {stretch("plain", scale.x(&clock.starts_on), scale.x(&clock.forecast_award_on))}
            {spare(clock, &scale)}
            {marks(law, 14, LINE - 24)}
            {marks(own, 78, LINE + 24)}
        </svg>
    }
    .into_any()
}

/// From the award to the deadline, or back, in the colour of the clock.
fn spare(clock: &Clock, scale: &Scale) -> Option<AnyView> {
    let (deadline, colour) = (clock.deadline.as_ref()?, clock.colour?);
    let (one, other) = (scale.x(deadline), scale.x(&clock.forecast_award_on));
    let (_, _, look) = colour.told();
    Some(stretch(look, one.min(other), one.max(other)))
}

fn stretch(look: &'static str, from: i32, to: i32) -> AnyView {
    let d = format!("M{from} {}H{to}v8H{from}z", LINE - 4);
    view! { <path class=format!("portal-part--{look}") d=d /> }.into_any()
}

fn year_at(year: i32, x: i32) -> AnyView {
    view! {
        <path class="portal-clock__year" d=format!("M{x} {}V{}", LINE - 8, LINE + 8) />
        <text class="portal-clock__year" x=x.to_string() y=(HEIGHT - 4).to_string() text-anchor="middle">{year}</text>
    }
    .into_any()
}

/// A row of marks with their names, which give way to each other and to the edges.
fn marks(mut marks: Vec<Mark>, y: i32, end: i32) -> Vec<AnyView> {
    marks.sort_by_key(|mark| mark.x);
    let half = |mark: &Mark| i32::try_from(mark.name.len()).unwrap_or_default() * LETTER / 2;
    let mut places: Vec<i32> = Vec::new();
    let mut free = 0;
    for mark in &marks {
        let place = mark.x.max(free + half(mark));
        free = place + half(mark) + LETTER;
        places.push(place);
    }
    let mut free = WIDTH;
    for (place, mark) in places.iter_mut().zip(&marks).rev() {
        *place = (*place).min(free - half(mark));
        free = *place - half(mark) - LETTER;
    }
    let drawn = marks.into_iter().zip(places);
    drawn
        .map(|(mark, place)| {
            let class = format!("portal-clock__mark portal-clock__mark--{}", mark.class);
            let turn = (end + LINE) / 2;
            let d = format!("M{} {LINE}V{turn}L{place} {end}", mark.x);
            view! {
                <path class=class d=d />
                <text x=place.to_string() y=y.to_string() text-anchor="middle">{mark.name}</text>
            }
            .into_any()
        })
        .collect()
}
