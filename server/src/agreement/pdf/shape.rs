//! Shaping: text becomes lines of glyphs that are no wider than they may be.

use std::ops::Range;
use std::sync::Arc;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::{
    BaseDirection, FontContext, FontFamilyName, FontFeatures, FontWeight, Layout, LayoutContext,
    LineHeight, OverflowWrap, StyleProperty,
};

use super::fonts::{FAMILY, Fonts};

/// How a text looks.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// In points.
    pub size: f32,
    pub is_bold: bool,
}

/// A line of text.
#[derive(Clone, Debug)]
pub struct Line {
    /// The whole text of which it is a part.
    pub text: Arc<str>,
    pub runs: Vec<Run>,
    pub width: f32,
    pub height: f32,
    /// Where the letters stand, from the line's top.
    pub baseline: f32,
}

/// A stretch of a line in one font.
#[derive(Clone, Debug)]
pub struct Run {
    pub font: Font,
    pub size: f32,
    /// From the beginning of the line.
    pub x: f32,
    pub glyphs: Vec<KrillaGlyph>,
}

/// Shapes texts, with what it needs for that.
pub struct Shaper<'a> {
    pub fonts: &'a Fonts,
    context: FontContext,
    layouts: LayoutContext<()>,
}

impl<'a> Shaper<'a> {
    pub fn new(fonts: &'a Fonts) -> Self {
        Self {
            fonts,
            context: fonts.context.clone(),
            layouts: LayoutContext::new(),
        }
    }

    /// The lines of a text; none of an empty one.
    pub fn lines(&mut self, text: &str, look: Look, width: f32) -> Vec<Line> {
        let text: Arc<str> = self.fonts.shown(text).into();
        let weight = match look.is_bold {
            true => FontWeight::BOLD,
            false => FontWeight::NORMAL,
        };
        // One glyph a letter, so that what is copied out of the document is what stands in it.
        let apart = FontFeatures::from("\"liga\" 0, \"clig\" 0");
        let family = FontFamilyName::Named(FAMILY.into());
        let mut builder = self
            .layouts
            .ranged_builder(&mut self.context, &text, 1.0, false);
        // The document is English; a name that runs the other way does so within it.
        builder.set_base_direction(BaseDirection::Ltr);
        builder.push_default(StyleProperty::from(family));
        builder.push_default(StyleProperty::FontSize(look.size));
        builder.push_default(StyleProperty::FontWeight(weight));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(
            1.45,
        )));
        // Fingerprints and addresses are long words.
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.push_default(StyleProperty::FontFeatures(apart));
        let mut layout: Layout<()> = builder.build(&*text);
        layout.break_all_lines(Some(width));
        layout.lines().map(|line| self.line(&text, line)).collect()
    }

    fn line(&self, text: &Arc<str>, line: parley::Line<'_, ()>) -> Line {
        let metrics = line.metrics();
        let (mut x, mut runs) = (0.0, Vec::new());
        for run in line.runs() {
            if let Some(font) = self.fonts.of(run.font()) {
                runs.push(Run {
                    font: font.clone(),
                    size: run.font_size(),
                    x,
                    glyphs: glyphs(&run),
                });
            }
            x += run.advance();
        }
        Line {
            text: text.clone(),
            runs,
            width: x - metrics.hanging_advance,
            height: metrics.block_max_coord - metrics.block_min_coord,
            baseline: metrics.baseline - metrics.block_min_coord,
        }
    }
}

/// From left to right, each with the letters that it stands for.
fn glyphs(run: &parley::Run<'_, ()>) -> Vec<KrillaGlyph> {
    let mut clusters: Vec<(Range<usize>, Vec<_>)> = Vec::new();
    for cluster in run.clusters() {
        let before = clusters
            .last_mut()
            .filter(|_| cluster.is_ligature_continuation());
        match before {
            Some((letters, _)) => letters.end = cluster.text_range().end,
            None => clusters.push((cluster.text_range(), cluster.glyphs().collect())),
        }
    }
    if run.is_rtl() {
        clusters.reverse();
    }
    let size = run.font_size();
    let mut shaped = Vec::new();
    for (letters, glyphs) in clusters {
        shaped.extend(glyphs.into_iter().map(|glyph| {
            KrillaGlyph::new(
                GlyphId::new(glyph.id),
                glyph.advance / size,
                glyph.x / size,
                glyph.y / size,
                0.0,
                letters.clone(),
                None,
            )
        }));
    }
    shaped
}
