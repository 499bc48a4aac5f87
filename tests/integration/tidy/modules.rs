//! The things of the server use each other in one direction.

use std::collections::{BTreeMap, BTreeSet};

use super::sources::{Source, server};

/// Pairs that use each other on purpose.
const BOTH_WAYS: &[(&str, &str, &str)] = &[
    (
        "access",
        "tx",
        "a row is granted on a transaction, and a transaction knows who acts",
    ),
    (
        "approval",
        "task",
        "asking and answering are the two halves of one loop",
    ),
    (
        "agreement",
        "application",
        "applying and the school's word are two halves of one loop",
    ),
    (
        "invitation",
        "application",
        "an invitation is about an application, which closes it when it ends",
    ),
];

/// Files that are no part of a thing's own rules. The schema is a graph: a task leads to its
/// participant and back, so their `graphql/` name each other. The demo plays the whole programme, and the
/// programme for measuring writes its rows.
fn is_outside(path: &str) -> bool {
    path.contains("/graphql/")
        || path.starts_with("server/src/programme/demo/")
        || path.starts_with("server/src/programme/scale/")
}

#[test]
fn things_use_each_other_in_one_direction() {
    let uses = uses(&server());
    for (one, reached) in &uses {
        for other in reached {
            let circle = path(&uses, other, one);
            let Some(circle) = circle else { continue };
            panic!(
                "server/src/{one} uses {}: move what both need below both, or give the reason in {}",
                circle.join(", which uses "),
                file!()
            );
        }
    }
}

#[test]
fn pairs_that_were_parted_leave_the_list() {
    let uses = all_uses(&server());
    for (one, other, _) in BOTH_WAYS {
        let both = uses
            .get(*one)
            .is_some_and(|reached| reached.contains(*other))
            && uses
                .get(*other)
                .is_some_and(|reached| reached.contains(*one));
        assert!(
            both,
            "{one} and {other} no longer use each other: take them off the list"
        );
    }
}

#[test]
fn nothing_depends_on_the_doors() {
    let uses = uses(&server());
    for door in ["serve", "commands"] {
        for (thing, reached) in &uses {
            assert!(
                !reached.contains(door),
                "{thing} uses {door}, which is for starting only"
            );
        }
    }
}

type Uses = BTreeMap<String, BTreeSet<String>>;

/// Who uses whom, without one direction of the pairs above: what is left must have no circle.
fn uses(sources: &[Source]) -> Uses {
    let mut uses = all_uses(sources);
    for (one, other, _) in BOTH_WAYS {
        if let Some(reached) = uses.get_mut(*one) {
            reached.remove(*other);
        }
    }
    uses
}

fn all_uses(sources: &[Source]) -> Uses {
    let mut uses = Uses::new();
    for source in sources.iter().filter(|source| !is_outside(&source.path)) {
        let inside = source.path.trim_start_matches("server/src/");
        let thing = inside.split(['/', '.']).next().unwrap_or(inside).to_owned();
        let reached = uses.entry(thing.clone()).or_default();
        for (_, line) in source.code() {
            reached.extend(named(line).into_iter().filter(|other| *other != thing));
        }
    }
    uses
}

/// The modules that a line reaches through `crate::`, one by one or in braces.
fn named(line: &str) -> Vec<String> {
    let mut names = Vec::new();
    for part in line.split("crate::").skip(1) {
        let list = part
            .strip_prefix('{')
            .and_then(|rest| rest.split('}').next());
        for item in list.map_or_else(|| vec![part], |list| list.split(',').collect()) {
            let is_name = |c: char| c.is_ascii_lowercase() || c == '_';
            let name: String = item.trim().chars().take_while(|c| is_name(*c)).collect();
            names.extend((!name.is_empty()).then_some(name));
        }
    }
    names
}

/// The way from one thing to another, if there is one.
fn path(uses: &Uses, from: &str, to: &str) -> Option<Vec<String>> {
    let mut ways = vec![vec![from.to_owned()]];
    let mut seen = BTreeSet::from([from.to_owned()]);
    while let Some(way) = ways.pop() {
        let last = way.last().cloned().unwrap_or_default();
        if last == to {
            return Some(way);
        }
        for next in uses.get(&last).into_iter().flatten() {
            if seen.insert(next.clone()) {
                ways.push(way.iter().chain([next]).cloned().collect());
            }
        }
    }
    None
}

#[test]
fn a_circle_is_found() {
    let source = |path: &str, text: &str| Source {
        path: path.into(),
        text: text.into(),
    };
    let sources = [
        source("server/src/a/mod.rs", "use crate::{b, c::X};"),
        source("server/src/b.rs", "use crate::c::y;"),
        source("server/src/c/verb.rs", "fn f() { crate::a::g() }"),
    ];
    let uses = all_uses(&sources);
    assert_eq!(
        path(&uses, "b", "a"),
        Some(vec!["b".into(), "c".into(), "a".into()])
    );
    assert_eq!(path(&uses, "d", "a"), None);
}
