//! The page's one h1. It names the tab, and takes the focus when one arrives from another page,
//! so that a screen reader starts to read there.

use leptos::html;
use leptos::prelude::*;

use crate::navigate::take_arrival;

const SERVICE: &str = "SEN Award Portal";

pub fn heading(title: impl Into<String>) -> AnyView {
    captioned(String::new(), title)
}

pub fn captioned(caption: String, title: impl Into<String>) -> AnyView {
    let title = title.into();
    set_title(&title);
    let h1 = focused_on_arrival();
    let above = (!caption.is_empty())
        .then(|| view! { <span class="govuk-caption-l">{caption}</span> }.into_any());
    view! { <h1 class="govuk-heading-l" tabindex="-1" node_ref=h1>{above} {title}</h1> }.into_any()
}

fn focused_on_arrival() -> NodeRef<html::H1> {
    let h1 = NodeRef::<html::H1>::new();
    Effect::new(move |_| {
        if let Some(h1) = h1.get()
            && take_arrival()
        {
            let _ = h1.focus();
        }
    });
    h1
}

pub fn set_title(title: &str) {
    document().set_title(&format!("{title} – {SERVICE}"));
}

/// Says in the tab's name that the form has errors.
pub fn mark_title(errors: bool) {
    let title = document().title();
    let bare = title.trim_start_matches("Error: ");
    document().set_title(&if errors {
        format!("Error: {bare}")
    } else {
        bare.to_string()
    });
}

pub fn back(href: String, text: impl Into<String>) -> AnyView {
    view! { <a class="govuk-back-link portal-no-print" href=href>{text.into()}</a> }.into_any()
}

/// The h1 of a panel that says that something is done.
pub fn panel_title(title: String, body: String) -> AnyView {
    set_title(&title);
    let h1 = focused_on_arrival();
    view! {
        <h1 class="govuk-panel__title" tabindex="-1" node_ref=h1>{title}</h1>
        <div class="govuk-panel__body">{body}</div>
    }
    .into_any()
}
