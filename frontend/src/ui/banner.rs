//! One message at the top of the page about what has just been done.

use leptos::html;
use leptos::prelude::*;

#[derive(Clone)]
enum Message {
    Done(String),
    Warning(String),
}

static MESSAGE: std::sync::OnceLock<RwSignal<Option<Message>>> = std::sync::OnceLock::new();

fn message() -> RwSignal<Option<Message>> {
    *MESSAGE.get_or_init(|| RwSignal::new(None))
}

pub fn done(words: impl Into<String>) {
    // The message has the focus, not the heading that follows it.
    crate::navigate::take_arrival();
    message().set(Some(Message::Done(words.into())));
}

pub fn warn(words: impl Into<String>) {
    message().set(Some(Message::Warning(words.into())));
}

pub fn clear() {
    if message().with_untracked(Option::is_some) {
        message().set(None);
    }
}

pub fn banner() -> AnyView {
    let message = message();
    (move || {
        message.get().map(|message| match message {
            Message::Done(words) => drawn(
                "Success",
                "govuk-notification-banner govuk-notification-banner--success",
                words,
            ),
            Message::Warning(words) => drawn("Important", "govuk-notification-banner", words),
        })
    })
    .into_any()
}

fn drawn(title: &'static str, class: &'static str, words: String) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(node) = node.get() {
            let _ = node.focus();
        }
    });
    view! {
        <div class=class role="alert" tabindex="-1" aria-labelledby="banner-title" node_ref=node>
            <div class="govuk-notification-banner__header">
                <h2 class="govuk-notification-banner__title" id="banner-title">{title}</h2>
            </div>
            <div class="govuk-notification-banner__content">
                <p class="govuk-notification-banner__heading">{words}</p>
            </div>
        </div>
    }
    .into_any()
}
