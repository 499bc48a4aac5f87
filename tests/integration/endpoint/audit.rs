//! The audit of the GraphQL-over-HTTP specification, by the people who wrote it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tests::Portal;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_specification_is_met() {
    let portal = Portal::start().await;
    let url = format!("{}/graphql", portal.url());
    let told = tokio::task::spawn_blocking(move || {
        install();
        run(Command::new("node").arg("audit.mjs").arg(url))
    });
    let told = told.await.expect("an audit");
    let said = String::from_utf8_lossy(&told.stdout).into_owned();
    let complaint = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(told.status.success(), "{said}{complaint}");
    assert!(
        said.contains("61 of 61 met"),
        "another audit than the one we know: {said}"
    );
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("integration/endpoint")
}

/// Gets the packages of the lock file unless they are there. Their install scripts are not run.
fn install() {
    let lock = fs::read(folder().join("package-lock.json")).expect("package-lock.json");
    let installed = folder().join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|installed| installed == lock) {
        return;
    }
    let words = [
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--no-progress",
    ];
    let told = run(Command::new("npm").args(words));
    assert!(
        told.status.success(),
        "npm ci: {}",
        String::from_utf8_lossy(&told.stderr)
    );
    fs::write(installed, lock).expect("a note of what is installed");
}

/// # Panics
/// Where the program is missing, with what to install.
fn run(command: &mut Command) -> Output {
    let program = command.get_program().to_string_lossy().into_owned();
    command
        .current_dir(folder())
        .output()
        .unwrap_or_else(|why| {
            panic!(
                "{program} cannot be started ({why}): install what Debian calls `nodejs` and `npm`"
            )
        })
}
