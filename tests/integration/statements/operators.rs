//! What can be said of each field of a filter, and which rows it must find.

use chrono::{DateTime, FixedOffset};
use serde_json::{Value, json};

use crate::schema::model::{Kind, Model};

/// One filter to try.
pub struct Probe {
    /// As it is written in a document.
    pub said: String,
    /// The rows that fit, where the rows themselves tell.
    pub expected: Option<Vec<String>>,
}

/// The fields of a node by which its filter can be checked, as they are selected.
pub fn shown(model: &Model, filter: &str, node: &str) -> String {
    let fields = model.types[filter].fields.keys();
    let told = fields.filter_map(|name| {
        let field = model.types[node].fields.get(name)?;
        let is_object = model.object(field.base()).is_some();
        Some(if is_object {
            format!("{name} {{ id }}")
        } else {
            name.clone()
        })
    });
    told.collect::<Vec<_>>().join(" ")
}

/// Everything that a filter can say, with values that some of the rows have and some that none has.
pub fn probes(model: &Model, filter: &str, node: &str, rows: &[Value]) -> Vec<Probe> {
    let mut probes = Vec::new();
    for (name, field) in &model.types[filter].fields {
        if ["and", "or", "not"].contains(&name.as_str()) {
            continue;
        }
        let is_told = model.types[node].fields.contains_key(name);
        let of = |row: &Value| match &row[name] {
            Value::Object(object) => object["id"].clone(),
            value => value.clone(),
        };
        let values = samples(rows.iter().map(of).collect());
        let mut add = |said: String, holds: &dyn Fn(&Value) -> bool| {
            let fitting = rows.iter().filter(|row| holds(&of(row)));
            let ids = fitting.filter_map(|row| Some(row["id"].as_str()?.to_owned()));
            probes.push(Probe {
                said,
                expected: is_told.then(|| ids.collect()),
            });
        };
        match field.base() {
            "Boolean" => {
                for flag in [true, false] {
                    add(format!("{{ {name}: {flag} }}"), &|value| *value == flag);
                }
            }
            "Int" => add(format!("{{ {name}: 5 }}"), &|_| true),
            "String" => {
                for text in ["a", "ADA", "%", "_", "\\", "Ö", " ", ""] {
                    let text = json!(text);
                    add(format!("{{ {name}: {text} }}"), &|_| true);
                }
            }
            operator => {
                for (operation, given) in &model.types[operator].fields {
                    let is_word = model
                        .types
                        .get(given.base())
                        .is_some_and(|ty| ty.kind == Kind::Enum);
                    let given = given.base();
                    let words = model.types.get(given).filter(|_| is_word);
                    let mut tried = match words {
                        Some(word) => word.values.keys().map(|word| json!(word)).collect(),
                        None => values.clone(),
                    };
                    tried.push(absent(given, tried.first()));
                    for value in tried.iter().filter(|value| !value.is_null()) {
                        let written = written(value, is_word);
                        let written = match operation.as_str() {
                            "oneOf" => format!("[{written}, {written}]"),
                            _ => written,
                        };
                        let said = format!("{{ {name}: {{ {operation}: {written} }} }}");
                        add(said, &|row| fits(operation, given, row, value));
                    }
                    if operation == "oneOf" {
                        add(format!("{{ {name}: {{ oneOf: [] }} }}"), &|_| false);
                    }
                }
                add(format!("{{ {name}: {{}} }}"), &|_| true);
            }
        }
    }
    probes
}

/// A few values that rows have, and parts of texts that stand for something else elsewhere.
fn samples(mut values: Vec<Value>) -> Vec<Value> {
    values.retain(|value| !value.is_null());
    values.sort_by_key(Value::to_string);
    values.dedup();
    let middle = values.len() / 2;
    let mut some: Vec<Value> = [0, middle, values.len().saturating_sub(1)]
        .iter()
        .filter_map(|at| values.get(*at).cloned())
        .collect();
    some.dedup();
    some
}

/// A value of this kind that no row has.
fn absent(kind: &str, like: Option<&Value>) -> Value {
    match kind {
        "ID" => json!("01900000-0000-7000-8000-000000000000"),
        "Int" => json!(-7),
        "NaiveDate" => json!("1999-12-31"),
        "DateTime" => json!("1999-12-31T23:59:59.5+01:00"),
        // A part of a text, in other capitals; and never an enum's.
        "String" => like.and_then(Value::as_str).map_or(json!("%\"'"), |text| {
            let part: String = text.chars().take(3).collect();
            json!(part.to_uppercase())
        }),
        _ => Value::Null,
    }
}

fn written(value: &Value, is_word: bool) -> String {
    match value {
        Value::String(word) if is_word => word.clone(),
        value => value.to_string(),
    }
}

/// What an operator means, said once more. What is not there fits nothing.
fn fits(operation: &str, kind: &str, row: &Value, given: &Value) -> bool {
    if row.is_null() {
        return false;
    }
    let text = |value: &Value| value.as_str().unwrap_or_default().to_lowercase();
    match operation {
        "eq" | "oneOf" => row == given,
        "contains" => text(row).contains(text(given).trim()),
        "startsWith" => text(row).starts_with(text(given).trim_start()),
        _ => {
            let order = if kind == "DateTime" {
                moment(row).cmp(&moment(given))
            } else if let (Some(row), Some(given)) = (row.as_i64(), given.as_i64()) {
                row.cmp(&given)
            } else {
                row.as_str().cmp(&given.as_str())
            };
            match operation {
                "from" => order.is_ge(),
                "to" => order.is_le(),
                "before" => order.is_lt(),
                other => panic!("teach this test what {other} means"),
            }
        }
    }
}

fn moment(value: &Value) -> DateTime<FixedOffset> {
    value
        .as_str()
        .and_then(|text| text.parse().ok())
        .unwrap_or_else(|| panic!("{value} is no moment"))
}
