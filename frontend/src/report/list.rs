//! The reports by name, with what each answers.

use leptos::prelude::*;

use super::definitions::with_reports;
use super::picture;
use super::queries::Report;
use crate::route::Route;
use crate::ui::heading;

pub fn page() -> AnyView {
    with_reports(drawn)
}

fn drawn(reports: Vec<Report>) -> AnyView {
    let overview = picture::overview(&reports);
    let items: Vec<AnyView> = reports.into_iter().map(item).collect();
    view! {
        {heading::heading("Reports")}
        <p class="govuk-body">"Each report is a table of what you may see. Narrow and sort it, share its address with a colleague, download it, or read it with your own tools."</p>
        <ul class="govuk-list portal-reports">{items}</ul>
        <h2 class="govuk-heading-m">"At a glance"</h2>
        {overview}
        <p class="govuk-body">
            <a class="govuk-link" href="/graphiql">"Ask your own questions with GraphiQL"</a>
            ", a tool for people who know GraphQL."
        </p>
    }
    .into_any()
}

fn item(report: Report) -> AnyView {
    view! {
        <li class="portal-reports__item">
            <h2 class="govuk-heading-s portal-reports__name"><a class="govuk-link" href=Route::Report(report.name).href()>{report.title}</a></h2>
            <p class="govuk-body-s">{report.description}</p>
        </li>
    }
    .into_any()
}
