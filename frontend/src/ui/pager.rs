//! Pages of a list. The address holds the cursors of the pages passed, so that "Previous" and the back button work.

use leptos::prelude::*;

use crate::api::PageInfo;
use crate::navigate::{Query, address, set_query_and_focus};

/// Rows on one page.
pub const ROWS: i32 = 25;
const BETWEEN: char = '~';

/// The cursor after which the page starts that the address asks for.
pub fn after(query: &Query) -> Option<String> {
    query
        .get("after")?
        .split(BETWEEN)
        .next_back()
        .map(String::from)
}

pub fn pager(page: &PageInfo, shown: usize, total: i32) -> AnyView {
    let query = address().query.get_untracked();
    let passed: Vec<String> = query
        .get("after")
        .map(|after| after.split(BETWEEN).map(String::from).collect())
        .unwrap_or_default();
    let first = passed.len() as i32 * ROWS + 1;
    let between = BETWEEN.to_string();
    let previous = (!passed.is_empty()).then(|| {
        query
            .clone()
            .with("after", &passed[..passed.len() - 1].join(&between))
    });
    let next = page
        .end_cursor
        .clone()
        .filter(|_| page.has_next_page)
        .map(|cursor| {
            let mut passed = passed.clone();
            passed.push(cursor);
            query.with("after", &passed.join(&between))
        });
    if previous.is_none() && next.is_none() {
        return ().into_any();
    }
    view! {
        <nav class="portal-pager portal-no-print" aria-label="Pages">
            {previous.map(|query| step("← Previous", query))}
            <span class="govuk-body">{format!("{first} to {} of {total}", first + shown as i32 - 1)}</span>
            {next.map(|query| step("Next →", query))}
        </nav>
    }
    .into_any()
}

fn step(words: &'static str, query: Query) -> AnyView {
    let turn = move |_| set_query_and_focus(query.clone(), "results");
    view! { <button type="button" class="govuk-button govuk-button--secondary" on:click=turn>{words}</button> }.into_any()
}
