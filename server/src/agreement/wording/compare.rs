//! What a version changes in the one before it, line by line.

use similar::{ChangeTag, TextDiff};

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    Kept,
    Added,
    Removed,
}

/// A line, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub word: Word,
    pub text: String,
}

/// Title and body of the one before and of this one.
pub fn compare(before: (&str, &str), now: (&str, &str)) -> Vec<Line> {
    let whole = |(title, body): (&str, &str)| format!("{title}\n{body}\n");
    let (before, now) = (whole(before), whole(now));
    let diff = TextDiff::from_lines(&before, &now);
    let lines = diff.iter_all_changes().map(|change| Line {
        word: match change.tag() {
            ChangeTag::Equal => Word::Kept,
            ChangeTag::Insert => Word::Added,
            ChangeTag::Delete => Word::Removed,
        },
        text: change.value().trim_end().to_owned(),
    });
    lines.filter(|line| !line.text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_apart() {
        let told = compare(("A", "one\ntwo"), ("A", "one\nthree"));
        let told: Vec<_> = told
            .iter()
            .map(|line| (line.word, line.text.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (Word::Kept, "A"),
                (Word::Kept, "one"),
                (Word::Removed, "two"),
                (Word::Added, "three"),
            ]
        );
    }
}
