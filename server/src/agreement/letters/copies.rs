//! What was signed, for whoever signed it and for the applicant. Two files go with the letter: the agreement as a PDF with the
//! evidence, and the words to the byte, whose SHA-256 is the fingerprint.

use chrono::{DateTime, Utc};
use entity::agreement::{self, State};
use entity::letter;

use super::asking;
use crate::agreement::{file, link, review};
use crate::application::capacity;
use crate::application::{Case, Topic};
use crate::error::Result;
use crate::outbox::{Attached, Rendered};
use crate::portal::Portal;
use crate::stationery::{Letter, write, written_as};
use crate::words::{day, moment, plain};

/// A signature, and what it is under.
#[derive(Clone, Debug)]
struct Signed {
    lines: Vec<String>,
    name: String,
    capacity: &'static str,
    /// As clocks show it in London.
    at: String,
    utc: String,
    hash: String,
    /// The day of the appointment as the school states it.
    appointed: Option<String>,
    mentor: String,
    mentor_post: String,
    /// The school's answer to the needs analysis; empty where there is none.
    review: Vec<String>,
    /// Signed by hand: the day is that on which the office accepted it.
    is_on_paper: bool,
    /// The outcomes that it cannot support.
    gaps: String,
}

#[derive(Clone, Debug)]
struct SignatoryCopy {
    topic: Topic,
    signed: Signed,
    link: String,
}
#[derive(Clone, Debug)]
struct ApplicantCopy {
    topic: Topic,
    signed: Signed,
}

written_as!(
    SignatoryCopy,
    "letters/agreement_signed_copy.txt",
    "letters/agreement_signed_copy.html"
);
written_as!(
    ApplicantCopy,
    "letters/agreement_signed.txt",
    "letters/agreement_signed.html"
);

impl SignatoryCopy {
    fn title(&self) -> String {
        format!("Your copy: you signed for {}", self.topic.applicant)
    }
}

impl ApplicantCopy {
    fn title(&self) -> String {
        format!("{} has signed your support agreement", self.topic.school)
    }
}

pub(super) async fn for_signatory(
    portal: &Portal,
    letter: &letter::Model,
) -> Result<Option<Rendered>> {
    let Some((files, signed, case)) = read(portal, letter).await? else {
        return Ok(None);
    };
    let about = SignatoryCopy {
        topic: case.topic,
        signed,
        link: link::address(&portal.config.public_url, &portal.keys, letter.id),
    };
    with_files(portal, letter, &about.topic.provider, &about, files)
}

pub(super) async fn for_applicant(
    portal: &Portal,
    letter: &letter::Model,
) -> Result<Option<Rendered>> {
    let Some((files, signed, case)) = read(portal, letter).await? else {
        return Ok(None);
    };
    let about = ApplicantCopy {
        topic: case.topic,
        signed,
    };
    with_files(portal, letter, &about.topic.provider, &about, files)
}

fn with_files(
    portal: &Portal,
    letter: &letter::Model,
    provider: &str,
    about: &impl Letter,
    files: Vec<Attached>,
) -> Result<Option<Rendered>> {
    let written = write(&portal.config, letter, Some(provider), about)?;
    Ok(Some(files.into_iter().fold(written, Rendered::with)))
}

/// The files, the signature, and the application; none where the signature counts no more.
async fn read(
    portal: &Portal,
    letter: &letter::Model,
) -> Result<Option<(Vec<Attached>, Signed, Case)>> {
    let Some((agreement, case)) = asking(portal, letter).await? else {
        return Ok(None);
    };
    let (State::Signed, Some(words), Some(at)) = (
        agreement.state,
        agreement.signed_text.clone(),
        agreement.decided_at,
    ) else {
        return Ok(None);
    };
    let signed = signed(&agreement, &words, at);
    let pdf = file::of(&portal.db.read, agreement.id).await?;
    let pdf = pdf.map(|file| Attached {
        name: file::NAME,
        media_type: file::MEDIA_TYPE,
        content: file.content,
    });
    let words = Attached {
        name: "support-agreement.txt",
        media_type: "text/plain; charset=utf-8",
        content: words.into_bytes(),
    };
    let files = pdf.into_iter().chain([words]).collect();
    Ok(Some((files, signed, case)))
}

fn signed(agreement: &agreement::Model, words: &str, at: DateTime<Utc>) -> Signed {
    let said = |text: &Option<String>| plain(text.as_deref().unwrap_or_default());
    let review = agreement.review.as_ref();
    Signed {
        review: review.map_or_else(Vec::new, |review| {
            review::lines(review)
                .iter()
                .map(|line| plain(line))
                .collect()
        }),
        is_on_paper: agreement.scan_id.is_some(),
        gaps: review.map(review::gaps).unwrap_or_default(),
        lines: words.lines().map(plain).collect(),
        name: said(&agreement.signed_name),
        capacity: capacity(agreement.capacity),
        at: moment(at),
        utc: at.format("%Y-%m-%d %H:%M:%S").to_string(),
        hash: said(&agreement.text_hash),
        appointed: agreement.appointed_on.map(day),
        mentor: said(&agreement.mentor_name),
        mentor_post: said(&agreement.mentor_post),
    }
}
