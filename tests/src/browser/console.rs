//! What the browser says behind the page: errors, and reports of the content security policy.

use super::Browser;

impl Browser {
    /// Remembers every complaint since the last look. That the server refused something is none: people make mistakes.
    pub async fn read_console(&self) {
        for entry in self.session().browser_log().await.unwrap_or_default() {
            let refused =
                entry.source.as_deref() == Some("network") && entry.message.contains("status of 4");
            let is_quiet = matches!(entry.level.as_str(), "DEBUG" | "INFO");
            if !refused && !is_quiet {
                self.find_fault(format!("the console, {}: {}", entry.level, entry.message));
            }
        }
    }
}
