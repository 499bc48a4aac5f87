//! Lock files say which packages, and nothing of where somebody got them from.

use std::fs;

use super::sources::root;

#[test]
fn no_lock_file_names_a_place() {
    let locks = [
        ("frontend/package-lock.json", "\"resolved\""),
        ("tests/clients/package-lock.json", "\"resolved\""),
        ("tests/clients/requirements.txt", "//"),
        ("tests/clients/requirements.txt", "\n--"),
    ];
    for (path, word) in locks {
        let text =
            fs::read_to_string(root().join(path)).unwrap_or_else(|why| panic!("{path}: {why}"));
        assert!(
            !text.contains(word),
            "{path} has {word:?}: other people's registries are elsewhere"
        );
    }
}

#[test]
fn what_python_installs_is_known_to_the_byte() {
    let text = fs::read_to_string(root().join("tests/clients/requirements.txt")).expect("a list");
    let packages = text.matches("==").count();
    assert!(packages > 20, "{packages} packages");
    for block in text.split("\n").filter(|line| line.contains("==")) {
        assert!(block.ends_with('\\'), "{block} has no hash");
    }
}
