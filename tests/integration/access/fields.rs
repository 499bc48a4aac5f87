//! Every field of every type, as everybody sees it.

use std::collections::BTreeSet;

use serde_json::json;

use super::actors::{NAMES, is_partner};
use super::rules::{complaint, has_to_be_witnessed, rules};
use super::seen::{Seen, view};
use super::world::World;
use crate::schema::model::model;

#[test]
fn every_field_has_a_line() {
    let (model, rules) = (model(), rules());
    let fields: BTreeSet<(String, String)> = model
        .object_fields()
        .map(|(ty, name, _)| (ty.to_owned(), name.to_owned()))
        .collect();
    let new: Vec<String> = fields
        .iter()
        .filter(|field| !rules.contains_key(*field) && !is_of_a_report(&field.0))
        .map(|(ty, name)| format!("{ty}.{name}  shown"))
        .collect();
    assert!(
        new.is_empty(),
        "who sees these? Add to tests/integration/access/fields.txt, with one of its rules:\n{}",
        new.join("\n")
    );
    let gone: Vec<_> = rules
        .keys()
        .filter(|field| !fields.contains(*field))
        .collect();
    assert!(
        gone.is_empty(),
        "fields.txt has fields that are gone: {gone:?}"
    );
}

/// What delivery partners never get to see any of.
const WORK: [&str; 6] = [
    "Task",
    "ApprovalRequest",
    "Mentor",
    "OutcomeProgress",
    "Event",
    "Letter",
];

/// Rows of reports have no id by which to compare them; `reports/scope.rs` asks for them as everybody.
fn is_of_a_report(ty: &str) -> bool {
    ["Row", "RowEdge", "RowConnection"]
        .iter()
        .any(|ending| ty.ends_with(ending))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_sees_what_the_rules_say() {
    let (world, model, rules) = (World::set_up().await, model(), rules());
    let truth = view(&world, &model, "administrator").await.seen;
    let mut witnessed: BTreeSet<(String, String)> = BTreeSet::new();
    let mut told = Vec::new();
    witness(&truth, &mut witnessed);
    // Looking is an event: a second look by the administrator would find the first.
    for actor in NAMES.into_iter().filter(|name| *name != "administrator") {
        let seen = view(&world, &model, actor).await.seen;
        witness(&seen, &mut witnessed);
        for (key, value) in &seen {
            let (ty, place, name) = key;
            let field = (ty.clone(), name.clone());
            if is_partner(actor) && WORK.contains(&ty.as_str()) {
                told.push(format!(
                    "{ty}.{name} of {place}: {actor} sees somebody's work"
                ));
            }
            if let Some(why) = complaint(&rules[&field], actor, value, truth.get(key)) {
                told.push(format!("{ty}.{name} of {place}: {actor} {why}"));
            }
        }
    }
    told.dedup();
    assert!(
        told.is_empty(),
        "{} values are not as fields.txt has them:\n{}",
        told.len(),
        told.join("\n")
    );
    for (field, _) in rules.iter().filter(|(_, rule)| has_to_be_witnessed(rule)) {
        let (ty, name) = field;
        assert!(
            witnessed.contains(field),
            "nobody sees any {ty}.{name}: have world.rs fill it"
        );
    }
}

fn witness(seen: &Seen, witnessed: &mut BTreeSet<(String, String)>) {
    let told = seen
        .iter()
        .filter(|(_, value)| !value.is_null() && **value != json!([]));
    witnessed.extend(told.map(|((ty, _, name), _)| (ty.clone(), name.clone())));
}
