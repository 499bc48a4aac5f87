//! The one thing that has to happen next, and who holds it.

use leptos::prelude::*;

pub fn panel(label: &'static str, what: String, inside: AnyView) -> AnyView {
    view! {
        <section class="portal-next" aria-labelledby="next">
            <p class="portal-next__label" aria-hidden="true">{label}</p>
            <h2 class="govuk-heading-l" id="next"><span class="govuk-visually-hidden">{label}": "</span>{what}</h2>
            {inside}
        </section>
    }
    .into_any()
}
