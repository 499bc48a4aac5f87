//! Opening a browser that has never been anywhere.

use std::sync::Mutex;

use serde_json::json;
use thirtyfour::{
    ChromiumLikeCapabilities as _, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver,
};

use super::{Browser, Driver};
use crate::Portal;

/// The size of the window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    pub width: u32,
    pub height: u32,
    /// Device pixels for one of CSS: 2 is also what zooming to 200% does.
    pub scale: u32,
}

impl Screen {
    pub const DESKTOP: Self = Self {
        width: 1280,
        height: 900,
        scale: 1,
    };
    pub const PHONE: Self = Self {
        width: 390,
        height: 844,
        scale: 2,
    };
    /// The narrowest that a page has to fit (WCAG 2.2, 1.4.10).
    pub const NARROWEST: Self = Self {
        width: 320,
        height: 640,
        scale: 2,
    };
    /// A desktop zoomed to 200%.
    pub const ZOOMED: Self = Self {
        width: 640,
        height: 450,
        scale: 2,
    };
}

/// Whether pages may run scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scripts {
    On,
    Off,
}

const ARGUMENTS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-GB",
];

/// Chromium's clock goes on from the portal's, which stands where the test has put it.
const CLOCK: &str = "{
    const Real = Date, ahead = NOW - Real.now();
    window.Date = class extends Real {
        constructor(...given) { given.length ? super(...given) : super(Real.now() + ahead); }
        static now() { return Real.now() + ahead; }
    };
}";

impl Portal {
    /// A browser at a desk.
    pub async fn browser(&self) -> Browser {
        self.browser_with(Screen::DESKTOP, Scripts::On).await
    }

    /// A telephone whose owner runs no scripts.
    pub async fn plain_phone(&self) -> Browser {
        self.browser_with(Screen::PHONE, Scripts::Off).await
    }

    /// A browser of this kind.
    ///
    /// # Panics
    /// If Chromium cannot be started.
    pub async fn browser_with(&self, screen: Screen, scripts: Scripts) -> Browser {
        let driver = Driver::find().await;
        let profile = tempfile::Builder::new()
            .prefix("portal-browser-")
            .tempdir()
            .expect("a folder");
        let mut wanted = DesiredCapabilities::chrome();
        let folder = format!("--user-data-dir={}", profile.path().display());
        for argument in ARGUMENTS.into_iter().chain([folder.as_str()]) {
            wanted.add_arg(argument).expect("an argument");
        }
        wanted
            .set_browser_log_level(LoggingPrefsLogLevel::All)
            .expect("a log");
        let session = WebDriver::new(&*driver.url, wanted)
            .await
            .expect("Chromium");
        let browser = Browser {
            session: Some(session),
            _driver: driver,
            _profile: profile,
            portal: self.url().to_owned(),
            screen,
            scripts,
            findings: Mutex::default(),
        };
        let clock = CLOCK.replace("NOW", &self.now().timestamp_millis().to_string());
        browser
            .cdp(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": clock }),
            )
            .await;
        browser.runs_scripts(scripts).await;
        browser.resizes(screen).await;
        browser
    }
}
