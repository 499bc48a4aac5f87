//! A report's rows, page by page.

use std::borrow::Cow;
use std::sync::Arc;

use leptos::prelude::*;
use serde_json::Value;

use super::asked::{Asked, unfiltered};
use super::graphql::Question;
use super::queries::Report;
use super::rows::{self, ids};
use crate::api::PageInfo;
use crate::api::read::field;
use crate::navigate::{address, focus_again, set_query};
use crate::ui::answer::answer_to;
use crate::ui::filter::results;
use crate::ui::pager::{ROWS, after, pager};
use crate::ui::table::{Column, table};
use crate::ui::{heading, state};

/// The rows that the address asks for; why not, where it cannot be understood.
pub fn rows(report: Arc<Report>) -> AnyView {
    let query = address().query;
    let of = report.clone();
    let wrong = Memo::new(move |_| query.with(|query| Asked::read(&of, query).err()));
    (move || match wrong.get() {
        Some(why) => unclear(why),
        None => answered(report.clone()),
    })
    .into_any()
}

fn unclear(why: String) -> AnyView {
    let clear = move |_| set_query(unfiltered(&address().query.get_untracked()).with("sort", ""));
    view! {
        <div class="govuk-inset-text" role="alert">
            <p class="govuk-body">"The address cannot be understood. " {why}</p>
            <button type="button" class="govuk-button govuk-button--secondary" on:click=clear>"Show all rows"</button>
        </div>
    }
    .into_any()
}

fn answered(report: Arc<Report>) -> AnyView {
    let query = address().query;
    let of = report.clone();
    let answer = answer_to::<Value>(move || {
        query.with(|query| {
            let asked = Asked::read(&of, query).unwrap_or_default();
            Question::new(&of, &asked, ROWS, after(query), &ids(&of, &asked)).body()
        })
    });
    let drawn = move || match answer.get() {
        None => state::loading(),
        Some(Ok(data)) => page(&report, &data["reports"][&report.name]),
        Some(Err(problem)) => failed(problem.words(), move || answer.reload()),
    };
    view! {
        <div class="portal-report" aria-busy=move || answer.is_pending().to_string()>{drawn}</div>
    }
    .into_any()
}

/// Below the page's own heading, unlike [`state::failed`].
fn failed(words: String, again: impl Fn() + 'static) -> AnyView {
    heading::mark_title(true);
    view! {
        <div class="govuk-inset-text">
            <p class="govuk-body" role="alert">{words}</p>
            <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| again()>"Try again"</button>
        </div>
    }
    .into_any()
}

fn page(report: &Report, data: &Value) -> AnyView {
    heading::mark_title(false);
    // After the rows are on the page.
    Effect::new(|_| focus_again());
    let query = address().query.get_untracked();
    let asked = Asked::read(report, &query).unwrap_or_default();
    let total: i32 = field(data, "total_count").unwrap_or_default();
    let info: Option<PageInfo> = field(data, "page_info");
    let nodes = data["nodes"].as_array().map_or(&[][..], Vec::as_slice);
    let columns: Vec<Column> = asked.columns.iter().map(heading_of).collect();
    let cells = nodes.iter().map(|row| rows::cells(&asked.columns, row));
    let body = match (nodes.is_empty(), asked.filter().is_none()) {
        (true, true) => state::empty("There is nothing to report yet."),
        (true, false) => state::empty("No rows match. Take a filter away to see more."),
        _ => {
            let label = format!("{}, table", report.title);
            view! {
                <div class="portal-scroll" role="region" tabindex="0" aria-label=label>{table(report.title.clone(), &columns, cells.collect())}</div>
            }
            .into_any()
        }
    };
    view! {
        {results(total, "row", "rows")}
        {body}
        {info.map(|info| pager(&info, nodes.len(), total))}
    }
    .into_any()
}

fn heading_of(column: &super::queries::Column) -> Column {
    Column {
        words: Cow::Owned(column.title.clone()),
        order: column.sorts.then(|| Cow::Owned(column.name.clone())),
    }
}
