//! What the browser says behind the page: errors, and reports of the content security policy.

use super::Browser;

impl Browser {
    /// Forgets the complaints with this text since the last look: the test has asked for them.
    pub async fn expects_complaint(&self, text: &str) {
        self.look_at_console(Some(text)).await;
    }

    /// Remembers every complaint since the last look. That the server refused something is none: people make mistakes.
    pub async fn read_console(&self) {
        self.look_at_console(None).await;
    }

    async fn look_at_console(&self, expected: Option<&str>) {
        for entry in self.session().browser_log().await.unwrap_or_default() {
            let refused =
                entry.source.as_deref() == Some("network") && entry.message.contains("status of 4");
            let is_quiet = matches!(entry.level.as_str(), "DEBUG" | "INFO");
            let is_expected = expected.is_some_and(|text| entry.message.contains(text));
            if !refused && !is_quiet && !is_expected {
                self.find_fault(format!("the console, {}: {}", entry.level, entry.message));
            }
        }
    }
}
