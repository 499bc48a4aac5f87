//! What would break a client that was written against another version of the schema. Nothing breaks one that was told of
//! the day in time: what was deprecated may go once its day has come.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::going::has_come;
use super::model::{Field, Kind, Model, Type};

/// Names every change from `before` to `after` that a client can stumble over on this day.
pub fn breaking(before: &Model, after: &Model, today: NaiveDate) -> Vec<String> {
    let mut told = Vec::new();
    let needed = needed(before, today);
    for (name, was) in &before.types {
        match after.types.get(name) {
            // With the last field that leads to it, a type may go.
            None if !needed.contains(name.as_str()) => {}
            None => told.push(format!("{name} was removed")),
            Some(is) if is.kind != was.kind => told.push(format!("{name} is another kind of type")),
            Some(is) => Changes {
                today,
                told: &mut told,
            }
            .of_type(name, was, is),
        }
    }
    told
}

/// The types that something leads to which may not go yet.
fn needed(model: &Model, today: NaiveDate) -> BTreeSet<&str> {
    let mut needed = BTreeSet::from(["Query", "Mutation"]);
    let mut left: Vec<&str> = needed.iter().copied().collect();
    while let Some(ty) = left.pop().and_then(|name| model.types.get(name)) {
        let fields = ty
            .fields
            .values()
            .filter(|one| !has_come(&one.going, today));
        for field in fields {
            let arguments = field.arguments.values();
            let arguments = arguments.filter(|one| !has_come(&one.going, today));
            for name in arguments.chain([field]).map(Field::base) {
                if needed.insert(name) {
                    left.push(name);
                }
            }
        }
    }
    needed
}
struct Changes<'a> {
    today: NaiveDate,
    told: &'a mut Vec<String>,
}

type Fields = BTreeMap<String, Field>;

impl Changes<'_> {
    fn of_type(&mut self, name: &str, was: &Type, is: &Type) {
        for (value, word) in &was.values {
            if !is.values.contains_key(value) {
                self.removed(format!("{name}.{value}"), &word.going);
            }
        }
        match was.kind {
            Kind::Input => self.of_inputs(name, &was.fields, &is.fields),
            _ => self.of_outputs(name, &was.fields, &is.fields),
        }
    }

    /// What clients read: it may become surer, never vaguer.
    fn of_outputs(&mut self, name: &str, was: &Fields, is: &Fields) {
        for (field, was) in was {
            let Some(is) = is.get(field) else {
                self.removed(format!("{name}.{field}"), &was.going);
                continue;
            };
            if !is_surer(&was.ty, &is.ty) {
                let told = format!("{name}.{field} was {} and is {}", was.ty, is.ty);
                self.told.push(told);
            }
            self.of_inputs(&format!("{name}.{field}"), &was.arguments, &is.arguments);
        }
    }

    /// What clients send: it may become laxer, never stricter.
    fn of_inputs(&mut self, name: &str, was: &Fields, is: &Fields) {
        for (field, was) in was {
            match is.get(field) {
                None => self.removed(format!("{name}({field})"), &was.going),
                Some(is) if !is_surer(&is.ty, &was.ty) => {
                    let told = format!("{name}({field}) was {} and is {}", was.ty, is.ty);
                    self.told.push(told);
                }
                Some(_) => {}
            }
        }
        let asked = is
            .iter()
            .filter(|(field, is)| !was.contains_key(*field) && is.is_required());
        self.told
            .extend(asked.map(|(field, _)| format!("{name}({field}) is now asked for")));
    }

    fn removed(&mut self, what: String, going: &Option<String>) {
        if !has_come(going, self.today) {
            self.told.push(format!("{what} was removed"));
        }
    }
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

fn told(before: &str, after: &str, today: &str) -> Vec<String> {
    let today = today.parse().expect("a day");
    breaking(&Model::read(before), &Model::read(after), today)
}

#[test]
fn what_breaks_is_named() {
    let before = "type Query { a(n: Int, m: Int!): String! b: Int c: [Int!] e(by: E, i: I): Int } enum E { X Y } input I { a: Int }";
    let after = "type Query { a(n: String, m: Int): String c: [Int!]! d: Int e(by: E, i: I): Int } enum E { Y Z } input I { a: Int b: Int! }";
    assert_eq!(
        told(before, after, "2026-12-01"),
        [
            "E.X was removed",
            "I(b) is now asked for",
            "Query.a was String! and is String",
            "Query.a(n) was Int and is String",
            "Query.b was removed",
        ]
    );
}

#[test]
fn what_was_to_go_may_go_on_its_day() {
    let going = r#"@deprecated(reason: "Use `a`. Goes on 2027-09-01.")"#;
    let before = format!(
        "type Query {{ a(x: Int {going}): Int b: Old {going} c: E d: Int @deprecated }} \
         type Old {{ o: Int }} enum E {{ X Y {going} }}"
    );
    let after = "type Query { a: Int c: E } enum E { X }";
    assert_eq!(
        told(&before, after, "2027-08-31"),
        [
            "E.Y was removed",
            "Old was removed",
            "Query.a(x) was removed",
            "Query.b was removed",
            "Query.d was removed",
        ]
    );
    // Nobody was told a day for the last one.
    assert_eq!(told(&before, after, "2027-09-01"), ["Query.d was removed"]);
}
