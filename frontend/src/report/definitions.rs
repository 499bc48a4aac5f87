//! What reports there are, asked of the server.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::queries::{Report, ReportList};
use crate::api::Problem;
use crate::ui::answer::answer;
use crate::ui::{heading, state};

type Page = Box<dyn Fn(Vec<Report>) -> AnyView + Send>;

/// The page of the reports that somebody may read; who may read none is told so, and why.
pub fn with_reports(page: impl Fn(Vec<Report>) -> AnyView + Send + 'static) -> AnyView {
    drawn(Box::new(page))
}

fn drawn(page: Page) -> AnyView {
    let asked = answer(|| ReportList::build(()));
    (move || match asked.get() {
        None => state::loading(),
        Some(Ok(data)) => page(data.reports.list),
        Some(Err(Problem::Forbidden)) => refused(),
        Some(Err(problem)) => state::failed(&problem, move || asked.reload()),
    })
    .into_any()
}

fn refused() -> AnyView {
    view! {
        {heading::heading("Reports are for tutors, delivery partners and administrators")}
        <p class="govuk-body">"They show how whole groups get on. What you have done yourself stands on your own pages."</p>
        <p class="govuk-body"><a class="govuk-link" href="/">"Go to your home page"</a></p>
    }
    .into_any()
}
