//! Asking once more, offering, and telling what came of it.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::board::Board;
use super::page::{Stage, caption};
use super::queries::{AllocationQuery, OfferResult, Offers, OffersVariables, Seats};
use crate::navigate::expect_focus;
use crate::ui::answer::Answer;
use crate::ui::form::Form;
use crate::ui::table::{plain, table, words};
use crate::ui::{button, errors, heading, when};

/// Places that the server offers at once.
const AT_ONCE: usize = 100;

pub fn confirm(board: Board, stage: RwSignal<Stage>) -> AnyView {
    let form = Form::new("offer-places");
    let offers = board.offers();
    let (all, number) = (
        offers.len(),
        i32::try_from(offers.len()).unwrap_or_default(),
    );
    let now = offers.into_iter().take(AT_ONCE).collect::<Vec<_>>();
    let more = (all > AT_ONCE).then(|| {
        view! { <p class="govuk-body">"The first 100 places are offered now; the others are still here afterwards."</p> }
    });
    let send = move || {
        let input = now.clone();
        form.send(Offers::build(OffersVariables { input }), move |data| {
            stage.set(Stage::Done(data.offer_places));
        });
    };
    let row = |(at, seats): (usize, &Seats)| {
        let going = board.going_to(at);
        (going > 0).then(|| vec![words(seats.group.name.clone()), words(going.to_string())])
    };
    let rows = board.plan.with_value(|plan| {
        let rows = plan.groups.iter().enumerate().filter_map(row);
        rows.collect::<Vec<_>>()
    });
    let columns = [plain("Group"), plain("Offers")];
    let inside = view! {
        <div class="govuk-button-group">
            {button::submit(form, "Offer the places")}
            <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| stage.set(Stage::Choosing)>"Back to the choice"</button>
        </div>
    };
    view! {
        {errors::summary(form)}
        {focused(caption(board), format!("Offer {}?", when::count(number, "place", "places")))}
        <p class="govuk-body">"Each applicant gets a letter at once, and has the days that the award gives to answer. What cannot be offered, for example because somebody took the last place meanwhile, is told afterwards; the others are offered all the same."</p>
        {table("Offers by group", &columns, rows)}
        {more}
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}

pub fn outcome(
    board: Board,
    results: Vec<OfferResult>,
    answer: Answer<AllocationQuery>,
) -> AnyView {
    let (refused, done): (Vec<_>, Vec<_>) =
        results.into_iter().partition(|one| one.message.is_some());
    let number = |count: usize| i32::try_from(count).unwrap_or_default();
    let title = match done.len() {
        0 => "No place is offered".to_string(),
        1 => "1 place is offered".into(),
        many => format!("{many} places are offered"),
    };
    let refused = (!refused.is_empty()).then(|| {
        let words_of = format!(
            "{} could not be offered",
            when::count(number(refused.len()), "place", "places")
        );
        let rows = refused.into_iter().map(|one| {
            let name = name_of(board, &one);
            vec![words(name), words(one.message.unwrap_or_default())]
        });
        let columns = [plain("Applicant"), plain("Why")];
        view! { <h2 class="govuk-heading-m">{words_of}</h2> {table("Places that could not be offered", &columns, rows.collect())} }
    });
    view! {
        {focused(caption(board), title)}
        {(!done.is_empty()).then(|| view! { <p class="govuk-body">"The applicants get their letters now."</p> })}
        {refused}
        <button type="button" class="govuk-button" on:click=move |_| answer.reload()>"See who is left"</button>
    }
    .into_any()
}

fn name_of(board: Board, one: &OfferResult) -> String {
    board.plan.with_value(|plan| {
        let found = plan
            .candidates
            .iter()
            .find(|candidate| candidate.application_id == one.application_id);
        found.map_or_else(String::new, |one| one.person.name.clone())
    })
}

/// The heading of the next step of the same page, which a screen reader has to hear of.
fn focused(caption: String, title: String) -> AnyView {
    expect_focus();
    heading::captioned(caption, title)
}
