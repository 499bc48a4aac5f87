//! Weighing by fragment is the same as weighing the document written out, and never more work than
//! the document is long.

use async_graphql::parser::parse_query;

use super::*;
use crate::endpoint::document::operation;

fn weigh(document: &str) -> (Weight, usize) {
    let document = parse_query(document).expect(document);
    let limits = Limits::default();
    let variables = Variables::default();
    let mut scale = Scale::new(&document, &variables, &limits);
    let set = &operation(&document, None)
        .expect("one operation")
        .node
        .selection_set
        .node;
    let weight = scale
        .selection_set(set, Place::Portal)
        .expect("pages are small");
    (weight, scale.visited)
}

#[test]
fn a_document_is_looked_at_once() {
    let mut before = None;
    for levels in [10, 20, 40, 80, 160] {
        let fragments = (0..levels)
            .map(|i| format!(" fragment F{i} on Thing {{ ...F{0} ...F{0} }}", i + 1))
            .collect::<String>();
        let (weight, visited) = weigh(&format!(
            "{{ thing {{ ...F0 }} }}{fragments} fragment F{levels} on Thing {{ id }}"
        ));
        assert_eq!(visited, 2 * levels + 3);
        assert_eq!(
            weight.values,
            2_usize
                .checked_pow(levels as u32)
                .map_or(usize::MAX, |n| n + 1)
        );
        assert!(
            before
                .replace(weight.values)
                .is_none_or(|before| before <= weight.values)
        );
    }
}

#[test]
fn a_page_multiplies_all_below() {
    let (weight, _) = weigh(
        "{ me { id } tasks(first: 10) { edges { node { id notes(last: 3) { text } } } pageInfo { more } } }",
    );
    // me; 10 of: tasks, edges, node, 3 notes, pageInfo.
    assert_eq!(weight.objects, 1 + 10 * (1 + 1 + 1 + 3 + 1));
    // me, its id; 10 of: tasks, edges, node, id, 3 of notes and text, pageInfo, more.
    assert_eq!(weight.values, 2 + 10 * (4 + 3 * 2 + 2));
    assert_eq!(weight.depth, 5);
}

#[test]
fn memory_changes_nothing() {
    let mut dice = Dice(7);
    for _ in 0..500 {
        let count = 1 + dice.roll(5);
        // A fragment spreads later ones only, so that none contains itself.
        let bodies: Vec<String> = (0..=count).map(|i| dice.set(i, count, 3)).collect();
        let mut spread = bodies[0].clone();
        for (i, body) in bodies.iter().enumerate().skip(1) {
            spread = spread.replace(&format!("...F{i}."), &format!("... on T {body}"));
        }
        let fragments = bodies.iter().enumerate().skip(1);
        let fragments = fragments.map(|(i, body)| format!(" fragment F{i}_ on T {body}"));
        let document = format!("{}{}", bodies[0], fragments.collect::<String>()).replace('.', "_");
        let document = document.replace("___", "...");
        assert_eq!(weigh(&document).0, weigh(&spread).0, "{document}\n{spread}");
    }
}

/// Random numbers that are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    /// A selection set that spreads fragments after `from`, each written `...F<number>.`
    fn set(&mut self, from: usize, last: usize, depth: usize) -> String {
        let mut text = "{ id".to_owned();
        for _ in 0..1 + self.roll(3) {
            match self.roll(4) {
                0 if depth > 0 => {
                    let (first, below) = (1 + self.roll(4), self.set(from, last, depth - 1));
                    text += &format!(" list(first: {first}) {below}");
                }
                1 if depth > 0 => text += &format!(" ... {}", self.set(from, last, depth - 1)),
                2 if from < last => {
                    text += &format!(" ...F{}.", from + 1 + self.roll(last - from));
                }
                _ => text += " name",
            }
        }
        text + " }"
    }
}
