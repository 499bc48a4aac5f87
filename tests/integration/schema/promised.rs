//! What was published once stays until its day: `promised.graphql` is the schema of the last release, without its words.

use std::fs;
use std::path::Path;

use chrono::Utc;

use super::breaking::breaking;
use super::model::Model;

const PROMISED: &str = include_str!("promised.graphql");

/// With `PROMISE=renew`, today's schema becomes the promise; not if that would take something back.
#[test]
fn nothing_promised_is_taken_back() {
    let sdl = server::schema::sdl();
    let today = Utc::now().date_naive();
    let broken = breaking(&Model::read(PROMISED), &Model::read(&sdl), today);
    assert!(
        broken.is_empty(),
        "clients break, and were not told in time; deprecate first:\n  {}",
        broken.join("\n  ")
    );
    if std::env::var("PROMISE").is_ok_and(|wish| wish == "renew") {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("integration/schema/promised.graphql");
        fs::write(path, without_words(&sdl)).expect("the promise");
    }
}

/// The schema without descriptions, which promise nothing.
fn without_words(sdl: &str) -> String {
    let mut is_word = false;
    let lines = sdl.lines().filter(|line| {
        let marks = line.matches("\"\"\"").count();
        let was_word = is_word;
        is_word ^= marks % 2 == 1;
        !was_word && marks == 0
    });
    lines.map(|line| format!("{line}\n")).collect()
}

#[test]
fn words_promise_nothing() {
    let sdl = "\"\"\"\nA.\n\"\"\"\ntype Query {\n\t\"\"\"One.\"\"\"\n\ta: Int\n}\n";
    assert_eq!(without_words(sdl), "type Query {\n\ta: Int\n}\n");
}
