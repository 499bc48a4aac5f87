//! The words in which the schema speaks of agreements.

use async_graphql::Enum;
use entity::agreement;

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

named!(AgreementState);
