//! `fields.txt`, read, and what each of its rules means.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::actors::{is_partner, is_plain_token, is_token};
use super::audiences::lines;

const RULES: [&str; 18] = [
    "shown",
    "people",
    "office",
    "self",
    "page",
    "told once",
    "null to tokens",
    "empty to tokens",
    "null without names",
    "hidden without names",
    "masked",
    "masked within",
    "administrators",
    "counted",
    "own to partners",
    "work",
    "hidden to partners",
    "staff names",
];
const ASKER: &str = "asker";

/// The rule of each field, by type and name.
pub fn rules() -> BTreeMap<(String, String), String> {
    let mut rules = BTreeMap::new();
    for line in lines(include_str!("fields.txt")) {
        let (name, rule) = line
            .split_once("  ")
            .unwrap_or_else(|| panic!("fields.txt: {line}"));
        let (ty, field) = name
            .split_once('.')
            .unwrap_or_else(|| panic!("fields.txt: {line}"));
        let rule = rule.trim();
        assert!(
            rule == ASKER || RULES.contains(&rule),
            "fields.txt: {name} has no rule {rule:?}"
        );
        let twice = rules.insert((ty.to_owned(), field.to_owned()), rule.to_owned());
        assert!(twice.is_none(), "fields.txt has {name} twice");
    }
    rules
}

/// Whether some row shows the field to the administrator (or, of what is one's own, to its owner).
pub fn has_to_be_witnessed(rule: &str) -> bool {
    !matches!(rule, "page" | "told once")
}

/// What is wrong with what an actor sees, where the administrator sees `truth`.
pub fn complaint(rule: &str, actor: &str, seen: &Value, truth: Option<&Value>) -> Option<String> {
    let right = match rule {
        "page" | "told once" => return None,
        "self" if is_token(actor) || actor == "anonymous" => return Some("is not a person".into()),
        "self" => return None,
        "people" if is_token(actor) => return Some("is a tool".into()),
        "office" if actor != "administrator" => return Some("is not the office".into()),
        _ => truth.cloned(),
    };
    let Some(right) = right else {
        return Some("sees what the administrator does not".into());
    };
    let right = match rule {
        "counted" => {
            return (!is_at_most(seen, &right)).then(|| format!("counts {seen} of {right}"));
        }
        ASKER if is_token(actor) => {
            return (!is_nothing(seen)).then(|| format!("may do {seen} as a tool"));
        }
        ASKER => return None,
        "null to tokens" if is_token(actor) => Value::Null,
        "empty to tokens" if is_token(actor) => json!([]),
        "own to partners" if is_partner(actor) && !seen.is_null() => json!(own_address(actor)),
        "own to partners" | "staff names" if is_partner(actor) => Value::Null,
        "work" if is_partner(actor) => nothing_like(&right),
        "hidden to partners" if is_partner(actor) => json!("HIDDEN"),
        "null without names" | "masked within" | "own to partners" | "staff names"
            if is_plain_token(actor) =>
        {
            Value::Null
        }
        "hidden without names" | "masked" if is_plain_token(actor) => json!("(hidden)"),
        "masked" if !matches!(actor, "administrator" | "personal") => {
            json!(masked(right.as_str().unwrap_or_default()))
        }
        "masked within" if !matches!(actor, "administrator" | "personal") => {
            let words = right.as_str().map(|text| text.split(' '));
            json!(words.map(|words| words.map(masked).collect::<Vec<_>>().join(" ")))
        }
        "administrators" if actor != "administrator" => nothing_like(&right),
        _ => right,
    };
    (*seen != right).then(|| format!("sees {seen} and should see {right}"))
}

/// The one address that a delivery partner sees.
fn own_address(actor: &str) -> &str {
    match actor {
        "tom's partner" => "nora.northhost@elsewhere.test",
        _ => "saul.southhost@elsewhere.test",
    }
}

/// Null, or an empty list in the place of a list.
fn nothing_like(value: &Value) -> Value {
    match value {
        Value::Array(_) => json!([]),
        _ => Value::Null,
    }
}

/// `grace@school.example` as people see it; what is no address stays as it is.
fn masked(word: &str) -> String {
    let Some((local, host)) = word.split_once('@') else {
        return word.to_owned();
    };
    format!("{}•••@{host}", local.chars().next().unwrap_or_default())
}

/// Numbers, and moments of which fewer may be known; a later oldest is less.
fn is_at_most(seen: &Value, truth: &Value) -> bool {
    match (seen.as_i64(), truth.as_i64()) {
        (Some(seen), Some(truth)) => seen <= truth,
        _ => seen.is_null() || seen.as_str() >= truth.as_str() && !truth.is_null(),
    }
}

fn is_nothing(seen: &Value) -> bool {
    seen.is_null() || seen.as_array().is_some_and(Vec::is_empty)
}
