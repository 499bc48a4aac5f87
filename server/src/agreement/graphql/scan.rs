//! A scan of a signed paper in the schema, and deciding on it.

use async_graphql::{Context, ID, InputObject, Object, Result};
use chrono::{DateTime, NaiveDate, Utc};
use entity::agreement_scan;

use super::{Agreement, ScanAction, ScanFormat, ScanSource, ScanState};
use crate::access::{self, Action as _, DecideScan, Guarded as _, ReadScan};
use crate::agreement::{accept_scan, reject_scan, review};
use crate::person::shown_to;
use crate::schema::{actor, object, portal, uuid};
use crate::tx;

object! {
    /// A scan or photo of an agreement that was signed on paper, with what was typed beside it.
    AgreementScan(scan: agreement_scan::Model, loads);

    /// Stable for good.
    id: ID => scan.id.into();
    /// Where it stands.
    state: ScanState => scan.state.into();
    /// Who sent it in.
    source: ScanSource => scan.source.into();
    /// The name of who sent it; null to everybody but administrators.
    sent_by: Option<&str> => Some(scan.sent_by.as_str()).filter(|_| loads.actor().is_administrator());
    /// When it was sent.
    sent_at: DateTime<Utc> => scan.sent_at;
    /// What kind of file it is.
    format: ScanFormat => scan.format.into();
    /// Its length in bytes, as it is kept.
    bytes: i32 => scan.bytes;
    /// How many pages it has.
    pages: i32 => scan.pages;
    /// SHA-256 of the file as it is kept, in hex.
    sha256: &str => &scan.sha256;
    /// SHA-256 of the words on the paper, in hex.
    text_hash: &str => &scan.text_hash;
    /// Who signed, as the paper has it; null to everybody but administrators.
    signed_name: Option<&str> => Some(scan.signed_name.as_str()).filter(|_| loads.actor().is_administrator());
    /// The day of the appointment as the paper has it.
    appointed_on: Option<NaiveDate> => scan.appointed_on;
    /// The mentor whom it names; null to everybody but administrators.
    mentor_name: Option<&str> => Some(scan.mentor_name.as_str()).filter(|_| loads.actor().is_administrator());
    /// Their post at the school.
    mentor_post: &str => &scan.mentor_post;
    /// Their address, masked unless you are an administrator.
    mentor_email: String => shown_to(loads.actor(), &scan.mentor_email);
    /// What it says to the needs analysis, in sentences; empty where there is none, and to everybody but administrators.
    review: Vec<String> => match &scan.review {
        Some(said) if loads.actor().is_administrator() => review::lines(said),
        _ => Vec::new(),
    };
    /// When it was decided on, or ended.
    decided_at: Option<DateTime<Utc>> => scan.decided_at;
    /// The administrator who decided; null to everybody but administrators.
    decided_by: Option<&str> => scan.decided_by.as_deref().filter(|_| loads.actor().is_administrator());
    /// Why it was rejected; null for reporting tools.
    reason: Option<&str> => scan.reason.as_deref().filter(|_| !loads.actor().is_tool());
    /// Where you can download the file: an address below the portal's, for the browser in which you are signed in. Null where
    /// you may not, and while it is scanned.
    file_path: Option<String> => ReadScan::permits(loads.actor(), scan)
        .then(|| format!("/agreement-scans/{}", scan.id));
    /// What you may do with it now.
    can: Vec<ScanAction> => match DecideScan::permits(loads.actor(), scan) {
        true if scan.state == agreement_scan::State::Waiting => vec![ScanAction::Accept, ScanAction::Reject],
        _ => Vec::new(),
    };
}

#[derive(Default)]
pub struct ScanMutation;

#[Object]
impl ScanMutation {
    /// Takes a scan of a signed paper for the school's signature: all that follows from a signature follows from it. For
    /// administrators, and not for their own application.
    async fn accept_scan(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The scan, and your word that you compared it.")] input: AcceptScanInput,
    ) -> Result<Agreement> {
        let id = uuid(&input.scan_id, agreement_scan::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let scan = access::load::<DecideScan>(tx, id).await?;
            accept_scan(tx, scan, input.agrees).await
        });
        Ok(Agreement::from(row.await?))
    }

    /// Says why a scan of a signed paper cannot be taken. The signatory is asked again, and the applicant is told. For
    /// administrators, and not for their own application.
    async fn reject_scan(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The scan, and why.")] input: RejectScanInput,
    ) -> Result<Agreement> {
        let id = uuid(&input.scan_id, agreement_scan::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let scan = access::load::<DecideScan>(tx, id).await?;
            reject_scan(tx, scan, &input.reason).await
        });
        Ok(Agreement::from(row.await?))
    }
}

/// A scan that counts as a signature.
#[derive(InputObject)]
pub struct AcceptScanInput {
    /// The scan.
    scan_id: ID,
    /// That name, words and reference on the paper are those that were asked for; it has to be true.
    agrees: bool,
}

/// A scan that cannot be taken.
#[derive(InputObject)]
pub struct RejectScanInput {
    /// The scan.
    scan_id: ID,
    /// Why, in a sentence for the school and the applicant; at most 200 characters.
    reason: String,
}
