//! What stands in the document: the words that were signed, and what is kept of the signature.

use chrono::{DateTime, Utc};
use chrono_tz::Europe::London;

use super::{Paper, Part};
use crate::agreement::Block;
use crate::agreement::proof::Code;
use crate::words::{day, moment};
use chrono::NaiveDate;

/// A signature, and everything that is kept of it. Addresses are whole: the document is for the two whom it is about.
#[derive(Clone, Debug)]
pub struct Evidence {
    pub title: String,
    /// The version of the words.
    pub number: i32,
    pub blocks: Vec<Block>,
    pub applicant: String,
    pub school: String,
    pub signed_name: String,
    pub capacity: &'static str,
    /// The day of the appointment as the school states it.
    pub appointed_on: Option<NaiveDate>,
    pub mentor: String,
    pub mentor_post: String,
    /// The school's answer to the needs analysis; empty where there is none.
    pub review: Vec<String>,
    /// The address that was asked, and when.
    pub email: String,
    pub asked_at: DateTime<Utc>,
    pub signed_at: DateTime<Utc>,
    /// How it was signed, if not online.
    pub on_paper: Option<OnPaper>,
    pub ip: String,
    pub browser: String,
    /// SHA-256 of the words, in hex.
    pub text_hash: String,
    /// The entry of the signature in the chain that seals the history.
    pub position: i64,
    pub chain_hash: String,
    pub code: Code,
    /// Where codes are looked up.
    pub verify_at: String,
}

/// A scan that was accepted as a signature.
#[derive(Clone, Debug)]
pub struct OnPaper {
    pub sent_by: String,
    pub is_from_office: bool,
    pub sent_at: DateTime<Utc>,
    pub accepted_by: String,
    pub accepted_at: DateTime<Utc>,
    /// SHA-256 of the scan, in hex.
    pub sha256: String,
    /// Stands on the paper.
    pub reference: String,
}

/// The document.
pub fn paper(it: &Evidence) -> Paper {
    let mut parts = vec![Part::Paragraph(format!("Version {}", it.number))];
    parts.extend(it.blocks.iter().map(Part::from));
    parts.push(Part::Heading("Signature".into()));
    parts.push(Part::Facts(signature(it)));
    if !it.review.is_empty() {
        let heading = "The school’s answer to the needs analysis";
        parts.push(Part::Heading(heading.into()));
        parts.push(Part::Points(it.review.clone()));
    }
    parts.push(Part::Heading("Evidence".into()));
    parts.push(Part::Paragraph(
        "This is what the portal kept when the agreement was signed.".into(),
    ));
    parts.push(Part::Facts(kept(it)));
    if let Some(paper) = &it.on_paper {
        parts.push(Part::Heading("Signed on paper".into()));
        parts.push(Part::Paragraph(
            "The agreement was printed and signed by hand. The programme office compared a scan of it with what was asked, and accepted it as the school’s signature. Network address and browser are those of whoever sent the scan.".into(),
        ));
        parts.push(Part::Facts(scanned(paper)));
    }
    parts.push(Part::Paragraph(format!(
        "The SHA-256 is that of the exact words, from “{}” to their end, as they come with this document by e-mail in the file support-agreement.txt. A letter that this document has no shape for is shown as \u{fffd}; the SHA-256 is of the true letters.",
        it.title
    )));
    parts.push(Part::Heading("Check this document".into()));
    parts.push(Part::Paragraph(
        "Anybody who has the code can check that this agreement is genuine, and whether the signature still counts. The page names nobody.".into(),
    ));
    parts.push(Part::Facts(vec![("Code", it.code.grouped())]));
    parts.push(Part::Address(format!(
        "{}/{}",
        it.verify_at,
        it.code.grouped()
    )));
    Paper {
        title: it.title.clone(),
        dated: it.signed_at,
        foot: format!(
            "Check at {} with the code {}",
            it.verify_at,
            it.code.grouped()
        ),
        parts,
    }
}

fn signature(it: &Evidence) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        ("Signed by", it.signed_name.clone()),
        ("Who is", it.capacity.to_owned()),
        ("For the school", it.school.clone()),
        ("For the participant", it.applicant.clone()),
    ];
    let appointed = it
        .appointed_on
        .map(|on| format!("{}, as the school states", day(on)));
    facts.extend(appointed.map(|on| ("SENCO since", on)));
    facts.push((
        "Mentor whom the school named",
        format!("{}, {}", it.mentor, it.mentor_post),
    ));
    let [london, utc] = match it.on_paper {
        None => ["When, in London", "When, in UTC"],
        Some(_) => ["Accepted, in London", "Accepted, in UTC"],
    };
    facts.push((london, clock_in_london(it.signed_at)));
    facts.push((utc, it.signed_at.format("%Y-%m-%d %H:%M:%S").to_string()));
    facts
}

fn kept(it: &Evidence) -> Vec<(&'static str, String)> {
    vec![
        ("Address asked", it.email.clone()),
        ("Asked on", format!("{} in London", moment(it.asked_at))),
        ("Network address", it.ip.clone()),
        ("Browser", it.browser.clone()),
        ("Version of the words", it.number.to_string()),
        ("SHA-256 of the words", it.text_hash.clone()),
        ("Entry in the history", it.position.to_string()),
        ("Hash of that entry", it.chain_hash.clone()),
    ]
}

fn scanned(it: &OnPaper) -> Vec<(&'static str, String)> {
    let by = match it.is_from_office {
        true => format!("{}, programme office", it.sent_by),
        false => format!("{}, by the signatory’s link", it.sent_by),
    };
    vec![
        ("Scan sent by", by),
        ("Scan sent on", clock_in_london(it.sent_at)),
        ("Scan accepted by", it.accepted_by.clone()),
        ("Scan accepted on", clock_in_london(it.accepted_at)),
        ("SHA-256 of the scan", it.sha256.clone()),
        ("Reference on the paper", it.reference.clone()),
    ]
}

/// With the second, and whether summer time was on: "GMT" or "BST".
fn clock_in_london(at: DateTime<Utc>) -> String {
    at.with_timezone(&London)
        .format("%A %-d %B %Y, %H:%M:%S %Z")
        .to_string()
}
