//! The letters' words, wherever they are written.

use entity::letter::{self, Kind};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;

use crate::error::Result;
use crate::outbox::Rendered;
use crate::portal::Portal;
use crate::{account, agreement, application, approval, invitation, mailing};

/// The letter as it goes; see [`crate::outbox::Render`]. Files that it brings along are made first.
pub fn render<'a>(
    portal: &'a Portal,
    letter: &'a letter::Model,
) -> BoxFuture<'a, Result<Option<Rendered>>> {
    async move {
        agreement::prepare(portal, letter).await?;
        written(portal, letter).await
    }
    .boxed()
}

/// Has each kind of letter written by the thing that it is about.
fn written<'a>(
    portal: &'a Portal,
    letter: &'a letter::Model,
) -> BoxFuture<'a, Result<Option<Rendered>>> {
    match letter.kind {
        Kind::SignInCode | Kind::SignInUnknown | Kind::TestMail => {
            account::render(portal, letter).boxed()
        }
        Kind::TaskApprovalRequested
        | Kind::TaskApprovalReminder
        | Kind::TaskApprovalRequestWithdrawn
        | Kind::TaskApprovalMoved
        | Kind::TaskDecisionReceipt
        | Kind::TaskApproved
        | Kind::TaskReturned
        | Kind::TaskApprovalUnanswered
        | Kind::TaskDecisionDisputed
        | Kind::SchoolProgressDigest => approval::render(portal, letter).boxed(),
        Kind::ApplicationReceived
        | Kind::ApplicationDeferred
        | Kind::ApplicationEnded
        | Kind::PlaceOffered
        | Kind::PlaceOfferReminder
        | Kind::PlaceAccepted => application::render(portal, letter).boxed(),
        Kind::AgreementRequested
        | Kind::AgreementReminder
        | Kind::AgreementUnanswered
        | Kind::AgreementBounced
        | Kind::AgreementSignedCopy
        | Kind::AgreementSigned
        | Kind::AgreementDeclined
        | Kind::AgreementHandedOn
        | Kind::AgreementQuestionAnswered
        | Kind::AgreementNoLongerNeeded
        | Kind::AgreementScanReceived
        | Kind::AgreementScanRejected
        | Kind::AgreementScanReturned
        | Kind::MentorSought => agreement::render(portal, letter).boxed(),
        Kind::MentorInvited
        | Kind::MentorInvitationReminder
        | Kind::MentorAccepted
        | Kind::MentorDeclined
        | Kind::MentorUnanswered
        | Kind::MentorBounced => invitation::render(portal, letter).boxed(),
        Kind::OfficeMessageSent => mailing::render(portal, letter).boxed(),
    }
}

/// The letter as it would be written now, for the office to look at. It is written with a key that opens nothing, so
/// neither its links nor its code work.
pub async fn preview(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    written(&portal.opening_nothing()?, letter).await
}
