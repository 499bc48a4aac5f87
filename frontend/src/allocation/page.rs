//! The places of one cohort: look at the proposal, change it by hand, offer, and see what came of it.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::board::Board;
use super::offer::{confirm, outcome};
use super::picture::picture;
use super::queries::{Allocation, AllocationQuery, OfferResult};
use super::rows::{blocked, candidates, groups};
use crate::api::ById;
use crate::route::Route;
use crate::ui::answer::{Answer, answer, show};
use crate::ui::{heading, state, when};

/// How far somebody is with the page.
#[derive(Clone)]
pub enum Stage {
    Choosing,
    Confirming,
    Done(Vec<OfferResult>),
}

pub fn page(id: String) -> AnyView {
    let plan = answer(move || {
        AllocationQuery::build(ById {
            id: cynic::Id::new(&id),
        })
    });
    show(plan, move |data| staged(data.allocation, plan))
}

fn staged(plan: Allocation, answer: Answer<AllocationQuery>) -> AnyView {
    let board = Board::of(plan);
    let stage = RwSignal::new(Stage::Choosing);
    (move || match stage.get() {
        Stage::Choosing => choosing(board, stage),
        Stage::Confirming => confirm(board, stage),
        Stage::Done(results) => outcome(board, results, answer),
    })
    .into_any()
}

/// What the page is about, in a caption.
pub fn caption(board: Board) -> String {
    board
        .plan
        .with_value(|plan| format!("{}, {}", plan.cohort.award.name, plan.cohort.name))
}

fn choosing(board: Board, stage: RwSignal<Stage>) -> AnyView {
    let (ready, waiting) = board
        .plan
        .with_value(|plan| (plan.candidates.len(), plan.blocked.clone()));
    let begins = board
        .plan
        .with_value(|plan| when::day_words(&plan.cohort.starts_on));
    let inside = match ready {
        0 => state::empty("Nobody is ready for an offer at the moment."),
        _ => proposal(board, stage),
    };
    let number = i32::try_from(waiting.len()).unwrap_or_default();
    let waiting = (number > 0).then(|| {
        let not_ready = format!(
            "{} not ready yet",
            when::count(number, "applicant", "applicants")
        );
        view! { <h2 class="govuk-heading-m">{not_ready}</h2> {blocked(waiting)} }
    });
    view! {
        {heading::back(Route::Places.href(), "Cohorts")}
        {heading::captioned(caption(board), "Offer places")}
        <p class="govuk-body">"The cohort begins on " {begins} "."</p>
        <h2 class="govuk-heading-m">"Groups"</h2>
        {groups(board)}
        {inside}
        {waiting}
    }
    .into_any()
}

fn proposal(board: Board, stage: RwSignal<Stage>) -> AnyView {
    let crowded = move || {
        let names = board.crowded();
        (!names.is_empty()).then(|| {
            let words = format!(
                "More people are chosen than there is room for in {}. Those who are too many will be refused.",
                names.join(" and ")
            );
            view! {
                <div class="govuk-warning-text">
                    <span class="govuk-warning-text__icon" aria-hidden="true">"!"</span>
                    <strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">"Warning"</span>{words}</strong>
                </div>
            }
        })
    };
    let press = move || match board.number() {
        0 => "Choose a group for somebody first".to_string(),
        number => format!("Offer {}", when::count(number, "place", "places")),
    };
    let go_on = move |_| {
        if board
            .chosen
            .with_untracked(|chosen| chosen.iter().flatten().next().is_some())
        {
            stage.set(Stage::Confirming);
        }
    };
    view! {
        <h2 class="govuk-heading-m">"Who is ready, and where they could go"</h2>
        <p class="govuk-body">"Each is proposed a group that is taught as they wish and has a place left, so that all ways together are as short as they can be. Where places are few, who handed in first comes first. Distances are in a straight line. Change what you like."</p>
        {picture(board)}
        {candidates(board)}
        <div aria-live="polite">{crowded}</div>
        <button type="button" class="govuk-button" aria-disabled=move || (board.number() == 0).then_some("true") on:click=go_on>{press}</button>
    }
    .into_any()
}
