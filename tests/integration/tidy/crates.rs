//! Which crate may know which.

use std::fs;

use super::sources::root;

/// Our crates, with those of ours that each may depend on.
const OURS: [(&str, &[&str]); 4] = [
    // A change of the tables must still run when the rows' types have moved on.
    ("migration", &[]),
    ("entity", &[]),
    ("server", &["entity", "migration"]),
    // The app knows the server by `server/schema.graphql` alone.
    ("frontend", &[]),
];

const NAMES: [&str; 7] = [
    "entity",
    "migration",
    "server",
    "frontend",
    "mailbox",
    "tests",
    "xtask",
];

/// What rows may stand on: no GraphQL, no HTTP.
const OF_ENTITY: [&str; 3] = ["sea-orm", "serde", "serde_json"];

#[test]
fn crates_know_only_what_is_below_them() {
    for (name, allowed) in OURS {
        for dependency in dependencies(name) {
            let is_ours = NAMES.contains(&dependency.as_str());
            assert!(
                !is_ours || allowed.contains(&dependency.as_str()),
                "{name}/Cargo.toml depends on {dependency}, which it must not know"
            );
        }
    }
}

#[test]
fn rows_know_nothing_but_the_database() {
    for dependency in dependencies("entity") {
        assert!(
            OF_ENTITY.contains(&dependency.as_str()),
            "entity/Cargo.toml depends on {dependency}: rows stay free of everything but sea-orm"
        );
    }
}

#[test]
fn migrations_stand_alone() {
    assert_eq!(dependencies("migration"), ["sea-orm-migration"]);
}

/// Names under every `[…dependencies]` of a crate, with build and test dependencies.
fn dependencies(name: &str) -> Vec<String> {
    let path = root().join(name).join("Cargo.toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|why| panic!("{path:?}: {why}"));
    let mut within = false;
    let mut names = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.starts_with('[') {
            within = line.contains("dependencies");
            continue;
        }
        if within && let Some((left, _)) = line.split_once('=') {
            let name = left.split('.').next().unwrap_or(left);
            names.push(name.trim().trim_matches('"').to_owned());
        }
    }
    names
}
