//! Using a page by keyboard alone.

use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use super::Browser;

/// What has the focus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Focus {
    pub tag: String,
    pub id: String,
    pub class: String,
    /// What a screen reader would call it.
    pub name: String,
}

const FOCUS: &str = "
    const e = document.activeElement ?? document.body;
    const of_label = e.labels?.length ? e.labels[0].innerText : '';
    const name = e.getAttribute('aria-label') || of_label || e.textContent || '';
    return { tag: e.localName, id: e.id, class: e.className, name: name.replace(/\\s+/g, ' ').trim() };";

/// More stops than any page has.
const STOPS: usize = 120;

impl Browser {
    /// What has the focus now.
    pub async fn focused(&self) -> Focus {
        serde_json::from_value(self.run(FOCUS, json!([])).await).unwrap_or_default()
    }

    /// Types where the focus is.
    pub async fn types(&self, text: &str) {
        let typed = self
            .session()
            .action_chain()
            .send_keys(text)
            .perform()
            .await;
        typed.expect("a keyboard");
    }

    pub async fn presses(&self, key: Key) {
        self.types(&String::from(key.value())).await;
    }

    /// Presses Tab until the focus is on what is called this, or has this id.
    ///
    /// # Panics
    /// When Tab never gets there; the message names the stops.
    pub async fn tabs_to(&self, wanted: &str) {
        let mut stops = Vec::new();
        for _ in 0..STOPS {
            self.presses(Key::Tab).await;
            let focus = self.focused().await;
            if focus.name == wanted || focus.id == wanted {
                return;
            }
            stops.push(format!("{} {}", focus.tag, focus.name));
        }
        panic!(
            "Tab never comes to {wanted}, only to:\n{}",
            stops.join("\n")
        );
    }

    /// Tab, then Enter.
    pub async fn tabs_to_and_enters(&self, wanted: &str) {
        self.tabs_to(wanted).await;
        self.presses(Key::Enter).await;
    }

    /// Tabs to a field and replaces what is in it.
    pub async fn fills_by_keyboard(&self, field: &str, text: &str) {
        self.tabs_to(field).await;
        self.clears().await;
        self.types(text).await;
    }

    /// Empties the field that has the focus.
    pub async fn clears(&self) {
        let keys = self
            .session()
            .action_chain()
            .key_down(Key::Control)
            .send_keys("a")
            .key_up(Key::Control);
        keys.send_keys(Key::Delete)
            .perform()
            .await
            .expect("a keyboard");
    }
}
