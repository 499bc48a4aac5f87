//! Real Chromium, as people and mail scanners use it.
//!
//! A [`Browser`] gathers what is wrong with the pages that it was shown ([`Browser::looks_right`]) and what its console
//! says; when it is dropped, it fails the test that had any of it.

mod axe;
mod cdp;
mod check;
mod click;
mod console;
mod driver;
mod keyboard;
mod look;
mod open;
mod picture;
mod read;
mod take;
mod wait;
mod walk;

use std::sync::Mutex;
use std::thread;

use tempfile::TempDir;
use thirtyfour::WebDriver;
use tokio::runtime::Handle;
use tokio::task::block_in_place;

use driver::Driver;
pub use keyboard::Focus;
pub use open::{Screen, Scripts};
pub use thirtyfour::Key;

/// A browser of one person: its own cookies, its own window.
#[derive(Debug)]
pub struct Browser {
    // In the order in which they have to go: the session, the program that runs it, the folder that it wrote to.
    session: Option<WebDriver>,
    _driver: Driver,
    _profile: TempDir,
    portal: String,
    screen: Screen,
    scripts: Scripts,
    findings: Mutex<Vec<String>>,
}

impl Browser {
    /// The session itself, for what no method here has a word for.
    ///
    /// # Panics
    /// Never before it is dropped.
    pub fn session(&self) -> &WebDriver {
        self.session.as_ref().expect("open until it is dropped")
    }

    fn find_fault(&self, fault: String) {
        self.findings
            .lock()
            .expect("nothing panics while it holds this")
            .push(fault);
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let faults = block_in_place(|| {
            Handle::current().block_on(async {
                if !thread::panicking() {
                    self.read_console().await;
                }
                if let Some(session) = self.session.take() {
                    drop(session.quit().await);
                }
            });
            std::mem::take(self.findings.get_mut().expect("whole"))
        });
        if !thread::panicking() && !faults.is_empty() {
            panic!("{} findings:\n{}", faults.len(), faults.join("\n"));
        }
    }
}
