//! What would break a client that was written against another version of the schema.

use std::collections::BTreeMap;

use super::model::{Field, Kind, Model, Type};

/// Names every change from `before` to `after` that a client can stumble over.
pub fn breaking(before: &Model, after: &Model) -> Vec<String> {
    let mut told = Vec::new();
    for (name, was) in &before.types {
        match after.types.get(name) {
            None => told.push(format!("{name} was removed")),
            Some(is) if is.kind != was.kind => told.push(format!("{name} is another kind of type")),
            Some(is) => compare(name, was, is, &mut told),
        }
    }
    told
}

fn compare(name: &str, was: &Type, is: &Type, told: &mut Vec<String>) {
    let gone = was
        .values
        .keys()
        .filter(|value| !is.values.contains_key(*value));
    told.extend(gone.map(|value| format!("{name}.{value} was removed")));
    match was.kind {
        Kind::Input => inputs(name, &was.fields, &is.fields, told),
        _ => outputs(name, &was.fields, &is.fields, told),
    }
}

type Fields = BTreeMap<String, Field>;

/// What clients read: it may become surer, never vaguer.
fn outputs(name: &str, was: &Fields, is: &Fields, told: &mut Vec<String>) {
    for (field, was) in was {
        let Some(is) = is.get(field) else {
            told.push(format!("{name}.{field} was removed"));
            continue;
        };
        if !is_surer(&was.ty, &is.ty) {
            told.push(format!("{name}.{field} was {} and is {}", was.ty, is.ty));
        }
        inputs(
            &format!("{name}.{field}"),
            &was.arguments,
            &is.arguments,
            told,
        );
    }
}

/// What clients send: it may become laxer, never stricter.
fn inputs(name: &str, was: &Fields, is: &Fields, told: &mut Vec<String>) {
    for (field, was) in was {
        match is.get(field) {
            None => told.push(format!("{name}({field}) was removed")),
            Some(is) if !is_surer(&is.ty, &was.ty) => {
                told.push(format!("{name}({field}) was {} and is {}", was.ty, is.ty));
            }
            Some(_) => {}
        }
    }
    let asked = is
        .iter()
        .filter(|(field, is)| !was.contains_key(*field) && is.is_required());
    told.extend(asked.map(|(field, _)| format!("{name}({field}) is now asked for")));
}

/// Whether all that `vague` promises is promised by `sure` too: the same but for more `!`.
fn is_surer(vague: &str, sure: &str) -> bool {
    let mut left = vague.chars().peekable();
    for sign in sure.chars() {
        if left.peek() == Some(&sign) {
            left.next();
        } else if sign != '!' {
            return false;
        }
    }
    left.next().is_none()
}

#[test]
fn what_breaks_is_named() {
    let before = "type Query { a(n: Int, m: Int!): String! b: Int c: [Int!] } enum E { X Y } input I { a: Int }";
    let after = "type Query { a(n: String, m: Int): String c: [Int!]! d: Int } enum E { Y Z } input I { a: Int b: Int! }";
    let told = breaking(&Model::read(before), &Model::read(after));
    assert_eq!(
        told,
        [
            "E.X was removed",
            "I(b) is now asked for",
            "Query.a was String! and is String",
            "Query.a(n) was Int and is String",
            "Query.b was removed",
        ]
    );
}
