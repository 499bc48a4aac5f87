//! The letter as it will arrive, who gets it and who does not; then what came of it.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::queries::{LeftOut, Preview, Send, SendMailingInput, SendVariables, Sent};
use super::{Draft, Stage};
use crate::application::words::LeftOutReason;
use crate::letter;
use crate::route::Route;
use crate::ui::{button, errors, heading, when};

pub fn page(draft: Draft, preview: Preview) -> AnyView {
    let form = draft.form;
    let count = preview.count;
    let letters = when::count(count, "letter", "letters");
    let send = move || {
        let input = SendMailingInput {
            key: draft.key.get_value(),
            count,
            mailing: draft.input(),
        };
        form.send(Send::build(SendVariables { input }), move |data| {
            draft.goes_to(Stage::Sent(data.send_mailing));
        });
    };
    let again = move |_| draft.goes_to(Stage::Writing);
    let press = (count > 0).then(|| button::submit(form, format!("Send {letters}")));
    let inside = view! {
        <div class="govuk-button-group">
            {press}
            <button type="button" class="govuk-button govuk-button--secondary" on:click=again>"Change the letter"</button>
        </div>
    };
    let title = match count {
        0 => "Nobody would get this letter".into(),
        _ => format!("Send {letters}?"),
    };
    let first = preview.letter.map(|shown| {
        let to = preview.to_name.clone().unwrap_or_default();
        let address = preview.to_email.clone().unwrap_or_default();
        view! {
            <h2 class="govuk-heading-m">"The first of them"</h2>
            <p class="govuk-body portal-break">{format!("To {to} <{address}>")}</p>
            {letter::page::shown(shown)}
        }
    });
    view! {
        {errors::summary(form)}
        {heading::heading(title)}
        {button::form(form, send, inside.into_any())}
        {left_out(&preview.left_out)}
        {first}
    }
    .into_any()
}

/// By reason, with the names.
fn left_out(rows: &[LeftOut]) -> AnyView {
    use LeftOutReason::{Bounced, NotWaiting, Over, QuestionOpen, WrittenToday};
    if rows.is_empty() {
        return ().into_any();
    }
    let reasons = [Bounced, QuestionOpen, WrittenToday, NotWaiting, Over].into_iter();
    let shown: Vec<AnyView> = reasons
        .filter_map(|reason| {
            let of: Vec<AnyView> = rows
                .iter()
                .filter(|one| one.reason == reason)
                .map(|one| {
                    let one = &one.application;
                    let href = Route::Application(one.id.inner().into()).href();
                    view! { <li><a class="govuk-link" href=href>{one.person.name.clone()}</a></li> }
                        .into_any()
                })
                .collect();
            let words = format!("{}: {}", reason.words(), of.len());
            (!of.is_empty()).then(|| {
                view! {
                    <details class="govuk-details">
                        <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{words}</span></summary>
                        <div class="govuk-details__text"><ul class="govuk-list">{of}</ul></div>
                    </details>
                }
                .into_any()
            })
        })
        .collect();
    let count = i32::try_from(rows.len()).unwrap_or(i32::MAX);
    let title = format!(
        "{} left out",
        when::count(count, "application", "applications")
    );
    view! { <h2 class="govuk-heading-m">{title}</h2> {shown} }.into_any()
}

pub fn sent(sent: &Sent) -> AnyView {
    let letters = when::count(sent.count, "letter is", "letters are");
    let href = format!("{}?mailing={}", Route::Letters.href(), sent.id.inner());
    view! {
        {heading::heading(format!("{letters} on the way"))}
        <p class="govuk-body">"Each application’s history says so. What could not be delivered can be sent once more from the letters."</p>
        <p class="govuk-body"><a class="govuk-link" href=href>"See how these letters are doing"</a></p>
        <p class="govuk-body"><a class="govuk-link" href=Route::Applications.href()>"Back to the applications"</a></p>
    }
    .into_any()
}
