//! A version of the agreement's words in the schema.

use async_graphql::{Enum, ID, Result};
use chrono::{DateTime, Utc};
use entity::agreement_text::Model;

use super::load::{SettingOf, UsesOf, VersionsOf};
use crate::agreement::wording::{Checked, Line, Setting, Word, compare, example};
use crate::agreement::{Block, shipped};
use crate::reading::int;
use crate::schema::{must, named, object};

/// What a piece of the words is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum AgreementBlockKind {
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A list.
    Points,
}

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Word")]
pub enum LineChange {
    /// It is as it was.
    Kept,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
}

named!(AgreementBlockKind, LineChange);

object! {
    /// A programme whose schools sign an agreement, and the words that are current.
    AgreementProgramme(setting: Setting, loads);

    /// Stable for good.
    id: ID => setting.0.id.into();
    /// Such as "National Award for SEN Coordination".
    name: &str => &setting.0.name;
    /// The number of the current version; 1 also before anybody was asked.
    number: i32 where found = VersionsOf(setting.0.id) => found.last().map_or(1, |text| text.number);
    /// The current title.
    title: String where found = VersionsOf(setting.0.id) =>
        found.last().map_or_else(|| shipped().0.to_owned(), |text| text.title.clone());
    /// The current text: headings begin with `## `, points with `- `, and what is known stands in braces.
    body: String where found = VersionsOf(setting.0.id) =>
        found.last().map_or_else(|| shipped().1.to_owned(), |text| text.body.clone());
}

object! {
    /// One version of the words that schools of a programme sign. It never changes.
    AgreementText(text: Model, loads);

    /// Stable for good.
    id: ID => text.id.into();
    /// The programme whose schools sign it.
    programme: Result<AgreementProgramme> where found = SettingOf(text.programme_id) => must(found, "programme");
    /// 1, 2, 3 and so on; the highest one is current.
    number: i32 => text.number;
    /// What stands above it.
    title: &str => &text.title;
    /// The text as it was written: headings begin with `## `, points with `- `, and what is known stands in braces.
    body: &str => &text.body;
    /// Why it was written; null where nobody said.
    note: Option<&str> => text.note.as_deref();
    /// Who wrote it, by the name as it was.
    written_by: &str => &text.written_by;
    /// When it was published.
    created_at: DateTime<Utc> => text.created_at;
    /// Whether whoever is asked now gets this one.
    current: bool where found = VersionsOf(text.programme_id) =>
        found.last().is_some_and(|last| last.id == text.id);
    /// How many were asked to sign it.
    asked: i32 where found = UsesOf(text.id) => int(found.asked);
    /// How many have signed it, also where that counts no more.
    signed: i32 where found = UsesOf(text.id) => int(found.signed);
    /// It in pieces, filled in for an applicant who is made up.
    blocks: Vec<AgreementBlock> where found = SettingOf(text.programme_id) => {
        let written = Checked { title: text.title.clone(), body: text.body.clone() };
        let pieces = found.map(|setting| example(&written, &setting).1).unwrap_or_default();
        pieces.into_iter().map(AgreementBlock::from).collect()
    };
    /// What it changes in the version before; empty for the first.
    changes: Vec<TextLine> where found = VersionsOf(text.programme_id) => {
        let before = found.iter().rev().find(|other| other.number < text.number);
        let changed = before.map(|before| compare((&before.title, &before.body), (&text.title, &text.body)));
        changed.unwrap_or_default().into_iter().map(TextLine::from).collect()
    };
}

object! {
    /// A piece of the words.
    AgreementBlock(block: Block, loads);

    /// What it is.
    kind: AgreementBlockKind => match &**block {
        Block::Heading(_) => AgreementBlockKind::Heading,
        Block::Paragraph(_) => AgreementBlockKind::Paragraph,
        Block::Points(_) => AgreementBlockKind::Points,
    };
    /// The words of a heading or paragraph; null for a list.
    text: Option<&str> => match &**block {
        Block::Heading(text) | Block::Paragraph(text) => Some(text.as_str()),
        Block::Points(_) => None,
    };
    /// The points of a list; empty for anything else.
    points: Vec<String> => match &**block {
        Block::Points(points) => points.clone(),
        Block::Heading(_) | Block::Paragraph(_) => Vec::new(),
    };
}

object! {
    /// A line, and what became of it.
    TextLine(line: Line, loads);

    /// What became of it.
    change: LineChange => line.word.into();
    /// The line as it was written.
    text: &str => &line.text;
}
