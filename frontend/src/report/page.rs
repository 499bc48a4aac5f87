//! One report.

use std::sync::Arc;

use leptos::prelude::*;

use super::definitions::with_reports;
use super::queries::Report;
use super::{chips, choose, download, filter, picture, table, take};
use crate::route::Route;
use crate::ui::{heading, state};

pub fn page(name: String) -> AnyView {
    with_reports(
        move |reports| match reports.into_iter().find(|report| report.name == name) {
            Some(report) => drawn(Arc::new(report)),
            None => state::not_found(),
        },
    )
}

fn drawn(report: Arc<Report>) -> AnyView {
    view! {
        {heading::back(Route::Reports.href(), "All reports")}
        {heading::heading(report.title.clone())}
        <p class="govuk-body">{report.description.clone()}</p>
        {filter::form(report.clone())}
        {choose::form(report.clone())}
        {chips::chips(report.clone())}
        {picture::of_page(report.clone())}
        {table::rows(report.clone())}
        {download::buttons(report.clone())}
        {take::panel(report)}
    }
    .into_any()
}
