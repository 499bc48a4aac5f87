//! Drawing: pages become a file, whose tags say what is a heading, a paragraph, a list or a table.

use chrono::{DateTime, Datelike as _, Timelike as _, Utc};
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{self, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{Page, PageSettings};
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};

use super::Paper;
use super::band::{Branch, Inside};
use super::fill::Placed;
use super::fonts::Fonts;
use super::set::WIDTH;
use super::shape::{Line, Look, Shaper};
use crate::error::Result;

/// A4, in points.
const PAGE: (f32, f32) = (595.28, 841.89);
/// Left free at the left.
const LEFT: f32 = 56.0;
/// The line at the foot of the page stands here.
const FOOT_AT: f32 = 806.0;
const FOOT: Look = Look {
    size: 8.0,
    is_bold: false,
};

/// # Errors
/// Where the file would not be accessible.
pub fn draw(
    paper: &Paper,
    fonts: &Fonts,
    pages: Vec<Vec<Placed>>,
    branches: &[Branch],
) -> Result<Vec<u8>> {
    let accessible = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|why| anyhow::anyhow!("PDF/UA is not to be had: {why:?}"))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration: accessible,
        ..SerializeSettings::default()
    });
    let mut drawing = Drawing {
        shaper: Shaper::new(fonts),
        leaves: Vec::new(),
        outline: Outline::new(),
    };
    let count = pages.len();
    for (place, page) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1).unwrap_or_default();
        let foot = format!("{}  ·  Page {} of {count}", paper.foot, place + 1);
        drawing.page(document.start_page_with(settings), place, page, &foot);
    }
    let mut tree = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
    for branch in branches {
        tree.push(drawing.grown(branch));
    }
    document.set_tag_tree(tree);
    document.set_outline(drawing.outline);
    document.set_metadata(described(paper));
    let file = document.finish();
    Ok(file.map_err(|why| anyhow::anyhow!("the PDF is not accessible: {why:?}"))?)
}

const LANGUAGE: &str = "en-GB";

fn described(paper: &Paper) -> Metadata {
    Metadata::new()
        .title(paper.title.clone())
        .language(LANGUAGE.to_owned())
        .creator("SEN Award Portal".to_owned())
        .creation_date(moment(paper.dated))
}

fn moment(at: DateTime<Utc>) -> metadata::DateTime {
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    metadata::DateTime::new(u16::try_from(at.year()).unwrap_or_default())
        .month(small(at.month()))
        .day(small(at.day()))
        .hour(small(at.hour()))
        .minute(small(at.minute()))
        .second(small(at.second()))
        .utc_offset_hour(0)
}

/// What is known of the pages that were drawn.
struct Drawing<'a> {
    shaper: Shaper<'a>,
    /// Where the lines of each leaf stand.
    leaves: Vec<Vec<Identifier>>,
    outline: Outline,
}

impl Drawing<'_> {
    fn page(&mut self, mut page: Page<'_>, number: usize, placed: &[Placed], foot: &str) {
        let mut links = Vec::new();
        let mut surface = page.surface();
        for Placed { band, y } in placed {
            if band.is_ruled {
                rule(&mut surface, *y);
            }
            if let Some(heading) = &band.heading {
                let there = XyzDestination::new(number, Point::from_xy(LEFT, *y));
                let node = OutlineNode::new(heading.clone(), there);
                self.outline.push_child(node);
            }
            for piece in &band.pieces {
                let (x, baseline) = (LEFT + piece.x, y + piece.baseline);
                let id = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                line(&mut surface, &piece.line, x, baseline, INK);
                surface.end_tagged();
                self.at(piece.leaf).push(id);
                let width = piece.line.width;
                let around = Rect::from_xywh(x, *y, width.max(1.0), band.height);
                if let (Some(address), Some(around)) = (&piece.leads_to, around) {
                    links.push((piece.leaf, address.clone(), around));
                }
            }
        }
        let artifact = Artifact::with_kind(ArtifactType::Footer);
        surface.start_tagged(ContentTag::Artifact(artifact));
        for foot in self.shaper.lines(foot, FOOT, WIDTH).into_iter().take(1) {
            line(&mut surface, &foot, LEFT, FOOT_AT, GREY);
        }
        surface.end_tagged();
        surface.finish();
        for (leaf, address, around) in links {
            let action = Action::Link(LinkAction::new(address.clone()));
            let link = LinkAnnotation::new(around, Target::Action(action));
            let link = Annotation::new_link(link, Some(address));
            let id = page.add_tagged_annotation(link);
            self.at(leaf).insert(0, id);
        }
        page.finish();
    }

    fn at(&mut self, leaf: usize) -> &mut Vec<Identifier> {
        if self.leaves.len() <= leaf {
            self.leaves.resize_with(leaf + 1, Vec::new);
        }
        &mut self.leaves[leaf]
    }

    fn grown(&mut self, branch: &Branch) -> TagGroup {
        let mut group = TagGroup::new(branch.tag.clone());
        match &branch.inside {
            Inside::Leaf(leaf) => {
                for id in std::mem::take(self.at(*leaf)) {
                    group.push(id);
                }
            }
            Inside::Branches(branches) => {
                for branch in branches {
                    group.push(self.grown(branch));
                }
            }
        }
        group
    }
}

const INK: (u8, u8, u8) = (11, 12, 12);
/// Dark enough to be read on white.
const GREY: (u8, u8, u8) = (80, 90, 95);

fn line(surface: &mut Surface<'_>, line: &Line, x: f32, y: f32, ink: (u8, u8, u8)) {
    surface.set_fill(Some(Fill {
        paint: rgb::Color::new(ink.0, ink.1, ink.2).into(),
        ..Fill::default()
    }));
    for run in &line.runs {
        let start = Point::from_xy(x + run.x, y);
        surface.draw_glyphs(
            start,
            &run.glyphs,
            run.font.clone(),
            &line.text,
            run.size,
            false,
        );
    }
}

/// A thin line across the page.
fn rule(surface: &mut Surface<'_>, y: f32) {
    let mut path = PathBuilder::new();
    if let Some(thin) = Rect::from_xywh(LEFT, y, WIDTH, 0.5) {
        path.push_rect(thin);
    }
    let Some(path) = path.finish() else { return };
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
        ArtifactType::Layout,
    )));
    surface.set_fill(Some(Fill {
        paint: rgb::Color::new(177, 180, 182).into(),
        ..Fill::default()
    }));
    surface.draw_path(&path);
    surface.end_tagged();
}
