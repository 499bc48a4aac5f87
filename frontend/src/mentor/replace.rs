use leptos::prelude::*;

pub fn page(_id: String) -> AnyView {
    crate::ui::state::not_found()
}
