//! One letter, as its reader gets it.

use cynic::{MutationBuilder, QueryBuilder};
use leptos::prelude::*;

use super::queries::{Letter, LetterPreview, LetterQuery, LetterState, RetryLetter};
use crate::api::ById;
use crate::route::Route;
use crate::ui::answer::{Answer, answer, show};
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading, summary, when};

pub fn page(id: String) -> AnyView {
    let letter = answer(move || {
        LetterQuery::build(ById {
            id: cynic::Id::new(&*id),
        })
    });
    show(letter, move |data| drawn(data.letter, letter))
}

fn drawn(letter: Letter, answer: Answer<LetterQuery>) -> AnyView {
    let failed = letter.state == LetterState::Failed;
    let mut rows = vec![
        summary::row("To", format!("{} <{}>", letter.to_name, letter.to_email)),
        summary::row("State", letter.state.tag()),
        summary::row("Written", when::exact(&letter.created_at)),
        summary::row("Attempts", letter.attempts.to_string()),
    ];
    match &letter.sent_at {
        Some(at) => rows.push(summary::row("Sent", when::exact(at))),
        None if letter.state == LetterState::Queued => {
            rows.push(summary::row(
                "Next attempt",
                when::moment_words(&letter.send_after),
            ));
        }
        None => {}
    }
    if let Some(error) = letter.last_error.clone() {
        rows.push(summary::row("What went wrong", error));
    }
    rows.push(summary::row("Message-ID", letter.message_id.clone()));
    view! {
        {heading::back(Route::Letters.href(), "Letters")}
        {heading::captioned("Letter".into(), letter.kind.words())}
        {summary::list(rows)}
        {failed.then(|| retry(letter.id, answer))}
        {match letter.preview {
            Some(rendered) => preview(rendered),
            None => view! { <p class="govuk-body">"What it was about is gone, so it cannot be shown."</p> }.into_any(),
        }}
    }
    .into_any()
}

fn retry(id: cynic::Id, answer: Answer<LetterQuery>) -> AnyView {
    let form = Form::new("retry");
    let send = move || {
        form.send(RetryLetter::build(ById { id: id.clone() }), move |_| {
            banner::done("The letter is on its way again.");
            answer.reload();
        });
    };
    view! { {errors::summary(form)} {button::form(form, send, button::submit(form, "Try again"))} }
        .into_any()
}

fn preview(preview: LetterPreview) -> AnyView {
    view! {
        <h2 class="govuk-heading-m">"As it reads now"</h2>
        {shown(preview)}
    }
    .into_any()
}

/// A letter as it arrives. The HTML part is somebody else's page: the sandbox gives it no script, no forms and no way out.
pub fn shown(letter: LetterPreview) -> AnyView {
    view! {
        <p class="govuk-body">"Links in it do not work here."</p>
        <p class="govuk-body"><strong>"Subject: "</strong>{letter.subject}</p>
        <h3 class="govuk-heading-s">"Text part"</h3>
        <pre class="portal-preview portal-preview--text">{letter.text}</pre>
        <h3 class="govuk-heading-s">"HTML part"</h3>
        <iframe class="portal-preview portal-preview--html" sandbox="" title="HTML part of the letter" srcdoc=letter.html></iframe>
    }
    .into_any()
}
