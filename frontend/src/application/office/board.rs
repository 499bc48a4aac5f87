//! Applications by where they stand: a column for each state in which somebody has something to do, counts for the others.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::columns::{BoardColumn, BoardQuery, BoardVariables, Card};
use super::{filters, list};
use crate::application::words::{ApplicationState, ApplicationTrouble};
use crate::navigate::{Query, address, focus_again};
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::state::empty;
use crate::ui::{filter, when};

/// Cards of each column; the others are in the list.
const CARDS: i32 = 20;

pub fn board() -> AnyView {
    let query = address().query;
    let asked = answer(move || {
        BoardQuery::build(BoardVariables {
            cards: CARDS,
            narrow: filters::narrow(&query.get()),
        })
    });
    show(asked, move |data| {
        drawn(data.application_board.columns, &query.get_untracked())
    })
}

fn drawn(columns: Vec<BoardColumn>, query: &Query) -> AnyView {
    // After the columns are on the page.
    Effect::new(|_| focus_again());
    let total = columns.iter().map(|column| column.count).sum();
    let counted = filter::results(total, "application", "applications");
    if total == 0 {
        return view! { {counted} {empty("No applications match.")} }.into_any();
    }
    let (settled, open): (Vec<_>, Vec<_>) =
        columns.into_iter().partition(|column| column.is_settled);
    let jumps: Vec<AnyView> = open.iter().map(jump).collect();
    let open: Vec<AnyView> = open.into_iter().map(|one| column(one, query)).collect();
    view! {
        {counted}
        <nav class="portal-no-print" aria-label="Columns"><ul class="portal-chips__list">{jumps}</ul></nav>
        <div class="portal-board">{open}</div>
        {over(&settled, query)}
    }
    .into_any()
}

fn id_of(state: ApplicationState) -> String {
    format!("column-{}", state.name())
}

fn jump(column: &BoardColumn) -> AnyView {
    let words = format!("{} ({})", column.state.words(), column.count);
    let href = format!("#{}", id_of(column.state));
    view! { <li><a class="govuk-link" href=href>{words}</a></li> }.into_any()
}

fn column(column: BoardColumn, query: &Query) -> AnyView {
    let state = column.state;
    let (id, labelled) = (id_of(state), id_of(state));
    let oldest = column
        .oldest_days
        .map(|days| match days {
            0 => "All since today".into(),
            days => format!("Oldest: {}", when::count(days, "day", "days")),
        })
        .unwrap_or_else(|| "None".into());
    let shown = i32::try_from(column.cards.len()).unwrap_or(i32::MAX);
    let all = (column.count > shown).then(|| {
        let words = format!("Show all {} in the list", column.count);
        view! { <p class="govuk-body-s"><a class="govuk-link" href=list::of_state(query, state.name())>{words}<span class="govuk-visually-hidden">{format!(": {}", state.words())}</span></a></p> }
            .into_any()
    });
    let cards: Vec<AnyView> = column.cards.into_iter().map(card).collect();
    let cards =
        (!cards.is_empty()).then(|| view! { <ol class="govuk-list">{cards}</ol> }.into_any());
    view! {
        <section class="portal-board__column" aria-labelledby=labelled>
            <h2 class="govuk-heading-s" id=id tabindex="-1">
                {format!("{} ({})", state.words(), column.count)}
            </h2>
            <p class="govuk-body-s">{oldest}</p>
            {cards}
            {all}
        </section>
    }
    .into_any()
}

fn card(card: Card) -> AnyView {
    let troubles: Vec<AnyView> = card.troubles.into_iter().map(trouble).collect();
    let school = card
        .school
        .map_or_else(|| "No school yet".into(), |school| school.name);
    view! {
        <li class="portal-card">
            <a class="govuk-link" href=Route::Application(card.id.into_inner()).href()>{card.person.name}</a>
            <span>{school}</span>
            <span><strong>{when::lasting(&card.stands_since)}</strong></span>
            <span>{card.next_step.words()}</span>
            {troubles}
        </li>
    }
    .into_any()
}

pub fn trouble(trouble: ApplicationTrouble) -> AnyView {
    view! { <span>{trouble.tag()}</span> }.into_any()
}

/// Where nothing is left to do.
fn over(settled: &[BoardColumn], query: &Query) -> AnyView {
    let count: i32 = settled.iter().map(|column| column.count).sum();
    let rows: Vec<AnyView> = settled
        .iter()
        .filter(|column| column.count > 0)
        .map(|column| {
            let words = format!("{}: {}", column.state.words(), column.count);
            let href = list::of_state(query, column.state.name());
            view! { <li><a class="govuk-link" href=href>{words}</a></li> }.into_any()
        })
        .collect();
    if rows.is_empty() {
        return ().into_any();
    }
    let words = format!("Settled: {count}");
    view! {
        <details class="govuk-details">
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{words}</span></summary>
            <div class="govuk-details__text"><ul class="govuk-list">{rows}</ul></div>
        </details>
    }
    .into_any()
}
