//! Secret addresses of report files: making one, which is shown once, and taking it away.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::once::{self, Once};
use super::queries::{
    AddressVariables, CreateReportAddress, CreateReportAddressInput, ReportFormat,
    RevokeReportAddress,
};
use crate::api::ById;
use crate::navigate::{expect_focus, go};
use crate::report::definitions::with_reports;
use crate::report::queries::Report;
use crate::route::Route;
use crate::ui::choice::{Choice, Radios, Select};
use crate::ui::confirm::{Confirm, confirm};
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading};

pub fn add(token: String) -> AnyView {
    let url = RwSignal::new(None::<String>);
    (move || match url.get() {
        None => {
            let token = token.clone();
            with_reports(move |reports| ask(token.clone(), reports, url))
        }
        Some(secret) => once::shown(Once {
            title: "Copy the address now",
            secret,
            how: "In a spreadsheet, choose “Data from the web”, or write =IMPORTDATA(\"…\"), with this address.",
            back: Route::Token(token.clone()).href(),
        }),
    })
    .into_any()
}

fn ask(token: String, reports: Vec<Report>, url: RwSignal<Option<String>>) -> AnyView {
    let form = Form::new("address");
    let report = form.field("report");
    let format = form.field_or("format", "csv");
    let back = Route::Token(token.clone()).href();
    let send = move || {
        let input = CreateReportAddressInput {
            token_id: cynic::Id::new(&*token),
            report: report.required("Choose a report"),
            format: match format.has("xlsx") {
                true => ReportFormat::Xlsx,
                false => ReportFormat::Csv,
            },
        };
        form.send(
            CreateReportAddress::build(AddressVariables { input }),
            move |data| {
                expect_focus();
                url.set(Some(data.create_report_address.url));
            },
        );
    };
    let mut choices = vec![Choice::new("", "Choose a report")];
    let known = reports.into_iter();
    choices.extend(known.map(|report| Choice::new(report.name, report.title)));
    let formats = vec![
        Choice::new("csv", "CSV").hint("For Google Sheets, and for most programs"),
        Choice::new("xlsx", "Excel workbook"),
    ];
    let inside = view! {
        <Select field=report label="Which report?" choices=choices />
        <Radios field=format legend="As what?" choices=formats />
        {button::submit(form, "Create the address")}
    };
    view! {
        {heading::back(back, "Back")}
        {errors::summary(form)}
        {heading::heading("Create an address")}
        <p class="govuk-body">"Whoever has the address reads this report, with what the token may read. Do not put it where others can see it."</p>
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}

pub fn revoke(token: String, id: String) -> AnyView {
    let form = Form::new("revoke-address");
    let back = Route::Token(token).href();
    let page = Confirm {
        title: "Revoke this address?".into(),
        what_happens: view! {
            <p class="govuk-body">"Whatever reads it stops getting data at once. The token and its other addresses go on. A revoked address cannot be brought back; you can create another."</p>
        }
        .into_any(),
        button: "Revoke it",
        back: back.clone(),
    };
    confirm(form, page, move || {
        let back = back.clone();
        form.send(
            RevokeReportAddress::build(ById {
                id: cynic::Id::new(&*id),
            }),
            move |data| {
                go(&back);
                let file = data.revoke_report_address.file;
                banner::done(format!("The address of {file} is revoked."));
            },
        );
    })
}
