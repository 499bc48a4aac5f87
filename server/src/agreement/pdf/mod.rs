//! The signed agreement as a PDF: tagged for screen readers (PDF/UA-1), with what is kept of the signature. The same
//! agreement gives the same bytes: nothing in it asks a clock or a machine.

mod band;
mod draw;
mod evidence;
mod fill;
mod fonts;
mod set;
mod shape;

pub use evidence::{Evidence, OnPaper, paper};

use chrono::{DateTime, Utc};

use super::Block;
use crate::error::Result;

/// What stands in a document, in the order in which it is read.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Its first heading, and what readers call its window.
    pub title: String,
    /// The moment that the file is dated with.
    pub dated: DateTime<Utc>,
    /// Stands at the foot of each page, before the page's number.
    pub foot: String,
    pub parts: Vec<Part>,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Heading(String),
    Paragraph(String),
    Points(Vec<String>),
    /// A table of two columns: what it is, and what is known of it.
    Facts(Vec<(&'static str, String)>),
    /// A table of two columns: what it is, and room to write it.
    Blanks(Vec<&'static str>),
    /// An address that can be pressed.
    Address(String),
}

impl From<&Block> for Part {
    fn from(block: &Block) -> Self {
        match block {
            Block::Heading(text) => Self::Heading(text.clone()),
            Block::Paragraph(text) => Self::Paragraph(text.clone()),
            Block::Points(points) => Self::Points(points.clone()),
        }
    }
}

/// The document as a file. Takes a processor for some milliseconds: not to be called where others wait for it.
///
/// # Errors
/// Where the file would not be accessible.
pub fn make(paper: &Paper) -> Result<Vec<u8>> {
    let fonts = fonts::Fonts::open()?;
    let set = set::set(paper, &fonts);
    let pages = fill::fill(set.bands);
    draw::draw(paper, &fonts, pages, &set.branches)
}

/// The letters of a text that no document can show, each once.
///
/// # Errors
/// Fonts that cannot be read.
pub fn missing(text: &str) -> Result<Vec<String>> {
    Ok(fonts::Fonts::open()?.missing(text))
}

#[cfg(test)]
mod tests;
