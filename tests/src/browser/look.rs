//! Looking for one thing on a page.

use serde_json::json;
use thirtyfour::By;

use super::Browser;

impl Browser {
    /// Waits until the error summary has the focus, as it has to have when it appears.
    pub async fn focus_is_on_the_summary(&self) {
        let has = "!!document.activeElement?.classList.contains('govuk-error-summary')";
        self.until("the focus on the error summary", has, json!([]))
            .await;
    }

    /// The id of the request about the task of this title, on a mentor's page.
    ///
    /// # Panics
    /// When the page asks about no such task.
    pub async fn asked_about(&self, title: &str) -> String {
        let find = "[...document.querySelectorAll('section[aria-labelledby] h2')].find(h2 => h2.innerText === arguments[0])?.id.slice('task-'.length)";
        let id = self
            .until(&format!("the task {title}"), find, json!([title]))
            .await;
        id.as_str().expect("an id").to_owned()
    }

    /// The first cell of every row of the list.
    pub async fn first_column(&self) -> Vec<String> {
        let cells =
            "return [...document.querySelectorAll('main tbody th')].map(th => th.innerText.trim())";
        serde_json::from_value(self.run(cells, json!([])).await).expect("cells")
    }

    /// Waits until the list says that it is sorted by this column, this way.
    pub async fn until_sorted(&self, way: &str, column: &str) {
        let is = "[...document.querySelectorAll('th[aria-sort]')].some(th => th.ariaSort === arguments[0] && th.innerText.startsWith(arguments[1]))";
        self.until(&format!("{column} {way}"), is, json!([way, column]))
            .await;
    }

    /// Waits until every one of these stands on the page sign for sign: as it was typed, or not at all.
    pub async fn shows_all(&self, words: &[&str]) {
        for word in words {
            let has = "document.body.textContent.includes(arguments[0])";
            self.until(&format!("“{word}”"), has, json!([word])).await;
        }
    }

    /// Clicks something inside a frame of the page.
    ///
    /// # Panics
    /// When there is no such frame, or nothing such in it.
    pub async fn clicks_inside(&self, frame: &str, selector: &str) {
        let outer = self.session().find(By::Css(frame)).await.expect("a frame");
        outer.enter_frame().await.expect("a frame");
        let inner = self
            .session()
            .find(By::Css(selector))
            .await
            .expect("something to click");
        let clicked = inner.click().await;
        self.session()
            .enter_default_frame()
            .await
            .expect("the page");
        clicked.expect("a click");
    }

    /// Types an address of the portal where no page of its own comes.
    pub async fn goes_plainly(&self, path: &str) {
        self.follows(&format!("{}{path}", self.portal)).await;
    }
}
