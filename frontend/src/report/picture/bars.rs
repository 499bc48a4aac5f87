//! Bars as SVG, and the same as a table for who cannot see them.

use std::borrow::Cow;

use leptos::prelude::*;

use super::charts::{Bar, Chart, Part};
use crate::ui::table::{Cells, Column, table, words};
use crate::ui::when;

/// Sizes in the picture's own unit; it is drawn as wide as there is room.
const WIDTH: i32 = 400;
const LEFT: i32 = 112;
const RIGHT: i32 = 350;
const ROW: i32 = 24;
const THICK: i32 = 16;

pub fn figure(chart: Chart, link: Option<(String, String)>) -> AnyView {
    let most = chart.bars.iter().map(Bar::sum).max().unwrap_or_default();
    let title = match link {
        Some((href, words)) => view! {
            <h2 class="govuk-heading-s">{chart.title}</h2>
            <p class="govuk-body-s"><a class="govuk-link" href=href>"Report: "{words}</a></p>
        }
        .into_any(),
        None => view! { <h2 class="govuk-heading-s">{chart.title}</h2> }.into_any(),
    };
    let picture = match most {
        0 if chart.bars.is_empty() => ().into_any(),
        0 => view! { <p class="govuk-body portal-empty">"Nothing to draw yet."</p> }.into_any(),
        _ => drawn(&chart, most),
    };
    view! {
        <section class="portal-picture" aria-label=chart.title>
            {title}
            <p class="govuk-body-s">{chart.note}</p>
            {picture}
        </section>
    }
    .into_any()
}

fn drawn(chart: &Chart, most: i32) -> AnyView {
    let stacked = chart.parts.len() > 1;
    let legend: Vec<AnyView> = match stacked {
        true => chart.parts.iter().map(meaning).collect(),
        false => Vec::new(),
    };
    let bars = (0..).zip(&chart.bars);
    let paths = bars.flat_map(|(at, bar)| pieces(chart, at, bar, most));
    let paths: Vec<AnyView> = paths.collect();
    let texts: Vec<AnyView> = (0..)
        .zip(&chart.bars)
        .map(|(at, bar)| text(at, bar, most))
        .collect();
    let height = ROW * i32::try_from(chart.bars.len()).unwrap_or_default();
    let said = format!("{} The numbers are in the table that follows.", chart.title);
    view! {
        {stacked.then(|| view! { <ul class="portal-legend">{legend}</ul> }.into_any())}
        <svg class="portal-bars" viewBox=format!("0 0 {WIDTH} {height}") role="img" aria-label=said>{paths}{texts}</svg>
        <details class="govuk-details portal-no-print">
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">"Show the numbers"<span class="govuk-visually-hidden">": "{chart.title}</span></span></summary>
            {numbers(chart)}
        </details>
    }
    .into_any()
}

fn meaning(part: &Part) -> AnyView {
    view! { <li><span class=format!("portal-swatch portal-part--{}", part.look)></span>{part.words}</li> }.into_any()
}

/// A bar's pieces, from the left.
fn pieces(chart: &Chart, at: i32, bar: &Bar, most: i32) -> Vec<AnyView> {
    let top = at * ROW + (ROW - THICK) / 2;
    let mut before = 0;
    let mut pieces = Vec::new();
    for (number, part) in bar.numbers.iter().zip(&chart.parts) {
        let (from, to) = (across(before, most), across(before + number, most));
        before += number;
        if to > from {
            let look = if bar.look.is_empty() {
                part.look
            } else {
                bar.look
            };
            let class = format!("portal-part--{look}");
            let d = format!("M{from} {top}H{to}v{THICK}H{from}z");
            pieces.push(view! { <path class=class d=d /> }.into_any());
        }
    }
    pieces
}

fn across(number: i32, most: i32) -> i32 {
    let room = i64::from(RIGHT - LEFT);
    LEFT + i32::try_from(i64::from(number) * room / i64::from(most.max(1))).unwrap_or_default()
}

fn text(at: i32, bar: &Bar, most: i32) -> AnyView {
    let (y, end) = (at * ROW + 17, across(bar.sum(), most) + 5);
    view! {
        <text x="0" y=y.to_string()>{bar.label.clone()}</text>
        <text x=end.to_string() y=y.to_string()>{said(bar.sum())}</text>
    }
    .into_any()
}

fn numbers(chart: &Chart) -> AnyView {
    let heading = |words: &'static str| Column {
        words: Cow::Borrowed(words),
        order: None,
    };
    let mut columns = vec![heading(chart.label)];
    columns.extend(chart.parts.iter().map(|part| heading(part.words)));
    let rows = chart.bars.iter().map(|bar| {
        let mut cells: Cells = vec![words(format!("{} {}", bar.label, bar.more))];
        cells.extend(bar.numbers.iter().map(|number| words(said(*number))));
        cells
    });
    table(chart.title, &columns, rows.collect())
}

fn said(number: i32) -> String {
    when::number(f64::from(number))
}

impl Bar {
    fn sum(&self) -> i32 {
        self.numbers.iter().sum()
    }
}
