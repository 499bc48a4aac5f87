//! A document once it is set: lines from top to bottom, and the tree of tags that says what they are.

use krilla::tagging::TagKind;

use super::shape::Line;

/// Left free above and below what stands in a row.
pub const PADDING: f32 = 3.0;

/// A document as lines, and what they are.
#[derive(Clone, Debug, Default)]
pub struct Set {
    /// From top to bottom.
    pub bands: Vec<Band>,
    /// What they are, in the order in which they are read.
    pub branches: Vec<Branch>,
}

/// What is kept on one page: a line, or a row of a table.
#[derive(Clone, Debug, Default)]
pub struct Band {
    pub pieces: Vec<Piece>,
    /// Left free above it, but not at the top of a page.
    pub gap: f32,
    pub height: f32,
    /// Stands on the same page as the next one.
    pub is_kept: bool,
    /// A thin line runs above it.
    pub is_ruled: bool,
    /// Shown in the list of contents that readers have beside the page.
    pub heading: Option<String>,
}

/// A line at its place within a band.
#[derive(Clone, Debug)]
pub struct Piece {
    pub x: f32,
    /// From the band's top.
    pub baseline: f32,
    pub line: Line,
    /// Which leaf of the tree of tags it belongs to.
    pub leaf: usize,
    /// Where it leads if it is pressed.
    pub leads_to: Option<String>,
}

/// A node of the tree of tags.
#[derive(Clone, Debug)]
pub struct Branch {
    pub tag: TagKind,
    pub inside: Inside,
}

#[derive(Clone, Debug)]
pub enum Inside {
    Leaf(usize),
    Branches(Vec<Branch>),
}

/// A band of one line.
pub fn band(gap: f32, pieces: Vec<Piece>) -> Band {
    let heights = pieces.iter().map(|piece| piece.line.height);
    Band {
        height: heights.fold(0.0, f32::max),
        gap,
        pieces,
        ..Band::default()
    }
}

/// A line at the top of a band.
pub fn piece(x: f32, line: Line, leaf: usize) -> Piece {
    Piece {
        x,
        baseline: line.baseline,
        line,
        leaf,
        leads_to: None,
    }
}

/// Lines below each other in a cell, and how high they are.
pub fn stacked(lines: Vec<Line>, x: f32, leaf: usize) -> (Vec<Piece>, f32) {
    let mut height = 0.0;
    let mut pieces = Vec::new();
    for line in lines {
        let baseline = PADDING + height + line.baseline;
        height += line.height;
        pieces.push(Piece {
            baseline,
            ..piece(x, line, leaf)
        });
    }
    (pieces, height)
}

impl Branch {
    pub fn leaf(tag: impl Into<TagKind>, leaf: usize) -> Self {
        Self {
            tag: tag.into(),
            inside: Inside::Leaf(leaf),
        }
    }

    pub fn of(tag: impl Into<TagKind>, inside: Vec<Self>) -> Self {
        Self {
            tag: tag.into(),
            inside: Inside::Branches(inside),
        }
    }
}
