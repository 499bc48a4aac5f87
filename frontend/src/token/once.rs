//! A secret that is shown once: only its hash is kept.

use leptos::prelude::*;

use crate::ui::heading;

pub struct Once {
    pub title: &'static str,
    pub secret: String,
    /// What to do with it.
    pub how: &'static str,
    pub back: String,
}

pub fn shown(once: Once) -> AnyView {
    let copied = RwSignal::new(false);
    let words = once.secret.clone();
    let copy = move |_| {
        let promise = window().navigator().clipboard().write_text(&words);
        leptos::task::spawn_local(async move {
            if wasm_bindgen_futures::JsFuture::from(promise).await.is_ok() {
                let _ = copied.try_set(true);
            }
        });
    };
    view! {
        {heading::heading(once.title)}
        <p class="govuk-body">
            <strong>"It is shown only this once."</strong>
            " Nobody can look it up later, not even an administrator. Keep it as you would keep a password: whoever has it reads what you allowed."
        </p>
        <p class="portal-secret" id="secret">{once.secret}</p>
        <p class="govuk-body">{once.how}</p>
        <p class="govuk-body" role="status">{move || copied.get().then_some("Copied.")}</p>
        <div class="govuk-button-group">
            <button type="button" class="govuk-button" on:click=copy>"Copy"</button>
            <a class="govuk-link" href=once.back>"I have copied it"</a>
        </div>
    }
    .into_any()
}
