//! What people take from a page with them.

use std::fs;
use std::time::Duration;

use serde_json::json;
use tokio::time::{Instant, sleep};

use super::Browser;

const PATIENCE: Duration = Duration::from_secs(15);
const BETWEEN: Duration = Duration::from_millis(30);

impl Browser {
    /// Clicks what this selector finds, and answers the name and the octets of the file that it saves.
    ///
    /// # Panics
    /// When no file comes.
    pub async fn saves(&self, selector: &str) -> (String, Vec<u8>) {
        let folder = tempfile::tempdir().expect("a folder");
        let with = json!({ "behavior": "allow", "downloadPath": folder.path() });
        self.cdp("Browser.setDownloadBehavior", with).await;
        self.clicks_at(selector).await;
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            let files = fs::read_dir(folder.path()).expect("the folder");
            let mut whole = files.flatten().filter_map(|file| {
                let name = file.file_name().into_string().ok()?;
                let is_whole = !name.ends_with(".crdownload") && !name.starts_with('.');
                is_whole.then_some((name, fs::read(file.path()).ok()?))
            });
            if let Some(file) = whole.next() {
                return file;
            }
            sleep(BETWEEN).await;
        }
        panic!("no file came:\n{}", self.text().await);
    }

    /// What the clipboard holds.
    pub async fn clipboard(&self) -> String {
        let with = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.cdp("Browser.grantPermissions", with).await;
        let text = self
            .run("return navigator.clipboard.readText()", json!([]))
            .await;
        text.as_str().unwrap_or_default().to_owned()
    }
}
