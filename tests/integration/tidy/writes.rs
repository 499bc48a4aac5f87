//! `tx::write` is the only way to change anything.

use super::sources::{Source, server};

/// Calls of sea-orm that change rows when they are given a connection.
const WRITES: [&str; 9] = [
    ".insert(",
    ".update(",
    ".delete(",
    ".save(",
    ".exec(",
    ".exec_without_returning(",
    ".exec_with_returning(",
    ".execute_raw(",
    ".execute_unprepared(",
];

/// Where the transaction itself is made of a connection.
const FOUNDATION: [&str; 3] = [
    "server/src/tx.rs",
    "server/src/database/mod.rs",
    "server/src/database/turns.rs",
];

#[test]
fn every_write_is_on_a_transaction() {
    let sources = server();
    let above = sources
        .iter()
        .filter(|source| !FOUNDATION.contains(&source.path.as_str()));
    let told: Vec<String> = above.flat_map(writes_without_tx).collect();
    assert!(
        told.is_empty(),
        "write with a `tx`, so that row, event and letter commit together:\n{}",
        told.join("\n")
    );
}

#[test]
fn nobody_else_holds_the_writers_connection() {
    let sources = server();
    let above = sources
        .iter()
        .filter(|source| !FOUNDATION.contains(&source.path.as_str()));
    let words = ["db.write", ".begin(", ".begin_with", "TransactionTrait"];
    let told: Vec<String> = above.flat_map(|source| source.places_of(&words)).collect();
    assert!(
        told.is_empty(),
        "only tx.rs opens transactions:\n{}",
        told.join("\n")
    );
}

/// A map's `insert` has two arguments and a hash's `update` no connection: what counts is whether
/// the only argument is one.
fn writes_without_tx(source: &Source) -> Vec<String> {
    let mut told = Vec::new();
    for (at, line) in source.code() {
        for call in WRITES {
            for (start, _) in line.match_indices(call) {
                let given = line[start + call.len()..]
                    .split([')', ','])
                    .next()
                    .unwrap_or_default();
                let given = given.trim().trim_start_matches('&');
                if is_connection(given) {
                    told.push(format!("{}:{at}: {}", source.path, line.trim()));
                }
            }
        }
    }
    told
}

fn is_connection(given: &str) -> bool {
    let last = given.rsplit('.').next().unwrap_or(given);
    matches!(
        last,
        "db" | "read" | "write" | "conn" | "connection" | "pool" | "database"
    )
}

#[test]
fn a_write_past_the_transaction_is_seen() {
    let text =
        "row.insert(&reader.db)\nrow.insert(tx)\nmap.insert(a, b)\nmany.exec(&portal.db.read)\n";
    let source = Source {
        path: "a.rs".into(),
        text: text.into(),
    };
    let told = writes_without_tx(&source);
    assert_eq!(
        told,
        [
            "a.rs:1: row.insert(&reader.db)",
            "a.rs:4: many.exec(&portal.db.read)"
        ]
    );
}
