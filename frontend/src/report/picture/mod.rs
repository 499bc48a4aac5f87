//! Pictures of reports: bars, each with its number, and the same numbers as a table below.

mod ask;
mod bars;
mod charts;

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::Value;

use super::asked::Asked;
use super::queries::Report;
use crate::navigate::address;
use crate::route::Route;
use crate::ui::answer::answer_to;

use charts::Chart;

/// The body of a question, narrowed as the page is.
type Ask = fn(&Report, Option<String>) -> String;
/// What the server answers, as bars.
type Draw = fn(&Value) -> Chart;

/// How a report is drawn, where it is.
fn of(report: &str) -> Option<(Ask, Draw)> {
    Some(match report {
        "statutoryRisk" => (ask::levels, charts::risk),
        "outcomes" | "progress" => (ask::outcomes, charts::outcomes),
        "agreementChase" => (ask::waits, charts::schools),
        "approvals" => (ask::ages, charts::ages),
        "approvalWeeks" => (ask::weeks, charts::weeks),
        "answeringTimes" => (ask::times, charts::times),
        _ => return None,
    })
}

/// The picture of what a report's page shows, where the report has one.
pub fn of_page(report: Arc<Report>) -> AnyView {
    let query = address().query;
    let Some((question, draw)) = of(&report.name) else {
        return ().into_any();
    };
    let of = report.clone();
    let filter = Memo::new(move |_| {
        let asked = query.with(|query| Asked::read(&of, query)).ok();
        asked.and_then(|asked| asked.filter())
    });
    let answer = answer_to::<Value>(move || question(&report, filter.get()));
    (move || answer.get().map(|reply| drawn(reply.ok(), draw, None))).into_any()
}

/// The pictures of everything that somebody may see.
pub fn overview(reports: &[Report]) -> AnyView {
    let drawn = reports.iter().filter_map(|report| {
        let (question, draw) = of(&report.name).filter(|_| report.name != "progress")?;
        let link = (
            Route::Report(report.name.clone()).href(),
            report.title.clone(),
        );
        let body = question(report, None);
        let answer = answer_to::<Value>(move || body.clone());
        let figure = move || match answer.get() {
            None => view! { <p class="govuk-body portal-loading">"Loading…"</p> }.into_any(),
            Some(reply) => drawn(reply.ok(), draw, Some(link.clone())),
        };
        Some(figure.into_any())
    });
    let drawn: Vec<AnyView> = drawn.collect();
    view! { <div class="portal-pictures">{drawn}</div> }.into_any()
}

fn drawn(data: Option<Value>, draw: Draw, link: Option<(String, String)>) -> AnyView {
    match data {
        Some(data) => bars::figure(draw(&data["reports"]), link),
        None => view! { <p class="govuk-body portal-empty">"The picture cannot be drawn at the moment."</p> }.into_any(),
    }
}
