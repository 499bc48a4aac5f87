//! The steps, in their order.

use std::process::Command;

use super::browser::Driver;
use super::clients;
use super::runner::Runner;
use super::step::Record;
use crate::bundle::toolchain;
use crate::place::Place;
use crate::postgres::Postgres;
use crate::{bundle, shell};

/// Runs all steps. One that fails hides none of the others, unless nothing can be built.
pub fn run(place: &Place, filter: Option<&str>, record: &mut Record) {
    let everything = filter.is_none();
    if everything {
        record.command(
            "format",
            shell::cargo(place).args(["fmt", "--all", "--check"]),
        );
    }
    // Before the lints, since the server does not compile without the files it hands out.
    if !record.task("bundle", || bundle::bundle(place)) {
        return;
    }
    if everything {
        lint(place, record);
    }
    let mut build = shell::cargo(place);
    if !record.command(
        "build",
        build.args(["build", "--package", "server", "--bin", "portal"]),
    ) {
        return;
    }

    let runner = Runner::new(place, filter);
    let unit = ["--workspace", "--exclude", "frontend", "--lib", "--bins"];
    record.tests("unit tests", &mut runner.command(&unit));
    if everything {
        record.tests("documentation examples", &mut examples(place));
    }
    let integration = ["--package", "tests", "--test", "integration"];
    let mut on_sqlite = runner.command(&integration);
    on_sqlite.env_remove("TEST_DATABASE_URL");
    record.tests("integration tests on SQLite", &mut on_sqlite);

    let tools = record.resource("other people's tools", || clients::install(place));
    if let Some(postgres) = record.resource("PostgreSQL", Postgres::start) {
        let mut on_postgres = runner.command(&integration);
        on_postgres.env("TEST_DATABASE_URL", postgres.url());
        record.tests("integration tests on PostgreSQL", &mut on_postgres);
        if tools.is_some() {
            // Once: which database it is plays no part in how a tool fares, and this one is the stricter.
            let mut by_clients = runner.command(&["--package", "tests", "--test", "clients"]);
            by_clients.env("TEST_DATABASE_URL", postgres.url());
            by_clients.env("CLIENTS_DIR", place.clients());
            record.tests("other people's tools on PostgreSQL", &mut by_clients);
        }
    }
    if let Some(driver) = record.resource("Chromium", Driver::start) {
        let mut in_browser = runner.command(&["--package", "tests", "--test", "browser"]);
        in_browser.env("CHROMEDRIVER_URL", driver.url());
        in_browser.env("AXE_JS", place.npm_file("axe-core/axe.min.js"));
        record.tests("browser tests", &mut in_browser);
    }
}

fn lint(place: &Place, record: &mut Record) {
    let host = [
        "clippy",
        "--workspace",
        "--exclude",
        "frontend",
        "--all-targets",
    ];
    let deny = ["--", "--deny", "warnings"];
    record.command("lints", shell::cargo(place).args(host).args(deny));
    // Clippy belongs to the active toolchain; with Debian's compiler the bundle alone tells.
    if toolchain::is_active() {
        let app = [
            "clippy",
            "--package",
            "frontend",
            "--target",
            "wasm32-unknown-unknown",
        ];
        let mut clippy = shell::cargo(place);
        // The bundle's profile and folder: its macros and build scripts are built already.
        clippy
            .args(app)
            .args(["--profile", "wasm-release"])
            .args(deny);
        clippy.env("CARGO_TARGET_DIR", place.wasm_target());
        record.command("lints of the app", &mut clippy);
    }
}

fn examples(place: &Place) -> Command {
    let mut cargo = shell::cargo(place);
    cargo.args([
        "test",
        "--quiet",
        "--doc",
        "--workspace",
        "--exclude",
        "frontend",
    ]);
    cargo
}
