//! What is typed stays in the browser until the server has it, so that a lost session or a closed tab
//! loses nothing. It is kept under the person's id: whoever signs in next does not see it.

use leptos::prelude::window;
use web_sys::Storage;

const PREFIX: &str = "portal/";

pub fn keep(form: &str, field: &str, value: &str) {
    if let Some(storage) = storage() {
        // A full or forbidden storage is no reason to stop: the text is still on the page.
        let _ = storage.set_item(&key(form, field), value);
    }
}

pub fn kept(form: &str, field: &str) -> Option<String> {
    storage()?.get_item(&key(form, field)).ok()?
}

pub fn forget(form: &str) {
    forget_all(&key(form, ""));
}

pub fn forget_everything() {
    forget_all(PREFIX);
}

fn forget_all(prefix: &str) {
    let Some(storage) = storage() else { return };
    let keys: Vec<String> = (0..storage.length().unwrap_or(0))
        .filter_map(|at| storage.key(at).ok()?)
        .collect();
    for key in keys.iter().filter(|key| key.starts_with(prefix)) {
        let _ = storage.remove_item(key);
    }
}

fn key(form: &str, field: &str) -> String {
    let owner = crate::session::who()
        .map(|who| who.id.into_inner())
        .unwrap_or_default();
    format!("{PREFIX}{owner}/{form}/{field}")
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
