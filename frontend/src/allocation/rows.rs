//! The tables: groups with what is left of them, candidates with a group to choose, and who is not ready yet.

use leptos::prelude::*;

use super::board::{Board, left};
use super::queries::{Blocked, Candidate, NowhereReason, Seats};
use crate::application::place::miles;
use crate::group::Mode;
use crate::route::Route;
use crate::ui::choice::{Choice, options};
use crate::ui::table::{Cells, link, plain, table, words};

pub fn groups(board: Board) -> AnyView {
    let columns = [
        plain("Group"),
        plain("How it is taught"),
        plain("Places"),
        plain("Taken"),
        plain("Offered"),
        plain("Chosen below"),
        plain("Then left"),
    ];
    let row = |(at, seats): (usize, &Seats)| {
        let seats = seats.clone();
        let all = seats.group_places();
        let name = seats.group.name.clone();
        let mode = seats.group.mode.words();
        let (taken, offered) = (seats.taken, seats.offered);
        let going = move || board.going_to(at).to_string();
        vec![
            link(Route::Group(seats.group.id.inner().into()).href(), name),
            words(mode),
            words(all),
            words(taken.to_string()),
            words(offered.to_string()),
            view! { {going} }.into_any(),
            view! { {move || left(&seats, board.going_to(at))} }.into_any(),
        ]
    };
    let rows = board
        .plan
        .with_value(|plan| plan.groups.iter().enumerate().map(row).collect());
    table("Groups of the cohort", &columns, rows)
}

pub fn candidates(board: Board) -> AnyView {
    let columns = [
        plain("Applicant"),
        plain("School"),
        plain("Wishes"),
        plain("Group"),
        plain("Distance"),
    ];
    let rows = board.plan.with_value(|plan| {
        let row = |(at, one): (usize, &Candidate)| candidate(board, &plan.groups, at, one);
        plan.candidates.iter().enumerate().map(row).collect()
    });
    table("Applicants who are ready for an offer", &columns, rows)
}

fn candidate(board: Board, groups: &[Seats], at: usize, one: &Candidate) -> Cells {
    let name = one.person.name.clone();
    let school = one.school.as_ref();
    let school = school.map_or_else(|| "–".into(), |school| school.said());
    let choices = std::iter::once(Choice::new("", "No offer now")).chain(
        groups
            .iter()
            .enumerate()
            .map(|(at, seats)| Choice::new(at.to_string(), seats.group.name.clone())),
    );
    let proposed = one.proposed.map_or_else(String::new, |at| at.to_string());
    let choices = options(choices.collect(), proposed);
    let choose =
        move |event: leptos::ev::Event| board.choose(at, event_target_value(&event).parse().ok());
    let label = format!("Group for {name}");
    let select = view! {
        <select class="govuk-select portal-choose" id=format!("group-{at}") aria-label=label on:change=choose>{choices}</select>
    };
    let online: Vec<bool> = groups
        .iter()
        .map(|seats| seats.group.mode == Mode::DistanceLearning)
        .collect();
    let (far, nowhere) = (one.distances_miles.clone(), one.nowhere);
    let distance = move || match board.group_of(at) {
        None => nowhere.map_or("–", NowhereReason::words).to_string(),
        Some(group) => match far.get(group).copied().flatten() {
            Some(far) => miles(far),
            None if online.get(group) == Some(&true) => "Online".into(),
            None => "Not known".into(),
        },
    };
    vec![
        link(
            Route::Application(one.application_id.inner().into()).href(),
            name,
        ),
        words(school),
        words(wishes(one)),
        select.into_any(),
        view! { {distance} }.into_any(),
    ]
}

fn wishes(one: &Candidate) -> String {
    let mode = one.mode.map(|mode| mode.words().to_string());
    let said = [mode, one.places.clone()];
    let said: Vec<String> = said.into_iter().flatten().collect();
    said.join(". ")
}

pub fn blocked(blocked: Vec<Blocked>) -> AnyView {
    let columns = [
        plain("Applicant"),
        plain("School"),
        plain("What has to happen first"),
    ];
    let rows = blocked.into_iter().map(|one| {
        vec![
            link(
                Route::Application(one.application_id.into_inner()).href(),
                one.person.name,
            ),
            words(
                one.school
                    .map_or_else(|| "–".into(), |school| school.said()),
            ),
            words(one.next_step.words()),
        ]
    });
    table("Applicants who are not ready", &columns, rows.collect())
}

impl NowhereReason {
    fn words(self) -> &'static str {
        match self {
            NowhereReason::NoSuchGroup => "No group is taught as they wish",
            NowhereReason::Full => "Every group that suits is full",
        }
    }
}

impl Seats {
    fn group_places(&self) -> String {
        match self.free {
            None => "Not counted".into(),
            Some(free) => (free + self.taken + self.offered).to_string(),
        }
    }
}
