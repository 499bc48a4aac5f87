//! What axe finds.

use std::path::PathBuf;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::json;

use super::{Browser, Scripts};

/// One rule that one element breaks.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Violation {
    pub rule: String,
    pub target: String,
    pub help: String,
}

static AXE: LazyLock<String> = LazyLock::new(|| {
    let installed = || {
        PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("../frontend/node_modules/axe-core/axe.min.js")
    };
    let path = std::env::var_os("AXE_JS").map_or_else(installed, PathBuf::from);
    std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("axe-core at {}: {error}", path.display()))
});

const RUN: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { iframes: false, resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
        .then(({ violations }) => done(violations.flatMap(one => one.nodes.map(node => ({
            rule: one.id, help: one.help + ': ' + node.failureSummary.replace(/\\s+/g, ' '), target: node.target.join(' ') + ' ' + node.html.slice(0, 200),
        })))))
        .catch(error => done([{ rule: 'axe', help: String(error), target: '' }]));";

impl Browser {
    /// Everything that axe has to say against the page as it is shown now.
    ///
    /// # Panics
    /// If axe cannot run.
    pub async fn axe(&self) -> Vec<Violation> {
        if self.scripts == Scripts::Off {
            self.runs_scripts(Scripts::On).await;
        }
        self.run(&format!("if (!window.axe) {{ {} }}", *AXE), json!([]))
            .await;
        let told = self
            .session()
            .execute_async(RUN, Vec::new())
            .await
            .expect("axe's answer");
        if self.scripts == Scripts::Off {
            self.runs_scripts(Scripts::Off).await;
        }
        told.convert().expect("violations")
    }
}
