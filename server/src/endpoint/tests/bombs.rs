//! Documents and bodies made to hurt, each refused, and quickly because little was looked at.

use serde_json::json;

use super::catalogue::catalogue;
use super::scratch::{ask, ask_with, post, send};
use crate::endpoint::Limits;

#[tokio::test]
async fn every_bomb_is_refused() {
    for (name, document, code) in catalogue() {
        let answer = ask(&document).await;
        let text: String = answer.text.chars().take(300).collect();
        assert_eq!(answer.code(), code, "{name}: {text}");
        assert!(
            answer.text.len() < 20_000,
            "{name}: an answer of {} bytes",
            answer.text.len()
        );
    }
}

#[tokio::test]
async fn block_strings_may_hold_brackets() {
    let smiles = ":( [ {".repeat(100);
    let query = format!("{{ echo(text: \"\"\"{smiles} \\\"\"\" {smiles}\"\"\") # {smiles}\n }}");
    assert_eq!(ask(&query).await.code(), "no code");
    let query = format!("{{ echo(text: \"{smiles} \\\" {smiles}\") }}");
    assert_eq!(ask(&query).await.code(), "no code");
}

#[tokio::test]
async fn a_large_variable_used_often_is_refused() {
    let query = format!("query ($l: [Int]) {{ {} }}", "echo(list: $l) ".repeat(300));
    let answer = ask_with(&query, json!({ "l": vec![0; 20_000] }), Limits::default()).await;
    assert_eq!(answer.code(), "TOO_MANY_INPUT_VALUES");
}

#[tokio::test]
async fn deep_variables_are_refused() {
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    let body = format!(r#"{{"query":"{{ hello }}","variables":{{"v":{deep}}}}}"#);
    assert_eq!(
        send(Limits::default(), post().body(body)).await.code(),
        "BAD_REQUEST"
    );
}

/// The brackets that are let through do not overflow a small stack.
#[test]
fn the_deepest_document_fits_a_stack() {
    let query = format!("{{ echo(list: {}", "[".repeat(30));
    let walk = std::thread::Builder::new()
        .stack_size(512 * 1024)
        .spawn(move || {
            tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime")
                .block_on(async { ask(&query).await.code().to_owned() })
        });
    assert_eq!(
        walk.expect("a thread").join().expect("no overflow"),
        "GRAPHQL_PARSE_FAILED"
    );
}
