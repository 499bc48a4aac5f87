//! Long files, each with its reason.

use super::sources::sources;

/// Lines that nobody has to explain.
const PLAIN: usize = 250;

/// Files that are lists of declarations, and how long they may grow: nothing in them is read downwards.
const LISTS: [(&str, usize, &str); 2] = [
    (
        "/queries.rs",
        450,
        "one fragment for each component that shows it",
    ),
    ("/words.rs", 300, "one line for each word of the server"),
];

/// Other files beyond that, and why they stay whole.
const LONG: &[(&str, &str)] = &[];

fn allowed(path: &str) -> usize {
    let list = LISTS.iter().find(|(ending, ..)| path.ends_with(ending));
    list.map_or(PLAIN, |(_, lines, _)| *lines)
}

#[test]
fn long_files_say_why() {
    let folders = [
        "server/src",
        "entity/src",
        "migration/src",
        "frontend/src",
        "tests/src",
    ];
    let long: Vec<(String, usize)> = folders
        .iter()
        .flat_map(|folder| sources(folder, "rs"))
        .map(|source| (source.path, source.text.lines().count()))
        .filter(|(path, lines)| *lines > allowed(path))
        .collect();
    for (path, lines) in &long {
        assert!(
            LONG.iter().any(|(listed, _)| listed == path),
            "{path} has {lines} lines: split it by its verbs, or give the reason in {}",
            file!()
        );
    }
    for (path, _) in LONG {
        assert!(
            long.iter().any(|(found, _)| found == path),
            "{path} is no longer long: take it off the list in {}",
            file!()
        );
    }
}
