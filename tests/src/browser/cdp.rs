//! What WebDriver has no word for, said to Chromium itself.

use std::sync::Arc;

use reqwest::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::{Command, ExtensionCommand};

use super::{Browser, Screen, Scripts};

#[derive(Debug)]
struct Said {
    method: &'static str,
    with: Value,
}

impl ExtensionCommand for Said {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "cmd": self.method, "params": self.with }))
    }

    fn method(&self) -> Method {
        Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        "/goog/cdp/execute".into()
    }
}

impl Browser {
    pub(super) async fn cdp(&self, method: &'static str, with: Value) -> Value {
        let said = Command::ExtensionCommand(Box::new(Said { method, with }));
        let answer = self.session().cmd(said).await;
        let answer = answer.unwrap_or_else(|error| panic!("Chromium refuses {method}: {error}"));
        answer.value().unwrap_or(Value::Null)
    }

    /// The window gets this size.
    pub async fn resizes(&self, screen: Screen) {
        let Screen {
            width,
            height,
            scale,
        } = screen;
        let with = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": width < 600 });
        self.cdp("Emulation.setDeviceMetricsOverride", with).await;
    }

    pub(super) async fn runs_scripts(&self, scripts: Scripts) {
        let with = json!({ "value": scripts == Scripts::Off });
        self.cdp("Emulation.setScriptExecutionDisabled", with).await;
    }

    /// Puts text in at the caret, as a paste or an input method does.
    pub async fn pastes(&self, text: &str) {
        self.cdp("Input.insertText", json!({ "text": text })).await;
    }
}
