//! The words on paper, to be signed by hand.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::reference;
use crate::agreement::Words;
use crate::agreement::pdf::{Paper, Part};
use crate::application::needs::Analysis;

/// What is printed: the words as they are for this asking, and room to write.
pub(in crate::agreement) fn blank(
    words: &Words,
    asking: Uuid,
    dated: DateTime<Utc>,
    is_appointed: bool,
) -> Paper {
    let reference = reference(asking);
    let hash = words.hash();
    let mut parts = vec![
        Part::Paragraph(format!("Version {}", words.number)),
        Part::Paragraph(
            "Sign this on the last page. Then scan or photograph every page on which you wrote, and send it by the link in our letter, or give it to the programme office.".into(),
        ),
    ];
    parts.extend(words.blocks.iter().map(Part::from));
    if let Some(analysis) = &words.analysis {
        parts.extend(needs(analysis));
    }
    parts.push(Part::Heading(
        "The school-based mentor: a line manager or senior member of staff".into(),
    ));
    parts.push(Part::Blanks(vec![
        "Mentor’s full name",
        "Post at the school",
        "E-mail address",
    ]));
    parts.push(Part::Heading("Signature for the school".into()));
    parts.push(Part::Paragraph(
        "I agree to give this support on these terms, and I confirm what is said above.".into(),
    ));
    let appointed = is_appointed.then_some("SENCO since (day, month, year)");
    parts.push(Part::Blanks(
        appointed
            .into_iter()
            .chain(["Signature", "Full name", "Post at the school", "Date"])
            .collect(),
    ));
    parts.push(Part::Heading("What this paper is".into()));
    parts.push(Part::Facts(vec![
        ("Reference", reference.clone()),
        ("SHA-256 of the words", hash.clone()),
    ]));
    Paper {
        title: words.title.clone(),
        dated,
        foot: format!("{reference}  ·  {hash}"),
        parts,
    }
}

fn needs(analysis: &Analysis) -> Vec<Part> {
    let mut parts = vec![
        Part::Heading("Needs analysis".into()),
        Part::Paragraph(
            "How the applicant can show each learning outcome. Below each, write what the school adds; write “cannot” first if it cannot give the opportunity.".into(),
        ),
    ];
    for outcome in &analysis.0 {
        parts.push(Part::Paragraph(outcome.says()));
        parts.push(Part::Blanks(vec!["The school says"]));
    }
    parts
}
