//! Somebody who keeps a copy.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tests::{Answer, Visitor};

/// What is kept of each thing, by the field of a change that brings it and the list that has them all.
const KEPT: [(&str, &str, &str); 7] = [
    (
        "enrolment",
        "participants",
        "id state person { name } school { id } group { id } mentor { id name }",
    ),
    ("task", "tasks", "id state version title"),
    (
        "approval",
        "approvals",
        "id state comment decidedAt mentor { id } letter { state }",
    ),
    ("school", "schools", "id name"),
    ("group", "groups", "id name tutor { name }"),
    ("mentor", "mentors", "id name bouncedAt"),
    (
        "application",
        "applications",
        "id state version person { name } school { id } group { id } agreements { id state reminders letter { state } } \
         invitation { id state letter { state } }",
    ),
];

/// Things by kind and id.
pub type Copy = BTreeMap<(&'static str, String), Value>;

pub struct Follower {
    pub visitor: Visitor,
    pub copy: Copy,
    pub cursor: String,
    /// Everything that it was ever told, as text.
    pub heard: String,
    has_mentors: bool,
}

impl Follower {
    /// Takes a cursor, then reads the lists. Mentors are listed for administrators only.
    pub async fn begin(visitor: Visitor, has_mentors: bool) -> Self {
        let told = visitor
            .query(
                "{ changes(first: 0) { cursor hasMore nodes { id } } }",
                json!({}),
            )
            .await;
        assert_eq!(told["changes"]["hasMore"], false);
        let cursor = told["changes"]["cursor"].as_str().expect("a cursor").into();
        let copy = lists(&visitor, has_mentors).await;
        Self {
            visitor,
            copy,
            cursor,
            heard: String::new(),
            has_mentors,
        }
    }

    /// Asks once, and answers whether there is more.
    pub async fn asks(&mut self, first: u32) -> bool {
        let answer = self.ask(first).await;
        if was_moved_meanwhile(&answer) {
            return true;
        }
        let told = answer.data();
        let changes = &told["changes"];
        for node in changes["nodes"].as_array().expect("nodes") {
            self.takes(node);
        }
        self.heard.push_str(&changes["nodes"].to_string());
        self.cursor = changes["cursor"].as_str().expect("a cursor").into();
        changes["hasMore"].as_bool().expect("whether there is more")
    }

    pub async fn ask(&self, first: u32) -> Answer {
        let fields: String = KEPT
            .iter()
            .map(|(field, _, kept)| format!("{field} {{ {kept} }} "))
            .collect();
        let document = format!(
            "query($since: String) {{ changes(since: $since, first: {first}) {{
                cursor hasMore nodes {{ thing id at removed {fields} }} }} }}"
        );
        self.visitor
            .ask(&document, json!({ "since": self.cursor }))
            .await
    }

    /// Asks until there is no more, and answers how many times.
    pub async fn catches_up(&mut self, first: u32) -> usize {
        let mut times = 1;
        while self.asks(first).await {
            times += 1;
        }
        times
    }

    fn takes(&mut self, node: &Value) {
        let (field, ..) = KEPT
            .into_iter()
            .find(|(field, ..)| node["thing"] == field.to_uppercase())
            .expect("a thing");
        let key = (field, node["id"].as_str().expect("an id").to_owned());
        for (other, ..) in KEPT.into_iter().filter(|(other, ..)| *other != field) {
            assert!(node[other].is_null(), "{node}");
        }
        // What went between the look at the changes and the look at the thing comes again as removed.
        match &node[field] {
            Value::Null => drop(self.copy.remove(&key)),
            there => {
                assert_eq!(node["removed"], false, "{node}");
                if self.has_mentors || field != "mentor" {
                    self.copy.insert(key, there.clone());
                }
            }
        }
    }

    /// The copy is what the lists say.
    pub async fn is_up_to_date(&self) {
        let lists = lists(&self.visitor, self.has_mentors).await;
        for (key, kept) in &self.copy {
            assert_eq!(Some(kept), lists.get(key), "{key:?} is kept otherwise");
        }
        for (key, listed) in &lists {
            assert!(self.copy.contains_key(key), "{key:?} is missing: {listed}");
        }
    }
}

async fn lists(visitor: &Visitor, has_mentors: bool) -> Copy {
    let mut copy = Copy::new();
    for (field, list, kept) in KEPT {
        if list == "mentors" && !has_mentors {
            continue;
        }
        let document = format!(
            "query($after: String) {{ {list}(first: 100, after: $after) {{
                nodes {{ {kept} }} pageInfo {{ endCursor hasNextPage }} }} }}"
        );
        let mut after = Value::Null;
        loop {
            let answer = visitor.ask(&document, json!({ "after": after })).await;
            if was_moved_meanwhile(&answer) {
                continue;
            }
            let mut told = answer.data();
            for node in told[list]["nodes"].as_array().expect("nodes") {
                let id = node["id"].as_str().expect("an id").to_owned();
                copy.insert((field, id), node.clone());
            }
            after = told[list]["pageInfo"]["endCursor"].take();
            if told[list]["pageInfo"]["hasNextPage"] == false {
                break;
            }
        }
    }
    copy
}

/// A row was there, and what hangs on it was not when that was looked for. Whoever hears this asks again.
fn was_moved_meanwhile(answer: &Answer) -> bool {
    let errors = answer.body["errors"].as_array();
    errors.is_some_and(|errors| {
        let mut codes = errors.iter().map(|error| &error["extensions"]["code"]);
        codes.all(|code| code == "NOT_FOUND")
    })
}
