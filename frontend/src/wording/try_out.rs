//! How a text would look, while it is written: the server reads it as it reads those that schools sign.

use std::time::Duration;

use cynic::MutationBuilder;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::queries::{Preview, PreviewAgreementTextInput, PreviewVariables, TryText};
use super::shown;
use crate::api::ask;
use crate::ui::form::Field;

/// Whoever types is asked about when they pause.
const PAUSE: Duration = Duration::from_millis(500);

/// Below the form: what is wrong, how it looks, what it changes. `base` is the version that it is compared with.
pub fn pane(programme: cynic::Id, title: Field, body: Field, base: RwSignal<i32>) -> AnyView {
    let seen: RwSignal<Option<Preview>> = RwSignal::new(None);
    let edits = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let (title, body) = (title.value.get(), body.value.get());
        base.track();
        edits.update_value(|edits| *edits += 1);
        let (mine, programme) = (edits.get_value(), programme.clone());
        set_timeout(
            move || {
                if edits.try_get_value() != Some(mine) {
                    return;
                }
                let input = PreviewAgreementTextInput {
                    programme_id: programme,
                    title,
                    body,
                };
                spawn_local(async move {
                    let reply = ask(TryText::build(PreviewVariables { input })).await;
                    // Somebody may have gone on typing, or away.
                    if edits.try_get_value() == Some(mine)
                        && let Ok(told) = reply
                    {
                        let _ = seen.try_set(Some(told.preview_agreement_text));
                    }
                });
            },
            PAUSE,
        );
    });
    view! {
        <h2 class="govuk-heading-m">"How it would look"</h2>
        <p class="govuk-body">"Filled in for an applicant who is made up. It follows what you type."</p>
        {move || seen.get().map(|preview| drawn(preview, base.get_untracked()))}
    }
    .into_any()
}

fn drawn(preview: Preview, base: i32) -> AnyView {
    let told = |heading: &'static str, words: Vec<String>| {
        (!words.is_empty()).then(|| {
            let items: Vec<AnyView> = words
                .into_iter()
                .map(|words| view! { <li>{words}</li> }.into_any())
                .collect();
            view! {
                <h3 class="govuk-heading-s">{heading}</h3>
                <ul class="govuk-list govuk-list--bullet">{items}</ul>
            }
            .into_any()
        })
    };
    let problems = preview.problems.into_iter().map(|wrong| wrong.message);
    view! {
        <div role="status">
            {told("To put right before it can be published", problems.collect())}
            {told("You may want to look at this", preview.warnings)}
        </div>
        <h3 class="govuk-heading-s">{preview.title}</h3>
        {shown::words(preview.blocks)}
        <h2 class="govuk-heading-m">"What you change"</h2>
        {shown::changes(preview.changes, base)}
    }
    .into_any()
}
