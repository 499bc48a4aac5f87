//! All versions, by programme.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::queries::{ProgrammeName, TextRow, Texts, TextsVariables};
use crate::application::office::place::Place;
use crate::navigate::address;
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::listing::{Called, listing};
use crate::ui::pager::{ROWS, after};
use crate::ui::table::{Cells, Column, link, plain, words};
use crate::ui::{heading, tag, when};

const COLUMNS: [Column; 6] = [
    plain("Version"),
    plain("Programme"),
    plain("Written by"),
    plain("Published"),
    plain("Asked"),
    plain("Signed"),
];

pub fn page() -> AnyView {
    let query = address().query;
    let texts = answer(move || {
        Texts::build(TextsVariables {
            first: ROWS,
            after: after(&query.get()),
        })
    });
    view! {
        {heading::back(Route::Applications.href(), "Applications")}
        {heading::heading("The words that schools sign")}
        <p class="govuk-body">"Each programme has its support agreement in versions. Whoever is asked to sign gets the current one; whoever was asked before keeps theirs, and what is signed never changes."</p>
        {show(texts, |data| {
            let ways: Vec<AnyView> = data.agreement_programmes.into_iter().map(way).collect();
            let page = data.agreement_texts;
            let rows = page.nodes.into_iter().map(row).collect();
            view! {
                <ul class="govuk-list">{ways}</ul>
                {listing(Called { one: "version", many: "versions" }, &COLUMNS, rows, &page.page_info, page.total_count)}
            }
            .into_any()
        })}
    }
    .into_any()
}

fn way(one: ProgrammeName) -> AnyView {
    let href = Place::WriteAgreementText(one.id.into_inner()).href();
    let words = format!("Write version {} for {}", one.number + 1, one.name);
    view! { <li>{link(href, words)}</li> }.into_any()
}

fn row(one: TextRow) -> Cells {
    let href = Place::AgreementText(one.id.into_inner()).href();
    let current = one.current.then(|| tag::tag("Current", "green"));
    vec![
        view! { {link(href, format!("Version {}", one.number))} " " {current} }.into_any(),
        words(one.programme.name),
        words(one.written_by),
        when::ago(&one.created_at),
        words(one.asked.to_string()),
        words(one.signed.to_string()),
    ]
}
