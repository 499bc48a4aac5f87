//! The words in which the schema speaks of agreements.

use async_graphql::Enum;
use entity::{agreement, agreement_scan};

use crate::schema::named;

/// Where the asking of somebody to sign for a school stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "agreement::State")]
pub enum AgreementState {
    /// The signatory is asked.
    Sent,
    /// The letter came back.
    Bounced,
    /// Signed.
    Signed,
    /// The signatory said no.
    Declined,
    /// The signatory named somebody else to sign.
    HandedOn,
    /// Another asking took its place.
    Superseded,
    /// The application was over before an answer came.
    Expired,
    /// Signed, and taken back since.
    Revoked,
}

/// Where a scan of a signed paper stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "agreement_scan::State")]
pub enum ScanState {
    /// It is being scanned for what is harmful; nobody sees it yet.
    Checking,
    /// The programme office has to look at it.
    Waiting,
    /// It counts as the school's signature.
    Accepted,
    /// The programme office cannot take it.
    Rejected,
    /// Another one was sent before anybody decided.
    Replaced,
    /// The asking was answered otherwise, or is over.
    Void,
    /// The scanner found something harmful; the file is gone.
    Infected,
}

/// Who sent a scan in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "agreement_scan::Source")]
pub enum ScanSource {
    /// Whoever holds the signatory's link.
    Signatory,
    /// The programme office: it came by post or e-mail.
    Office,
}

/// What kind of file a scan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "agreement_scan::Format")]
pub enum ScanFormat {
    /// A PDF.
    Pdf,
    /// A picture, drawn anew as a JPEG.
    Jpeg,
}

/// What somebody may do with a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ScanAction {
    /// Take it for the school's signature.
    Accept,
    /// Say why it cannot be taken.
    Reject,
}

named!(
    AgreementState,
    ScanAction,
    ScanFormat,
    ScanSource,
    ScanState
);
