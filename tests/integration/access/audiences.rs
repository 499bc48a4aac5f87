//! `audiences.txt` and `roots.txt`, read.

use std::collections::BTreeMap;

use super::actors::NAMES;
use super::world::Subject;

/// Whose things are tried, by column.
pub const OWNERS: [&str; 4] = ["ada", "ben", "cy", "missing"];

/// What each actor gets of each column.
pub type Audience = BTreeMap<String, Vec<char>>;

/// A root field as `roots.txt` has it.
pub struct Root {
    pub is_mutation: bool,
    pub name: String,
    pub audience: String,
    pub subject: Option<Subject>,
}

/// The audiences by name, each with a row for every actor.
pub fn audiences() -> BTreeMap<String, Audience> {
    let mut found: BTreeMap<String, Audience> = BTreeMap::new();
    let mut name = String::new();
    for line in lines(include_str!("audiences.txt")) {
        let columns: Vec<&str> = line
            .split("  ")
            .map(str::trim)
            .filter(|c| !c.is_empty())
            .collect();
        if !line.starts_with(' ') {
            name = columns[0].to_owned();
            let whose = &columns[1..];
            assert!(
                whose == OWNERS || whose == ["anything"],
                "audience {name}: columns {whose:?}"
            );
            continue;
        }
        let marks: Vec<char> = columns[1..]
            .iter()
            .filter_map(|mark| mark.chars().next())
            .collect();
        found
            .entry(name.clone())
            .or_default()
            .insert(columns[0].to_owned(), marks);
    }
    for (name, audience) in &found {
        let actors: Vec<&str> = audience.keys().map(String::as_str).collect();
        let mut all = NAMES;
        all.sort_unstable();
        assert_eq!(actors, all, "audience {name} has not every actor once");
    }
    found
}

/// The root fields in the order of the text.
pub fn roots() -> Vec<Root> {
    lines(include_str!("roots.txt"))
        .map(|line| {
            let columns: Vec<&str> = line
                .split("  ")
                .map(str::trim)
                .filter(|c| !c.is_empty())
                .collect();
            let (kind, name) = columns[0]
                .split_once(' ')
                .expect("query or mutation, and a name");
            Root {
                is_mutation: kind == "mutation",
                name: name.to_owned(),
                audience: columns[1].to_owned(),
                subject: columns.get(2).map(|name| Subject::named(name)),
            }
        })
        .collect()
}

/// Lines that say something.
pub fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
}
