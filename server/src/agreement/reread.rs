//! The text that was signed, in pieces again.

use entity::agreement_text;

use super::Block;
use super::text::{POINT, blocks};

/// The words that were signed, in the pieces that the version has; what follows them, such as a needs analysis, in those that
/// it shows itself. Nothing is lost of a text that does not fit the version.
pub(super) fn signed_blocks(text: &agreement_text::Model, signed: &str) -> Vec<Block> {
    // Title and version come first.
    let pieces: Vec<&str> = signed.split("\n\n").skip(1).collect();
    let shape = blocks(&text.body, str::to_owned);
    let shape = match shape.len() <= pieces.len() {
        true => shape,
        false => Vec::new(),
    };
    let mut read = Vec::new();
    for (place, piece) in pieces.into_iter().enumerate() {
        match shape.get(place) {
            Some(Block::Heading(_)) => read.push(Block::Heading(piece.to_owned())),
            Some(Block::Paragraph(_)) => read.push(Block::Paragraph(piece.to_owned())),
            Some(Block::Points(_)) => read.push(points(piece.lines())),
            None => read.extend(shown(piece)),
        }
    }
    read
}

/// A piece that no version has: a line with points below it heads them.
fn shown(piece: &str) -> Vec<Block> {
    let (first, rest) = piece.split_once('\n').unwrap_or((piece, ""));
    let is_point = |line: &str| line.starts_with(POINT);
    if piece.lines().all(is_point) {
        vec![points(piece.lines())]
    } else if !rest.is_empty() && rest.lines().all(is_point) {
        vec![Block::Heading(first.to_owned()), points(rest.lines())]
    } else {
        vec![Block::Paragraph(piece.to_owned())]
    }
}

fn points<'a>(lines: impl Iterator<Item = &'a str>) -> Block {
    let lines = lines.map(|line| line.strip_prefix(POINT).unwrap_or(line).to_owned());
    Block::Points(lines.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::Words;
    use uuid::Uuid;

    fn text() -> agreement_text::Model {
        agreement_text::Model {
            id: Uuid::from_u128(1),
            programme_id: Uuid::from_u128(2),
            number: 1,
            title: "Support".into(),
            body: "## What\n{applicant} asks.\n- one\n- two".into(),
            note: None,
            written_by: "The portal".into(),
            created_at: chrono::DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn what_was_signed_has_the_shape_of_its_version() {
        let signed = "Support\nVersion 1\n\nWhat\n\nAda asks.\n\n• one\n• two";
        let read = signed_blocks(&text(), signed);
        assert_eq!(
            read,
            [
                Block::Heading("What".into()),
                Block::Paragraph("Ada asks.".into()),
                Block::Points(vec!["one".into(), "two".into()]),
            ]
        );
        let words = Words {
            title: "Support".into(),
            number: 1,
            blocks: read,
            analysis: None,
        };
        assert_eq!(words.text(), signed);
    }

    #[test]
    fn nothing_that_was_signed_is_lost_where_the_shape_is_another() {
        let read = signed_blocks(&text(), "Support\nVersion 1\n\nAda asks.\n\n• one");
        assert_eq!(
            read,
            [
                Block::Paragraph("Ada asks.".into()),
                Block::Points(vec!["one".into()]),
            ]
        );
    }

    #[test]
    fn a_needs_analysis_follows_the_version() {
        let signed = "Support\nVersion 1\n\nWhat\n\nAda asks.\n\n• one\n• two\n\nNeeds analysis\n• A1 Law\n• A2 Cost";
        let read = signed_blocks(&text(), signed);
        assert_eq!(
            read[3..],
            [
                Block::Heading("Needs analysis".into()),
                Block::Points(vec!["A1 Law".into(), "A2 Cost".into()]),
            ]
        );
    }
}
