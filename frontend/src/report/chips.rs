//! What the rows are narrowed by, each with a way to take it away.

use std::sync::Arc;

use leptos::prelude::*;

use super::operand::{FROM, TO};
use super::queries::{Column, Report};
use super::{Kind, asked, told};
use crate::api::Day;
use crate::navigate::{Query, address, set_query_and_focus};
use crate::ui::when;

pub fn chips(report: Arc<Report>) -> AnyView {
    let query = address().query;
    (move || query.with(|query| drawn(&report, query))).into_any()
}

fn drawn(report: &Report, query: &Query) -> AnyView {
    let said = query.pairs().filter_map(|(name, given)| {
        let (column, end) = name.split_once('.').unwrap_or((name, ""));
        let words = words(report.column(column)?, end, given);
        Some(chip(query.clone().with(name, "").with("after", ""), words))
    });
    let said: Vec<AnyView> = said.collect();
    if said.is_empty() {
        return ().into_any();
    }
    let all = asked::unfiltered(query);
    view! {
        <div class="portal-chips portal-no-print">
            <h2 class="govuk-visually-hidden">"Filters"</h2>
            <ul class="portal-chips__list">{said}</ul>
            <button type="button" class="portal-link-button" on:click=move |_| set_query_and_focus(all.clone(), "results")>"Clear all filters"</button>
        </div>
    }
    .into_any()
}

fn chip(without: Query, words: String) -> AnyView {
    view! {
        <li>
            <button type="button" class="portal-chip" on:click=move |_| set_query_and_focus(without.clone(), "results")>
                <span class="govuk-visually-hidden">"Take away: "</span>
                {words}
                <span aria-hidden="true">" ✕"</span>
            </button>
        </li>
    }
    .into_any()
}

fn words(column: &Column, end: &str, given: &str) -> String {
    let value = match column.kind() {
        Kind::Word => given.split(',').map(told).collect::<Vec<_>>().join(" or "),
        Kind::Day | Kind::Moment => when::short_day(&Day(given.into())),
        Kind::Text => format!("“{given}”"),
        _ => given.into(),
    };
    let title = &column.title;
    match end {
        FROM => format!("{title}: from {value}"),
        TO => format!("{title}: to {value}"),
        _ => format!("{title}: {value}"),
    }
}
