use leptos::prelude::*;

pub fn page() -> AnyView {
    crate::ui::state::not_found()
}
