//! Words that may stand in some places only.

use super::sources::{Source, server, sources};

#[test]
fn graphql_stays_at_the_doors() {
    let is_door = |path: &str| {
        path.contains("/graphql/")
            || path.starts_with("server/src/schema/")
            || path.starts_with("server/src/endpoint/")
            || path == "server/src/error.rs"
            || path == "server/src/http/callers.rs"
    };
    assert_only(
        &server(),
        &["async_graphql"],
        is_door,
        "verbs and reads know no GraphQL",
    );
}

#[test]
fn letters_leave_by_one_door() {
    let is_door = |path: &str| path == "server/src/outbox/send.rs";
    assert_only(
        &server(),
        &["lettre"],
        is_door,
        "letters are queued, and sent by the worker",
    );
}

/// Places where giving up is right, because what would have to be handled cannot happen.
const CANNOT_FAIL: [&str; 3] = [
    // Decided when it is compiled.
    "const PER_MINUTE: NonZeroU32 = NonZeroU32::new(60).unwrap();",
    // HMAC pads or hashes a key of any length.
    "unreachable!(\"HMAC takes a key of any length\")",
    // sea-orm's own `unwrap` of a value that the line before has set.
    "return Ok(row.id.unwrap());",
];

#[test]
fn the_server_does_not_give_up() {
    let words = [
        ".unwrap()",
        ".expect(",
        "panic!(",
        "todo!(",
        "unimplemented!(",
        "unreachable!(",
    ];
    let mut told: Vec<String> = server()
        .iter()
        .flat_map(|source| source.places_of(&words))
        .collect();
    told.retain(|place| !CANNOT_FAIL.iter().any(|allowed| place.ends_with(allowed)));
    assert!(
        told.is_empty(),
        "answer an error instead:\n{}",
        told.join("\n")
    );
}

#[test]
fn no_markup_is_made_of_text() {
    let words = [
        "inner_html",
        "innerHTML",
        "insert_adjacent_html",
        "outer_html",
    ];
    let app = sources("frontend/src", "rs");
    assert_only(
        &app,
        &words,
        |_| false,
        "a person's words become text, never markup",
    );
    let raw = ["|safe", "| safe", "escape = \"none\""];
    let templates = sources("server/templates", "html");
    assert_only(
        &templates,
        &raw,
        |_| false,
        "a person's words become text, never markup",
    );
}

#[test]
fn time_comes_from_one_clock() {
    let words = [
        "Utc::now()",
        "Local::now()",
        "SystemTime::now()",
        "current_timestamp",
    ];
    let is_clock = |path: &str| path == "server/src/clock.rs";
    assert_only(
        &server(),
        &words,
        is_clock,
        "ask the clock, which tests can move",
    );
}

#[test]
fn the_database_keeps_no_time_of_its_own() {
    for source in sources("migration/src", "rs") {
        let text = source.text.to_lowercase();
        for word in ["current_timestamp", "now()", "datetime('now"] {
            let path = &source.path;
            assert!(
                !text.contains(word),
                "{path}: {word} is SQLite's own text form, not RFC 3339"
            );
        }
    }
}

fn assert_only(sources: &[Source], words: &[&str], may: impl Fn(&str) -> bool, why: &str) {
    let others = sources.iter().filter(|source| !may(&source.path));
    let told: Vec<String> = others.flat_map(|source| source.places_of(words)).collect();
    assert!(told.is_empty(), "{why}:\n{}", told.join("\n"));
}
