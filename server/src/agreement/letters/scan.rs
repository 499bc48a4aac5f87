//! What signatories and applicants hear of a paper that was sent in.

use chrono::Duration;
use entity::agreement;
use entity::agreement_scan::{Model as Scan, Source, State as Stands};
use entity::letter;

use super::asking;
use crate::agreement::{is_open, link, scan};
use crate::application::{Case, Topic};
use crate::clock::london_day;
use crate::error::Result;
use crate::outbox::Rendered;
use crate::portal::Portal;
use crate::stationery::{written, written_as};
use crate::words::{day, moment, plain};

/// The paper, as letters speak of it.
#[derive(Clone, Debug)]
struct Paper {
    /// Who signed, as the paper has it.
    signed_name: String,
    sent_by: String,
    /// It came by post or e-mail, and the office typed it in.
    is_from_office: bool,
    at: String,
    reference: String,
}

#[derive(Clone, Debug)]
struct Received {
    topic: Topic,
    paper: Paper,
}
#[derive(Clone, Debug)]
struct Rejected {
    topic: Topic,
    paper: Paper,
    /// None where the scanner found something harmful.
    reason: Option<String>,
    link: String,
    until: String,
}
#[derive(Clone, Debug)]
struct Returned {
    topic: Topic,
    paper: Paper,
    signatory: String,
    reason: String,
}

written_as!(
    Received,
    "letters/agreement_scan_received.txt",
    "letters/agreement_scan_received.html"
);
written_as!(
    Rejected,
    "letters/agreement_scan_rejected.txt",
    "letters/agreement_scan_rejected.html"
);
written_as!(
    Returned,
    "letters/agreement_scan_returned.txt",
    "letters/agreement_scan_returned.html"
);

impl Received {
    fn title(&self) -> String {
        format!("A signed paper for {} has come", self.topic.applicant)
    }
}

impl Rejected {
    fn title(&self) -> String {
        format!(
            "The signed paper for {} cannot be taken: please send another",
            self.topic.applicant
        )
    }
}

impl Returned {
    fn title(&self) -> String {
        format!(
            "The paper that {} signed cannot be taken",
            self.topic.school
        )
    }
}

/// The receipt goes to the mailbox that was asked, whoever sent the paper.
pub(super) async fn received(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some((_, case, scan)) = read(portal, letter).await? else {
        return Ok(None);
    };
    let about = Received {
        topic: case.topic,
        paper: paper(&scan),
    };
    written(portal, letter, &about.topic.provider, &about)
}

pub(super) async fn rejected(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some((asked, case, scan)) = read(portal, letter).await? else {
        return Ok(None);
    };
    let reason = match scan.state {
        Stands::Rejected => Some(plain(scan.reason.as_deref().unwrap_or_default())),
        Stands::Infected => None,
        _ => return Ok(None),
    };
    if !is_open(asked.state) || letter.void_reason.is_some() {
        return Ok(None);
    }
    let days = case.around.award.limits.link_days;
    let about = Rejected {
        paper: paper(&scan),
        reason,
        link: link::address(&portal.config.public_url, &portal.keys, letter.id),
        until: day(london_day(portal.clock.now() + Duration::days(days.into()))),
        topic: case.topic,
    };
    written(portal, letter, &about.topic.provider, &about)
}

pub(super) async fn returned(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some((asked, case, scan)) = read(portal, letter).await? else {
        return Ok(None);
    };
    if !is_open(asked.state) || scan.state != Stands::Rejected {
        return Ok(None);
    }
    let about = Returned {
        paper: paper(&scan),
        signatory: plain(&asked.name),
        reason: plain(scan.reason.as_deref().unwrap_or_default()),
        topic: case.topic,
    };
    written(portal, letter, &about.topic.provider, &about)
}

/// The scan that was sent last, and what it is about.
async fn read(
    portal: &Portal,
    letter: &letter::Model,
) -> Result<Option<(agreement::Model, Case, Scan)>> {
    let Some((asked, case)) = asking(portal, letter).await? else {
        return Ok(None);
    };
    let latest = scan::latest(&portal.db.read, asked.id).await?;
    Ok(latest.map(|scan| (asked, case, scan)))
}

fn paper(scan: &Scan) -> Paper {
    Paper {
        signed_name: plain(&scan.signed_name),
        sent_by: plain(&scan.sent_by),
        is_from_office: scan.source == Source::Office,
        at: moment(scan.sent_at),
        reference: scan::reference(scan.agreement_id),
    }
}
