//! A letter that is no longer true when its turn comes is not sent.

use entity::letter::{Kind, State};
use mailbox::{Fault, Refusal};
use tests::{Applicant, Portal, Programme, Signatory};

use super::states;

const CANCELLED: [State; 1] = [State::Cancelled];

fn chair() -> Signatory {
    Signatory {
        name: "Charlie Chair".into(),
        email: "chair@willowbank.test".into(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_gives_up_at_once_bothers_nobody() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    ada.applies().await;
    ada.gives_up("I changed my mind").await.data();
    portal.post_letters().await;
    for kind in [
        Kind::AgreementRequested,
        Kind::ApplicationReceived,
        // They never heard of it.
        Kind::AgreementNoLongerNeeded,
    ] {
        assert_eq!(states(&portal, kind).await, CANCELLED, "{kind:?}");
    }
    assert_eq!(states(&portal, Kind::ApplicationEnded).await, [State::Sent]);
    assert!(
        portal
            .mailbox()
            .letters_to(Programme::HEADTEACHER)
            .is_empty()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_signature_silences_what_was_written_before_it() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    ada.applies().await;
    let link = portal.link_to(Programme::HEADTEACHER).await;
    portal.wait_until("2026-03-12T10:30:00Z");
    // Reminder and notice are written, and wait.
    portal.rounds().await;
    let page = portal.follow(&link).await;
    page.signs("Helen Headteacher", &ada.mentor).await;
    portal.post_letters().await;
    for kind in [Kind::AgreementReminder, Kind::AgreementUnanswered] {
        assert_eq!(states(&portal, kind).await, CANCELLED, "{kind:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_signature_that_was_replaced_is_sent_to_nobody() {
    let portal = Portal::start().await;
    let ada = portal.ready_applicant("Ada").await;
    ada.has_asked_instead(&chair()).await.data();
    portal.post_letters().await;
    for kind in [
        Kind::AgreementSigned,
        Kind::AgreementSignedCopy,
        Kind::MentorInvited,
    ] {
        assert_eq!(states(&portal, kind).await, CANCELLED, "{kind:?}");
    }
    let letter = portal
        .mailbox()
        .letter_about(Programme::HEADTEACHER, "no longer counts")
        .await;
    assert!(letter.find_link().is_none(), "{}", letter.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_school_said_is_overtaken_by_the_applicant() {
    let portal = Portal::start().await;
    let (ada, ben) = (portal.applicant("Ada").await, portal.applicant("Ben").await);
    ada.applies().await;
    let page = portal
        .follow(&portal.link_to(Programme::HEADTEACHER).await)
        .await;
    page.declines("Helen Headteacher", "Not this year").await;
    ada.has_asked_instead(&chair()).await.data();
    ben.applies().await;
    let page = portal
        .follow(&portal.link_to(Programme::HEADTEACHER).await)
        .await;
    page.hands_on(&chair()).await;
    ben.gives_up("I changed my mind").await.data();
    portal.post_letters().await;
    for kind in [Kind::AgreementDeclined, Kind::AgreementHandedOn] {
        assert_eq!(states(&portal, kind).await, CANCELLED, "{kind:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bounce_that_was_mended_is_not_told() {
    let portal = Portal::start().await;
    let faults = portal.mailbox().faults();
    let mentor = "mentor.of.ada@willowbank.test";
    for address in [Programme::HEADTEACHER, mentor] {
        faults.add(Fault::RefuseRecipient(Refusal::NEVER).once().to(address));
    }
    let ada = portal.applicant("Ada").await;
    ada.applies().await;
    portal.post_letters().await;
    portal.rounds().await;
    ada.has_asked_instead(&chair()).await.data();
    portal.post_letters().await;
    assert_eq!(states(&portal, Kind::AgreementBounced).await, CANCELLED);
    let page = portal.follow(&portal.link_to(&chair().email).await).await;
    page.signs("Charlie Chair", &ada.mentor).await;
    portal.post_letters().await;
    portal.rounds().await;
    ada.gives_up("I changed my mind").await.data();
    portal.post_letters().await;
    assert_eq!(states(&portal, Kind::MentorBounced).await, CANCELLED);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mentors_are_overtaken_as_well() {
    let portal = Portal::start().await;
    let (ada, ben) = (
        portal.ready_applicant("Ada").await,
        portal.ready_applicant("Ben").await,
    );
    let links = [
        portal.link_to(&ada.mentor.email).await,
        portal.link_to(&ben.mentor.email).await,
    ];
    portal.wait_until("2026-03-12T10:30:00Z");
    portal.rounds().await;
    portal.follow(&links[0]).await.agrees("Grace Mentor").await;
    portal
        .follow(&links[1])
        .await
        .declines("Grace Mentor", "I leave")
        .await;
    for applicant in [&ada, &ben] {
        applicant.gives_up("I changed my mind").await.data();
    }
    portal.post_letters().await;
    let both = [State::Cancelled, State::Cancelled];
    for kind in [Kind::MentorInvitationReminder, Kind::MentorUnanswered] {
        assert_eq!(states(&portal, kind).await, both, "{kind:?}");
    }
    for kind in [
        Kind::MentorAccepted,
        Kind::MentorDeclined,
        Kind::MentorSought,
    ] {
        assert_eq!(states(&portal, kind).await, CANCELLED, "{kind:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_offer_that_was_answered_is_not_made() {
    let portal = Portal::start().await;
    let ada: Applicant = portal.offered_applicant("Ada").await;
    portal.wait_until("2026-03-13T10:30:00Z");
    portal.rounds().await;
    assert_eq!(
        states(&portal, Kind::PlaceOfferReminder).await,
        [State::Queued]
    );
    ada.accepts().await.data();
    portal.post_letters().await;
    for kind in [Kind::PlaceOffered, Kind::PlaceOfferReminder] {
        assert_eq!(states(&portal, kind).await, CANCELLED, "{kind:?}");
    }
    assert_eq!(states(&portal, Kind::PlaceAccepted).await, [State::Sent]);
}
