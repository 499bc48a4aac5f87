//! Letters, newest first.

use cynic::{Operation, QueryBuilder};
use leptos::prelude::*;

use super::queries::{
    Brought, LetterKind, LetterKindFilter, LetterRow, LetterState, LetterStateFilter, LetterWhere,
    Letters, LettersVariables,
};
use crate::api::narrow::IdFilter;
use crate::navigate::{Query, address};
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::listing::{Called, listing};
use crate::ui::pager::{ROWS, after};
use crate::ui::table::{Cells, Column, link, long_word, plain, words};
use crate::ui::{chips, filter, heading, when};

const COLUMNS: [Column; 6] = [
    plain("Letter"),
    plain("To"),
    plain("State"),
    plain("Written"),
    plain("Sent"),
    plain("What went wrong"),
];

/// In the address, whose letters are shown of those that one message became.
const MAILING: &str = "mailing";

pub fn page() -> AnyView {
    let query = address().query;
    let letters = answer(move || question(&query.get()));
    let filters = vec![
        filter::select("state", "State", "Every state", LetterState::choices()),
        filter::select("kind", "Letter", "Every letter", LetterKind::choices()),
        filter::search("Name or e-mail address"),
    ];
    view! {
        {heading::heading("Letters")}
        {filter::bar(filters)}
        {show(letters, |data| {
            let page = data.letters;
            let brought = page.nodes.first().and_then(|letter| letter.mailing.clone());
            let rows = page.nodes.into_iter().map(row).collect();
            let listed = listing(Called { one: "letter", many: "letters" }, &COLUMNS, rows, &page.page_info, page.total_count);
            view! { {brings(brought.as_ref())} {listed} }.into_any()
        })}
    }
    .into_any()
}

/// That only the letters of one mailing are shown, with the way to all others.
fn brings(mailing: Option<&Brought>) -> AnyView {
    let query = address().query.get_untracked();
    if query.get(MAILING).is_none() {
        return ().into_any();
    }
    let said = mailing.map(|mailing| {
        view! {
            <p class="govuk-body">"Only the letters that bring “" {mailing.subject.clone()} "”, written by " {mailing.written_by.clone()} ", " {when::exact(&mailing.written_at)} "."</p>
        }
    });
    let words = "One letter to many".to_string();
    let without = query.with(MAILING, "");
    view! { {said} {chips::chips(vec![(without, words)], Query::default())} }.into_any()
}

fn question(query: &Query) -> Operation<Letters, LettersVariables> {
    let narrow = LetterWhere {
        mailing: query.get(MAILING).map(IdFilter::is),
        state: query
            .get("state")
            .and_then(LetterState::named)
            .map(LetterStateFilter::is),
        kind: query
            .get("kind")
            .and_then(LetterKind::named)
            .map(LetterKindFilter::is),
        search: query.text("search"),
    };
    Letters::build(LettersVariables {
        first: ROWS,
        after: after(query),
        narrow,
    })
}

fn row(letter: LetterRow) -> Cells {
    vec![
        link(
            Route::Letter(letter.id.inner().into()).href(),
            letter.kind.words(),
        ),
        view! { {letter.to_name} <br /> {long_word(letter.to_email)} }.into_any(),
        letter.state.tag(),
        when::ago(&letter.created_at),
        letter
            .sent_at
            .as_ref()
            .map_or_else(|| words("–"), when::ago),
        words(letter.last_error.unwrap_or_else(|| "–".into())),
    ]
}
