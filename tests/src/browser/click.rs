//! Using a page with a finger or a mouse.

use serde_json::json;
use tempfile::TempDir;
use thirtyfour::{By, WebElement};

use super::Browser;

/// What can be pressed and is called this: exactly, or else by its beginning.
const FIND: &str = "(() => {
    const words = e => (e.getAttribute('aria-label') || e.innerText || '').replace(/\\s+/g, ' ').trim();
    const seen = e => e.getClientRects().length > 0;
    const all = [...document.querySelectorAll('a[href], button, label, summary')].filter(seen);
    return all.find(e => words(e) === arguments[0]) ?? all.find(e => words(e).startsWith(arguments[0])) ?? null;
})()";

impl Browser {
    /// Clicks the link, button, label or summary that is called this, as soon as there is one.
    ///
    /// # Panics
    /// When there is none.
    pub async fn clicks(&self, name: &str) {
        let found = self
            .until(&format!("“{name}” to click"), FIND, json!([name]))
            .await;
        let element =
            WebElement::from_json(found, self.session().handle().clone()).expect("an element");
        self.click(&element, name).await;
    }

    /// Clicks what this selector finds first.
    ///
    /// # Panics
    /// When there is none.
    pub async fn clicks_at(&self, selector: &str) {
        self.until(
            selector,
            "!!document.querySelector(arguments[0])",
            json!([selector]),
        )
        .await;
        let element = self
            .session()
            .find(By::Css(selector))
            .await
            .expect("just seen");
        self.click(&element, selector).await;
    }

    /// Puts text into the field with this id, in place of what is there.
    ///
    /// # Panics
    /// When there is no such field.
    pub async fn fills(&self, id: &str, text: &str) {
        self.until(
            &format!("a field {id}"),
            "!!document.getElementById(arguments[0])",
            json!([id]),
        )
        .await;
        self.run(
            "const e = document.getElementById(arguments[0]); e.focus(); e.select?.()",
            json!([id]),
        )
        .await;
        match text.is_empty() {
            true => self.clears().await,
            false => self.pastes(text).await,
        }
    }

    /// Chooses a file with this content in the field with this id. It lies in the folder until the form is sent.
    ///
    /// # Panics
    /// When there is no such field.
    pub async fn attaches(&self, id: &str, content: &[u8]) -> TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("photo.jpg");
        std::fs::write(&path, content).expect("a file");
        let field = self.session().find(By::Id(id)).await.expect("a field");
        let path = path.display().to_string();
        field.send_keys(path).await.expect("a chosen file");
        folder
    }

    /// Chooses this option of the list with this id.
    ///
    /// # Panics
    /// When there is none.
    pub async fn chooses(&self, id: &str, option: &str) {
        let has = "[...(document.getElementById(arguments[0])?.options ?? [])].some(o => o.text.startsWith(arguments[1]))";
        self.until(&format!("{option} in {id}"), has, json!([id, option]))
            .await;
        let choose = "const e = document.getElementById(arguments[0]);
            e.value = [...e.options].find(o => o.text.startsWith(arguments[1])).value;
            e.dispatchEvent(new Event('change', { bubbles: true }));";
        self.run(choose, json!([id, option])).await;
    }

    async fn click(&self, element: &WebElement, name: &str) {
        self.run(
            "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })",
            json!([element.to_json().expect("an element")]),
        )
        .await;
        element
            .click()
            .await
            .unwrap_or_else(|error| panic!("{name} cannot be clicked: {error}"));
    }
}
