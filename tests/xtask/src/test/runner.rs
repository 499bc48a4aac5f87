//! nextest where it is present, cargo's own runner elsewhere.

use std::process::Command;

use crate::place::Place;
use crate::shell;

/// How tests are run.
pub struct Runner<'a> {
    place: &'a Place,
    filter: Option<&'a str>,
    has_nextest: bool,
}

impl<'a> Runner<'a> {
    pub fn new(place: &'a Place, filter: Option<&'a str>) -> Self {
        let has_nextest = shell::on_path("cargo-nextest").is_some();
        Self {
            place,
            filter,
            has_nextest,
        }
    }

    /// Runs the tests that cargo's arguments select, to the last one even if some fail.
    pub fn command(&self, selection: &[&str]) -> Command {
        let mut cargo = shell::cargo(self.place);
        if self.has_nextest {
            let config = self.place.root().join("tests/xtask/nextest.toml");
            cargo.args([
                "nextest",
                "run",
                "--no-tests",
                "pass",
                "--show-progress",
                "none",
            ]);
            cargo
                .arg("--tool-config-file")
                .arg(format!("portal:{}", config.display()));
        } else {
            cargo.arg("test");
        }
        cargo
            .arg("--no-fail-fast")
            .args(selection)
            .args(self.filter);
        cargo.env("PORTAL_BIN", self.place.portal());
        cargo
    }
}
