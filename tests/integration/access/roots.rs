//! Every field of `Query` and `Mutation`, by everybody, on what is theirs and what is not.

use std::collections::BTreeSet;

use super::actors::NAMES;
use super::asking::outcome;
use super::audiences::{Audience, OWNERS, audiences, roots};
use super::world::World;
use crate::schema::model::model;

#[test]
fn every_root_field_has_a_line() {
    let model = model();
    let listed: Vec<(bool, String)> = roots()
        .into_iter()
        .map(|root| (root.is_mutation, root.name))
        .collect();
    let distinct: BTreeSet<_> = listed.iter().collect();
    assert_eq!(distinct.len(), listed.len(), "roots.txt has a field twice");
    for (is_mutation, ty, word) in [(false, "Query", "query"), (true, "Mutation", "mutation")] {
        let fields = &model.object(ty).expect("a root").fields;
        for name in fields.keys() {
            assert!(
                distinct.contains(&(is_mutation, name.clone())),
                "{ty}.{name} is new. Add to tests/integration/access/roots.txt the line\n\
                 {word} {name}  <audience>  <subject>\n\
                 with one of the audiences {:?}, or describe another in audiences.txt",
                audiences().keys().collect::<Vec<_>>()
            );
        }
        for (_, name) in listed
            .iter()
            .filter(|(mutation, _)| *mutation == is_mutation)
        {
            assert!(
                fields.contains_key(name),
                "roots.txt: there is no {ty}.{name} any more"
            );
        }
    }
    for root in roots() {
        let audience = audiences().remove(&root.audience);
        let audience = audience.unwrap_or_else(|| panic!("no audience {:?}", root.audience));
        let columns = audience.values().map(Vec::len).max().unwrap_or_default();
        let wanted = if root.subject.is_some() {
            OWNERS.len()
        } else {
            1
        };
        assert_eq!(
            columns, wanted,
            "{}: {} is for other subjects",
            root.name, root.audience
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_gets_what_the_table_says() {
    let (world, model, audiences) = (World::set_up().await, model(), audiences());
    let mut told = Vec::new();
    for actor in NAMES {
        let mut visitor = world.actor(actor).await;
        for root in roots() {
            let expected: &Audience = &audiences[&root.audience];
            // Keys that are not valid are counted; the last steps end the session.
            if actor == "revoked" || root.audience == "person" {
                visitor = world.actor(actor).await;
            }
            for (mark, owner) in expected[actor].iter().zip(OWNERS) {
                let found = outcome(&world, &model, &root, &visitor, owner).await;
                if found != *mark {
                    told.push(format!(
                        "{}: {actor} gets {found} of {owner}'s and should get {mark}",
                        root.name
                    ));
                }
            }
        }
    }
    assert!(
        told.is_empty(),
        "{} outcomes are not as audiences.txt has them:\n{}",
        told.len(),
        told.join("\n")
    );
}
