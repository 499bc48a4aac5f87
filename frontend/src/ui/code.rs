//! A text for programs, and a button that copies it.

use leptos::prelude::*;

/// `label` says what it is: “Query”.
pub fn block(id: &'static str, label: &'static str, text: String) -> AnyView {
    let said = RwSignal::new("");
    let words = text.clone();
    let name = label.to_ascii_lowercase();
    view! {
        <div class="portal-code">
            <pre class="portal-code__text" id=id role="region" tabindex="0" aria-label=label>{text}</pre>
            <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| copy(&words, said)>"Copy the "{name}</button>
            <span class="portal-code__said" role="status">{move || said.get()}</span>
        </div>
    }
    .into_any()
}

/// Puts a text into the clipboard, and says whether that went well.
pub fn copy(words: &str, said: RwSignal<&'static str>) {
    let promise = window().navigator().clipboard().write_text(words);
    leptos::task::spawn_local(async move {
        let copied = wasm_bindgen_futures::JsFuture::from(promise).await.is_ok();
        let _ = said.try_set(match copied {
            true => "Copied.",
            false => "It could not be copied: select the text and copy it yourself.",
        });
    });
}
