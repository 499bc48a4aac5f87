//! Setting: a document becomes lines from top to bottom, and tags say what each line is.

use std::num::NonZeroU16;

use krilla::tagging::{ListNumbering, TableHeaderScope, Tag};

use super::band::{Band, Branch, PADDING, Piece, Set, band, piece, stacked};
use super::fonts::Fonts;
use super::shape::{Look, Shaper};
use super::{Paper, Part};

/// How wide a line may be: an A4 page of 595 points with 56 (2 cm) left free at either side.
pub const WIDTH: f32 = 483.0;
/// The text of a point begins here.
const INDENT: f32 = 16.0;
/// High enough to write by hand.
const TO_WRITE: f32 = 34.0;
/// What is known of a thing begins here.
const FACTS_AT: f32 = 118.0;

const TITLE: Look = Look {
    size: 19.0,
    is_bold: true,
};
const HEADING: Look = Look {
    size: 13.0,
    is_bold: true,
};
const PLAIN: Look = Look {
    size: 10.5,
    is_bold: false,
};
const NAME: Look = Look {
    size: 9.0,
    is_bold: true,
};
/// A SHA-256 fits on one line.
const FACT: Look = Look {
    size: 9.0,
    is_bold: false,
};

/// Sets a document.
pub fn set(paper: &Paper, fonts: &Fonts) -> Set {
    let mut setter = Setter {
        shaper: Shaper::new(fonts),
        set: Set::default(),
        leaves: 0,
    };
    setter.heading(1, &paper.title);
    for part in &paper.parts {
        match part {
            Part::Heading(text) => setter.heading(2, text),
            Part::Paragraph(text) => setter.paragraph(text),
            Part::Points(points) => setter.points(points),
            Part::Facts(facts) => setter.facts(facts, 0.0),
            Part::Blanks(names) => setter.blanks(names),
            Part::Address(address) => setter.address(address),
        }
    }
    setter.set
}

struct Setter<'a> {
    shaper: Shaper<'a>,
    set: Set,
    leaves: usize,
}

impl Setter<'_> {
    fn heading(&mut self, level: u16, text: &str) {
        let (look, gap) = match level {
            1 => (TITLE, 0.0),
            _ => (HEADING, 14.0),
        };
        let shown = self.shaper.fonts.shown(text);
        // A heading has to say something.
        if shown.trim().is_empty() {
            return;
        }
        let leaf = self.leaf();
        let mut named = Some(shown.clone());
        for line in self.shaper.lines(text, look, WIDTH) {
            let heading = named.take();
            let gap = heading.as_ref().map_or(0.0, |_| gap);
            let band = Band {
                is_kept: true,
                heading,
                ..band(gap, vec![piece(0.0, line, leaf)])
            };
            self.set.bands.push(band);
        }
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        self.grow(Branch::leaf(Tag::Hn(level, Some(shown)), leaf));
    }

    fn paragraph(&mut self, text: &str) {
        let leaf = self.leaf();
        let mut gap = 6.0;
        for line in self.shaper.lines(text, PLAIN, WIDTH) {
            self.set.bands.push(band(gap, vec![piece(0.0, line, leaf)]));
            gap = 0.0;
        }
        self.grow(Branch::leaf(Tag::P, leaf));
    }

    /// Each line of an address is a link of its own: what can be pressed is a rectangle.
    fn address(&mut self, address: &str) {
        let mut links = Vec::new();
        let mut gap = 6.0;
        for line in self.shaper.lines(address, PLAIN, WIDTH) {
            let leaf = self.leaf();
            let piece = Piece {
                leads_to: Some(address.to_owned()),
                ..piece(0.0, line, leaf)
            };
            self.set.bands.push(band(gap, vec![piece]));
            links.push(Branch::leaf(Tag::Link, leaf));
            gap = 0.0;
        }
        self.grow(Branch::of(Tag::P, links));
    }

    fn points(&mut self, points: &[String]) {
        let mut items = Vec::new();
        for point in points {
            let (dot, body) = (self.leaf(), self.leaf());
            let mut dots = self.shaper.lines("•", PLAIN, INDENT).into_iter();
            for line in self.shaper.lines(point, PLAIN, WIDTH - INDENT) {
                let dot = dots.next().map(|line| piece(4.0, line, dot));
                let gap = dot.as_ref().map_or(0.0, |_| 4.0);
                let pieces = dot.into_iter().chain([piece(INDENT, line, body)]);
                self.set.bands.push(band(gap, pieces.collect()));
            }
            let inside = vec![Branch::leaf(Tag::Lbl, dot), Branch::leaf(Tag::LBody, body)];
            items.push(Branch::of(Tag::LI, inside));
        }
        self.grow(Branch::of(Tag::L(ListNumbering::Disc), items));
    }

    /// A cell has to say something: three dots that ask to be written over.
    fn blanks(&mut self, names: &[&'static str]) {
        let blanks: Vec<_> = names.iter().map(|name| (*name, "…".to_owned())).collect();
        self.facts(&blanks, TO_WRITE);
    }

    /// Each row is at least so high.
    fn facts(&mut self, facts: &[(&'static str, String)], least: f32) {
        let mut rows = Vec::new();
        let mut gap = 8.0;
        for (name, fact) in facts {
            let (head, body) = (self.leaf(), self.leaf());
            let names = self.shaper.lines(name, NAME, FACTS_AT - 12.0);
            let known = self.shaper.lines(fact, FACT, WIDTH - FACTS_AT);
            let (mut pieces, first) = stacked(names, 0.0, head);
            let (known, second) = stacked(known, FACTS_AT, body);
            pieces.extend(known);
            self.set.bands.push(Band {
                pieces,
                gap,
                height: (first.max(second) + 2.0 * PADDING).max(least),
                is_ruled: true,
                ..Band::default()
            });
            gap = 0.0;
            let name = Branch::leaf(Tag::TH(TableHeaderScope::Row), head);
            rows.push(Branch::of(Tag::TR, vec![name, Branch::leaf(Tag::TD, body)]));
        }
        self.grow(Branch::of(Tag::Table, rows));
    }

    fn leaf(&mut self) -> usize {
        self.leaves += 1;
        self.leaves - 1
    }

    fn grow(&mut self, branch: Branch) {
        self.set.branches.push(branch);
    }
}
