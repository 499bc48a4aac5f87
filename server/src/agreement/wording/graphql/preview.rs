//! How a version would look, in the schema.

use crate::agreement::Block;
use crate::agreement::wording::Line;
use crate::error::FieldError;
use crate::schema::object;

use super::{AgreementBlock, TextLine};

/// A text that nobody has published.
#[derive(Clone, Debug)]
pub struct Preview {
    pub title: String,
    pub blocks: Vec<Block>,
    pub lines: Vec<Line>,
    pub wrong: Vec<FieldError>,
    pub warnings: Vec<String>,
}

object! {
    /// How a text would look as the next version. Nothing is kept of it.
    AgreementTextPreview(shown: Preview, loads);

    /// The title, filled in for an applicant who is made up.
    title: &str => &shown.title;
    /// The text in pieces, filled in likewise.
    blocks: Vec<AgreementBlock> => shown.blocks.iter().cloned().map(AgreementBlock::from).collect();
    /// What it changes in the current version.
    changes: Vec<TextLine> => shown.lines.iter().cloned().map(TextLine::from).collect();
    /// What keeps it from being published; empty if nothing does.
    problems: Vec<TextProblem> => shown.wrong.iter().cloned().map(TextProblem::from).collect();
    /// What is no mistake but may not be meant.
    warnings: Vec<String> => shown.warnings.clone();
}

object! {
    /// What is wrong with a text.
    TextProblem(wrong: FieldError, loads);

    /// The field: `title` or `body`.
    field: &str => wrong.name;
    /// What is wrong, and in which line.
    message: &str => &wrong.message;
}
