//! What somebody sees, object by object.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::asking::arguments;
use super::world::World;
use crate::schema::model::Model;
use crate::schema::selection::Selection;

/// Values by type, object and field. An object without an id is named after the one that it belongs to.
pub type Seen = BTreeMap<(String, String, String), Value>;

/// Rows of each list: all for the administrator, who tells what is true, and fewer for the others, who are many.
fn rows(actor: &str) -> usize {
    if actor == "administrator" { 40 } else { 13 }
}

/// Everything that the actor can get out of the root queries, and the answers as they came.
pub struct View {
    pub seen: Seen,
    pub answers: Vec<(String, String)>,
}

/// Asks every root query for everything, as this actor.
pub async fn view(world: &World, model: &Model, actor: &str) -> View {
    let visitor = world.actor(actor).await;
    // Sealed, and another at every look: `changes/cursor.rs` tries it.
    // An application of a change is the one of `application`, and with it all would be more than one question may ask.
    let selection = Selection::without(model, [("Changes", "cursor"), ("Change", "application")]);
    let mut view = View {
        seen: Seen::new(),
        answers: Vec::new(),
    };
    for (root, field) in &model.object("Query").expect("Query").fields {
        if field.arguments.contains_key("token") {
            continue; // What a link tells is for its holder, whoever it is.
        }
        let asked: Vec<(String, Value)> = if field.arguments.contains_key("id") {
            let ids = ids(world, root).await.into_iter();
            ids.map(|id| ("(id: $id)".to_owned(), json!({ "id": id })))
                .collect()
        } else if field.arguments.contains_key("first") {
            vec![(format!("(first: {})", rows(actor)), json!({}))]
        } else {
            let ways = arguments(root).iter();
            ways.map(|way| ((*way).to_owned(), json!({}))).collect()
        };
        for (way, (arguments, variables)) in asked.into_iter().enumerate() {
            let answer = visitor
                .ask(&selection.query(root, &arguments), variables)
                .await;
            let code = answer.code();
            assert!(
                matches!(
                    code,
                    None | Some("NOT_FOUND" | "FORBIDDEN" | "UNAUTHENTICATED")
                ),
                "{root} as {actor}: {}",
                answer.body
            );
            note(
                model,
                field.base(),
                &format!("{root}[{way}]"),
                &answer.body["data"][root],
                &mut view.seen,
            );
            // What the question cost says nothing about what was answered.
            let mut told = answer.body;
            if let Some(told) = told.as_object_mut() {
                told.remove("extensions");
            }
            view.answers.push((root.clone(), told.to_string()));
        }
    }
    view
}

/// The things that a root query with an id is asked for.
async fn ids(world: &World, root: &str) -> Vec<uuid::Uuid> {
    let subject = super::audiences::roots()
        .into_iter()
        .find(|known| known.name == root);
    let subject = subject
        .and_then(|known| known.subject)
        .expect("roots.txt has a subject for it");
    let mut ids = Vec::new();
    for owner in ["ada", "ben", "cy"] {
        ids.push(world.id(subject, owner).await);
    }
    ids
}

/// Takes an answer apart, guided by the types.
fn note(model: &Model, ty: &str, place: &str, value: &Value, seen: &mut Seen) {
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                note(model, ty, &format!("{place}[{at}]"), item, seen);
            }
        }
        Value::Object(fields) => {
            let place = fields.get("id").and_then(Value::as_str).unwrap_or(place);
            for (name, value) in fields {
                let base = model.field(ty, name).base();
                let key = (ty.to_owned(), place.to_owned(), name.clone());
                let told = brief(value);
                if let Some(before) = seen.insert(key, told.clone()) {
                    assert_eq!(
                        before, told,
                        "{ty}.{name} of {place} differs from place to place"
                    );
                }
                if model.object(base).is_some() {
                    note(model, base, &format!("{place}.{name}"), value, seen);
                }
            }
        }
        _ => {}
    }
}

/// A value to compare: of objects only which they are, since their fields are noted by themselves.
fn brief(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields.get("id").cloned().unwrap_or_else(|| json!("here")),
        Value::Array(items) => items.iter().map(brief).collect(),
        Value::String(text) => json!(without_links(text)),
        other => other.clone(),
    }
}

/// A preview's links are made anew each time, and open nothing.
fn without_links(text: &str) -> String {
    let is_token = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
    let (first, rest) = text.split_once("/l/").unwrap_or((text, ""));
    let rest = rest
        .split("/l/")
        .map(|part| part.trim_start_matches(is_token));
    [first].into_iter().chain(rest).collect()
}
