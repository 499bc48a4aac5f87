//! The source files of the work tree, as a rule needs to read them.

use std::fs;
use std::path::{Path, PathBuf};

/// One file of ours.
pub struct Source {
    /// From the root of the work tree, with slashes.
    pub path: String,
    pub text: String,
}

impl Source {
    /// The lines that are compiled into the product, with their numbers: neither comments nor what
    /// stands below `#[cfg(test)]`, which by our habit is the end of the file.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let product = self.text.lines().enumerate().take_while(|(_, line)| {
            let line = line.trim();
            !line.starts_with("#[cfg(test)]") && !line.starts_with("#![cfg(test)]")
        });
        let code = product.filter(|(_, line)| !line.trim_start().starts_with("//"));
        code.map(|(at, line)| (at + 1, line.split(" // ").next().unwrap_or(line)))
    }

    /// The places whose code has one of these words, as `path:line: text`.
    pub fn places_of(&self, words: &[&str]) -> Vec<String> {
        let told = self
            .code()
            .filter(|(_, line)| words.iter().any(|word| line.contains(word)));
        told.map(|(at, line)| format!("{}:{at}: {}", self.path, line.trim()))
            .collect()
    }
}

/// The root of the work tree.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every file below a folder with this ending, without tests beside the code and what is installed.
pub fn sources(folder: &str, ending: &str) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root(), Path::new(folder), ending, &mut found);
    assert!(
        !found.is_empty(),
        "no .{ending} files in {folder}: has the folder moved?"
    );
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// The server's own code.
pub fn server() -> Vec<Source> {
    sources("server/src", "rs")
}

fn collect(root: &Path, folder: &Path, ending: &str, found: &mut Vec<Source>) {
    let listed = fs::read_dir(root.join(folder)).unwrap_or_else(|why| panic!("{folder:?}: {why}"));
    for entry in listed {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("a name in UTF-8");
        let path = folder.join(&name);
        let is_ours = !matches!(name.as_str(), "node_modules" | "dist" | "target" | "tests")
            && !name.starts_with('.');
        if entry.file_type().expect("a kind").is_dir() {
            if is_ours {
                collect(root, &path, ending, found);
            }
        } else if name.ends_with(&format!(".{ending}")) {
            let text = fs::read_to_string(root.join(&path)).expect("text");
            let path = path.to_string_lossy().replace('\\', "/");
            found.push(Source { path, text });
        }
    }
}

#[test]
fn only_what_is_compiled_into_the_product_counts() {
    let text = "//! panic!\nlet a = 1; // todo!\n    /// todo!\nlet b = 2;\n#[cfg(test)]\nmod tests { todo!() }\n";
    let source = Source {
        path: "a.rs".into(),
        text: text.into(),
    };
    assert_eq!(source.places_of(&["todo!", "panic!"]), Vec::<String>::new());
    assert_eq!(source.places_of(&["let b"]), ["a.rs:4: let b = 2;"]);
}
