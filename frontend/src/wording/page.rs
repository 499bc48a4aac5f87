//! One version.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::queries::{OneText, Text};
use super::shown;
use crate::api::ById;
use crate::application::office::place::Place;
use crate::ui::answer::{answer, show};
use crate::ui::{button, heading, state, summary, when};

pub fn page(id: String) -> AnyView {
    let text = answer(move || {
        OneText::build(ById {
            id: cynic::Id::new(id.clone()),
        })
    });
    show(text, |data| {
        let found = data.agreement_texts.nodes.into_iter().next();
        found.map_or_else(state::not_found, drawn)
    })
}

fn drawn(text: Text) -> AnyView {
    let (number, programme) = (text.number, text.programme);
    let standing = match text.current {
        true => "Current: whoever is asked now gets this one".to_owned(),
        false => format!("Version {} is current", programme.number),
    };
    let mut rows = vec![
        summary::row("Title", text.title),
        summary::row("State", standing),
        summary::row("Written by", text.written_by),
        summary::row("Published", when::exact(&text.created_at)),
        summary::row("Asked to sign it", text.asked.to_string()),
        summary::row("Have signed it", text.signed.to_string()),
    ];
    rows.extend(text.note.map(|note| summary::row("Why", note)));
    let next = text.current.then(|| {
        let href = Place::WriteAgreementText(programme.id.into_inner()).href();
        button::link(href, format!("Write version {}", number + 1))
    });
    let changes = (number > 1).then(|| {
        view! {
            <h2 class="govuk-heading-m">"What it changes"</h2>
            {shown::changes(text.changes, number - 1)}
        }
        .into_any()
    });
    view! {
        {heading::back(Place::AgreementTexts.href(), "Versions")}
        {heading::captioned(programme.name, format!("Version {number} of the agreement"))}
        {summary::list(rows)}
        {next}
        {changes}
        <h2 class="govuk-heading-m">"As a school reads it"</h2>
        <p class="govuk-body">"Filled in for an applicant who is made up."</p>
        {shown::words(text.blocks)}
    }
    .into_any()
}
