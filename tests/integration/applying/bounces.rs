//! Letters that come back: whoever waits hears it at once.

use chrono::Duration;
use entity::letter::{Kind, State};
use mailbox::{Fault, Refusal};
use serde_json::json;
use tests::{Applicant, Portal, Programme, Signatory};

use super::states;

/// The next letter to this address is refused for good.
pub(super) fn refuse_once(portal: &Portal, address: &str) {
    let faults = portal.mailbox().faults();
    faults.add(Fault::RefuseRecipient(Refusal::NEVER).once().to(address));
}

/// Letters go, and the portal looks what became of them.
pub(super) async fn a_minute_passes(portal: &Portal) {
    portal.post_letters().await;
    portal.rounds().await;
    portal.post_letters().await;
}

async fn stands(ada: &Applicant, what: &str) -> String {
    let told = ada.sees().await;
    let state = told[what]["state"].as_str();
    state.unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_applicant_hears_that_the_school_cannot_be_reached() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    refuse_once(&portal, Programme::HEADTEACHER);
    ada.applies().await;
    a_minute_passes(&portal).await;
    assert_eq!(stands(&ada, "agreement").await, "BOUNCED");
    let letter = portal.mailbox().letter_about(&ada.email, "came back").await;
    let text = letter.text();
    assert!(text.contains("h•••@willowbank.test"), "{text}");
    assert!(!text.contains(Programme::HEADTEACHER), "{text}");
    // Once is enough.
    a_minute_passes(&portal).await;
    assert_eq!(states(&portal, Kind::AgreementBounced).await, [State::Sent]);

    portal.wait(Duration::days(1));
    ada.resends().await.data();
    assert_eq!(stands(&ada, "agreement").await, "SENT");
    a_minute_passes(&portal).await;
    assert_eq!(stands(&ada, "agreement").await, "SENT");
    let page = portal
        .follow(&portal.link_to(Programme::HEADTEACHER).await)
        .await;
    page.signs("Helen Headteacher", &ada.mentor).await;
    assert_eq!(stands(&ada, "agreement").await, "SIGNED");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_address_is_asked_and_the_wrong_one_hears_nothing() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    let wrong = Signatory {
        name: "Helen Headteacher".into(),
        email: "hedd@willowbank.test".into(),
    };
    refuse_once(&portal, &wrong.email);
    ada.applies_with(&wrong).await.data();
    a_minute_passes(&portal).await;
    ada.has_asked_instead(&Applicant::headteacher())
        .await
        .data();
    a_minute_passes(&portal).await;
    assert_eq!(stands(&ada, "agreement").await, "SENT");
    assert!(portal.mailbox().letters_to(&wrong.email).is_empty());
    assert_eq!(
        states(&portal, Kind::AgreementNoLongerNeeded).await,
        [State::Cancelled]
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_that_the_office_sends_once_more_counts_again() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    refuse_once(&portal, Programme::HEADTEACHER);
    ada.applies().await;
    a_minute_passes(&portal).await;
    let office = portal.administrator().await;
    let failed = office
        .query(
            "{ letters(first: 5, where: { state: { eq: FAILED } }) { nodes { id } } }",
            json!({}),
        )
        .await;
    let retry = "mutation($id: ID!) { retryLetter(id: $id) { state } }";
    let id = &failed["letters"]["nodes"][0]["id"];
    office.query(retry, json!({ "id": id })).await;
    a_minute_passes(&portal).await;
    assert_eq!(stands(&ada, "agreement").await, "SENT");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_applicant_hears_that_the_mentor_cannot_be_reached() {
    let portal = Portal::start().await;
    refuse_once(&portal, "mentor.of.ada@willowbank.test");
    let ada = portal.ready_applicant("Ada").await;
    a_minute_passes(&portal).await;
    assert_eq!(stands(&ada, "invitation").await, "BOUNCED");
    let letter = portal.mailbox().letter_about(&ada.email, "came back").await;
    let text = letter.text();
    assert!(
        text.contains("Grace Mentor") && text.contains("Helen Headteacher"),
        "{text}"
    );

    portal.wait(Duration::days(1));
    ada.resends_invitation().await.data();
    a_minute_passes(&portal).await;
    assert_eq!(stands(&ada, "invitation").await, "INVITED");
    let link = portal.link_to(&ada.mentor.email).await;
    portal.follow(&link).await.agrees("Grace Mentor").await;
    assert_eq!(stands(&ada, "invitation").await, "ACCEPTED");
    assert_eq!(states(&portal, Kind::MentorBounced).await, [State::Sent]);
}
