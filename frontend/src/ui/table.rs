//! A table whose headings sort it. On a narrow screen each row becomes a card, so every cell repeats its heading.

use std::borrow::Cow;

use leptos::prelude::*;

use crate::navigate::{Query, address, set_query_and_focus};

#[derive(Clone)]
pub struct Column {
    pub words: Cow<'static, str>,
    /// The name of the order in the address, if the server can sort by it.
    pub order: Option<Cow<'static, str>>,
}

pub const fn plain(words: &'static str) -> Column {
    Column {
        words: Cow::Borrowed(words),
        order: None,
    }
}

pub const fn sorted(words: &'static str, order: &'static str) -> Column {
    Column {
        words: Cow::Borrowed(words),
        order: Some(Cow::Borrowed(order)),
    }
}

pub type Cells = Vec<AnyView>;

/// The first cell of each row is its heading.
pub fn table(caption: impl Into<String>, columns: &[Column], rows: Vec<Cells>) -> AnyView {
    let query = address().query.get_untracked();
    let heads: Vec<AnyView> = columns
        .iter()
        .map(|column| head(column.clone(), &query))
        .collect();
    let rows: Vec<AnyView> = rows.into_iter().map(|cells| row(columns, cells)).collect();
    view! {
        <table class="govuk-table portal-table">
            <caption class="govuk-table__caption govuk-visually-hidden">{caption.into()}</caption>
            <thead class="govuk-table__head"><tr class="govuk-table__row">{heads}</tr></thead>
            <tbody class="govuk-table__body">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn head(column: Column, query: &Query) -> AnyView {
    let Some(order) = column.order else {
        return view! { <th scope="col" class="govuk-table__header">{column.words}</th> }
            .into_any();
    };
    let ascending = query.get("sort") == Some(&*order);
    let descending = query
        .get("sort")
        .is_some_and(|sort| sort.strip_prefix('-') == Some(&*order));
    let (sort, arrow) = match (ascending, descending) {
        (true, _) => ("ascending", " ▲"),
        (_, true) => ("descending", " ▼"),
        _ => ("none", ""),
    };
    let next = if ascending {
        format!("-{order}")
    } else {
        order.to_string()
    };
    let sorted = query.clone().with("sort", &next).with("after", "");
    let id = format!("sort-{order}");
    view! {
        <th scope="col" class="govuk-table__header" aria-sort=sort>
            <button type="button" class="portal-sort" id=id.clone() on:click=move |_| set_query_and_focus(sorted.clone(), &id)>
                {column.words}<span aria-hidden="true">{arrow}</span>
            </button>
        </th>
    }
    .into_any()
}

fn row(columns: &[Column], cells: Cells) -> AnyView {
    let cells: Vec<AnyView> = cells
        .into_iter()
        .zip(columns)
        .enumerate()
        .map(|(at, (cell, column))| match at {
            0 => view! { <th scope="row" class="govuk-table__header portal-table__first">{cell}</th> }.into_any(),
            _ => view! { <td class="govuk-table__cell" data-label=column.words.clone()>{cell}</td> }.into_any(),
        })
        .collect();
    view! { <tr class="govuk-table__row">{cells}</tr> }.into_any()
}

/// A cell of words.
pub fn words(words: impl Into<String>) -> AnyView {
    words.into().into_any()
}

/// A cell of one long word, such as an address, which may be broken anywhere.
pub fn long_word(word: String) -> AnyView {
    view! { <span class="portal-break">{word}</span> }.into_any()
}

/// A cell that leads somewhere.
pub fn link(href: String, words: impl Into<String>) -> AnyView {
    view! { <a class="govuk-link" href=href>{words.into()}</a> }.into_any()
}
