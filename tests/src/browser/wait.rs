//! Waiting for a condition, never for a time.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use super::Browser;

const PATIENCE: Duration = Duration::from_secs(15);
const BETWEEN: Duration = Duration::from_millis(30);

impl Browser {
    /// Waits until this JavaScript expression is true, and answers its value. `what` says it in words.
    ///
    /// # Panics
    /// When it does not become true; the message has the page's text.
    pub async fn until(&self, what: &str, expression: &str, given: Value) -> Value {
        let end = Instant::now() + PATIENCE;
        loop {
            let found = self
                .try_run(&format!("return {expression}"), given.clone())
                .await;
            match found {
                Ok(value) if is_true(&value) => return value,
                // Between two pages there may be nothing to ask.
                _ if Instant::now() < end => sleep(BETWEEN).await,
                found => self.gives_up(what, found.err()).await,
            }
        }
    }

    /// Waits until the page has this text.
    pub async fn sees(&self, text: &str) {
        let has = "document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
        self.until(&format!("“{text}”"), has, json!([text])).await;
    }

    /// Waits until the page's heading contains this, and nothing is being loaded any more.
    pub async fn reads_heading(&self, text: &str) {
        let has = "!document.querySelector('.portal-loading') \
            && [...document.querySelectorAll('h1')].some(h1 => h1.innerText.includes(arguments[0]))";
        self.until(&format!("the heading “{text}”"), has, json!([text]))
            .await;
    }

    /// The same after a move inside the app: the heading has the focus too, so that screen readers begin there.
    pub async fn arrives_at(&self, text: &str) {
        self.reads_heading(text).await;
        let has = "document.activeElement?.localName === 'h1' && document.activeElement.innerText.includes(arguments[0])";
        self.until(
            &format!("the focus on the heading “{text}”"),
            has,
            json!([text]),
        )
        .await;
    }

    async fn gives_up(&self, what: &str, error: Option<thirtyfour::error::WebDriverError>) -> ! {
        let picture = self.photographs("given-up").await;
        let page = self.text().await;
        panic!(
            "waited in vain for {what} at {} ({error:?}), see {picture}:\n{page}",
            self.address().await
        );
    }
}

fn is_true(value: &Value) -> bool {
    !matches!(value, Value::Null | Value::Bool(false)) && *value != json!(0) && *value != json!("")
}
