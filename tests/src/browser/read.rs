//! What stands on the page.

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

use super::Browser;

impl Browser {
    /// Runs a script from outside the page, which the page's policy does not stop.
    ///
    /// # Panics
    /// If it throws.
    pub async fn run(&self, script: &str, given: Value) -> Value {
        let done = self.try_run(script, given).await;
        done.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    pub(super) async fn try_run(&self, script: &str, given: Value) -> WebDriverResult<Value> {
        let given = given.as_array().cloned().unwrap_or_default();
        let done = self.session().execute(script, given).await?;
        Ok(done.json().clone())
    }

    /// The page's visible text.
    pub async fn text(&self) -> String {
        let text = self
            .try_run("return document.body.innerText", json!([]))
            .await;
        text.ok()
            .and_then(|text| text.as_str().map(str::to_owned))
            .unwrap_or_default()
    }

    /// Whether the page has this text now.
    pub async fn has(&self, text: &str) -> bool {
        self.text().await.contains(text)
    }

    pub async fn title(&self) -> String {
        self.session().title().await.unwrap_or_default()
    }

    /// Where it is, such as `http://127.0.0.1:4000/tasks?sort=due`.
    pub async fn address(&self) -> String {
        let url = self.session().current_url().await;
        url.map(String::from).unwrap_or_default()
    }

    /// How many elements match this selector.
    pub async fn counts(&self, selector: &str) -> u64 {
        let count = self
            .run(
                "return document.querySelectorAll(arguments[0]).length",
                json!([selector]),
            )
            .await;
        count.as_u64().unwrap_or_default()
    }

    /// What is typed in the field with this id.
    pub async fn value_of(&self, id: &str) -> String {
        let value = self
            .run(
                "return document.getElementById(arguments[0])?.value ?? null",
                json!([id]),
            )
            .await;
        value
            .as_str()
            .unwrap_or_else(|| panic!("no field {id}"))
            .to_owned()
    }
}
