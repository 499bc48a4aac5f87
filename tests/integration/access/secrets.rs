//! Names and addresses, searched for in everything that somebody gets, also in what only looks like noise.

use serde_json::{Value, json};
use tests::Visitor;

use super::actors::{NAMES, is_partner, is_plain_token};
use super::seen::view;
use super::world::World;
use crate::schema::model::{Model, model};

/// What must not be found in anything that this actor gets.
fn secrets(actor: &str) -> Vec<&'static str> {
    let (ada, ben, cy) = ("Quillfeather", "Thistlewood", "Marchbanks");
    let mut secrets = match actor {
        "anonymous" | "revoked" => vec!["Willowbank", "Northfield"],
        "ada" => vec![ben, cy],
        "ben" => vec![ada, cy],
        "cy" => vec![ada, ben, "Northfield Town Hall"],
        "tom" | "tom's group" => vec![cy],
        "sue" | "sue's group" => vec![ada, ben],
        _ => Vec::new(),
    };
    if is_partner(actor) {
        secrets.push(if actor == "tom's partner" { cy } else { ada });
        // Addresses but their own, mentors, headteachers, signatures, comments, and which tasks there are.
        secrets.extend([
            "@willowbank",
            "@provider",
            "Grace Mentor",
            "Head of",
            "Helen",
        ]);
        secrets.extend(["Signed for", "pupils, please", "policy_review"]);
    }
    if is_plain_token(actor) {
        secrets.extend([
            ada,
            ben,
            cy,
            "Grace Mentor",
            "Tom Tutor",
            "Sue Sharp",
            "Helen",
            "@",
        ]);
    }
    if !matches!(actor, "administrator" | "personal") {
        secrets.push("mentor.of.");
    }
    if actor != "administrator" {
        // Headteachers' addresses.
        secrets.extend(["head.of.", "head@willowbank.test"]);
    }
    secrets
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_gets_a_name_or_address_that_is_not_for_them() {
    let (world, model) = (World::set_up().await, model());
    let mut told = Vec::new();
    for actor in NAMES {
        let mut answers = view(&world, &model, actor).await.answers;
        answers.extend(pages_in_every_order(&model, &world.actor(actor).await).await);
        for (place, answer) in answers {
            let readable = format!("{answer} {}", cursors(&answer).join(" "));
            for secret in secrets(actor) {
                if let Some(at) = readable.find(secret) {
                    let around = readable[..at].chars().rev().take(60).collect::<String>();
                    let around: String = around.chars().rev().collect();
                    told.push(format!(
                        "{actor} finds {secret} in {place}: {around}{secret}…"
                    ));
                }
            }
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}

/// The cursors of every list in every order that it takes: a cursor holds what the list is sorted by.
async fn pages_in_every_order(model: &Model, by: &Visitor) -> Vec<(String, String)> {
    let mut answers = Vec::new();
    for (list, field) in &model.object("Query").expect("Query").fields {
        let Some(order) = field.arguments.get("orderBy") else {
            continue;
        };
        let fields = &model.types[order.base()].fields["field"];
        for value in model.types[fields.base()].values.keys() {
            let document = format!(
                "{{ {list}(first: 10, orderBy: {{ field: {value} }}) {{ edges {{ cursor }} pageInfo {{ endCursor }} }} }}"
            );
            let answer = by.ask(&document, json!({})).await;
            answers.push((format!("{list} by {value}"), answer.body.to_string()));
        }
    }
    answers
}

/// What the cursors in an answer hold, as far as it can be read.
fn cursors(answer: &str) -> Vec<String> {
    let answer: Value = serde_json::from_str(answer).expect("JSON");
    let mut found = Vec::new();
    collect(&answer, &mut found);
    found
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Value::Object(fields) => {
            for (name, value) in fields {
                match value.as_str() {
                    Some(text) if name.to_lowercase().ends_with("cursor") => {
                        found.push(decoded(text))
                    }
                    _ => collect(value, found),
                }
            }
        }
        _ => {}
    }
}

/// Base64 in the alphabet for addresses, read without asking whether it is well formed.
fn decoded(text: &str) -> String {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'-' | b'+' => 62,
        _ => 63,
    };
    let (mut bytes, mut gathered, mut bits) = (Vec::new(), 0_u32, 0);
    for byte in text.bytes() {
        gathered = gathered << 6 | u32::from(value(byte));
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(gathered >> bits & 0xff).unwrap_or_default());
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn cursors_can_be_read() {
    assert_eq!(decoded("W3siVCI6IkFkYSJ9XQ"), r#"[{"T":"Ada"}]"#);
}
