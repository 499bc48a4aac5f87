//! Everything in the schema says what it is, to the person at the other end.

use super::model::{Field, Kind, model};

/// Types that a library makes from ours: a page of rows, and a row in it.
fn is_made(name: &str) -> bool {
    name.ends_with("Connection") || name.ends_with("Edge")
}

#[test]
fn everything_is_described() {
    let mut silent = Vec::new();
    for (name, ty) in &model().types {
        if ty.description.is_empty() && !is_made(name) && ty.kind != Kind::Scalar {
            silent.push(name.clone());
        }
        for (value, word) in &ty.values {
            note(&format!("{name}.{value}"), &word.description, &mut silent);
        }
        for (field, found) in &ty.fields {
            describe(&format!("{name}.{field}"), found, &mut silent);
        }
    }
    assert!(
        silent.is_empty(),
        "{} have no description; write a doc comment above each:\n  {}",
        silent.len(),
        silent.join("\n  ")
    );
}

fn describe(name: &str, field: &Field, silent: &mut Vec<String>) {
    note(name, &field.description, silent);
    for (argument, found) in &field.arguments {
        note(&format!("{name}({argument})"), &found.description, silent);
    }
}

fn note(name: &str, description: &str, silent: &mut Vec<String>) {
    if description.is_empty() {
        silent.push(name.to_owned());
    }
}

#[test]
fn every_list_is_a_page_or_short_by_nature() {
    let model = model();
    for (name, field) in &model.object("Query").expect("Query").fields {
        // What changed has one direction and no end.
        if field.base() == "Changes" {
            assert!(field.arguments["first"].is_required());
            continue;
        }
        let is_page = field.base().ends_with("Connection");
        assert_eq!(
            is_page,
            field.arguments.contains_key("first"),
            "Query.{name}: a page, and only a page, takes `first`"
        );
        if is_page {
            // Whoever asks says how many rows, from one end or the other.
            for argument in ["first", "last", "after", "before", "where", "orderBy"] {
                let found = field.arguments.get(argument);
                let found = found.unwrap_or_else(|| panic!("Query.{name} takes no {argument}"));
                assert!(!found.is_required(), "Query.{name}({argument})");
            }
        }
    }
}
