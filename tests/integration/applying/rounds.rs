//! Reminding signatories, mentors and applicants, at the right days and at decent hours.

use chrono::{DateTime, Utc};
use entity::letter::Kind;
use tests::{Applicant, Portal, Programme};

use crate::reminders::{assert_decent, days, letters_of_days};

/// Applies at this moment, in a browser of that day.
async fn applies_at(portal: &Portal, moment: &str) -> Applicant {
    portal.wait_until(moment);
    let ada = portal.applicant("Ada").await;
    ada.applies().await;
    portal.post_letters().await;
    ada
}

async fn about_the_school(portal: &Portal, until: &str) -> Vec<(Kind, DateTime<Utc>)> {
    let kinds = [Kind::AgreementReminder, Kind::AgreementUnanswered];
    letters_of_days(portal, until, &kinds).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_school_is_reminded_in_term_and_the_applicant_told() {
    let portal = Portal::start().await;
    let ada = applies_at(&portal, "2026-03-03T10:00:30Z").await;
    let sent = about_the_school(&portal, "2026-04-14T12:00:00Z").await;
    assert_eq!(
        days(&sent, Kind::AgreementReminder),
        ["10 Mar 10:00", "17 Mar 10:00", "13 Apr 07:00"]
    );
    assert_eq!(
        days(&sent, Kind::AgreementUnanswered),
        ["12 Mar 10:00", "19 Mar 10:00", "13 Apr 07:00"]
    );
    assert_decent(&sent);
    let told = portal.mailbox().letters_to(&ada.email);
    let told: Vec<_> = told
        .iter()
        .filter(|letter| letter.subject().contains("No answer yet"))
        .map(mailbox::Letter::text)
        .collect();
    assert!(
        !told[0].contains("Somebody else can sign") && told[1].contains("Somebody else can sign"),
        "{told:#?}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_that_was_sent_again_reminds_of_itself() {
    let portal = Portal::start().await;
    let ada = applies_at(&portal, "2026-03-03T10:00:30Z").await;
    // A day on which reminders do not go: the round comes after the applicant was faster.
    portal.wait_until("2026-03-10T10:00:35Z");
    ada.resends().await.data();
    let sent = about_the_school(&portal, "2026-03-18T12:00:00Z").await;
    assert_eq!(days(&sent, Kind::AgreementReminder), ["17 Mar 10:00"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_signature_ends_the_reminders() {
    let portal = Portal::start().await;
    let ada = applies_at(&portal, "2026-03-03T10:00:30Z").await;
    about_the_school(&portal, "2026-03-11T12:00:00Z").await;
    // The reminder's link signs as well as the first one's.
    let reminder = portal
        .mailbox()
        .letter_about(Programme::HEADTEACHER, "Reminder")
        .await;
    let page = portal.follow(&reminder.link()).await;
    page.signs("Helen Headteacher", &ada.mentor).await;
    let sent = about_the_school(&portal, "2026-04-14T12:00:00Z").await;
    assert_eq!(sent.len(), 1, "{sent:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_nominated_mentor_has_days_of_their_own() {
    let portal = Portal::start().await;
    portal.wait_until("2026-04-20T09:00:30Z");
    portal.ready_applicant("Ada").await;
    let kinds = [Kind::MentorInvitationReminder, Kind::MentorUnanswered];
    let sent = letters_of_days(&portal, "2026-05-22T12:00:00Z", &kinds).await;
    assert_eq!(
        days(&sent, Kind::MentorInvitationReminder),
        ["27 Apr 10:00", "4 May 10:00", "18 May 10:00"]
    );
    assert_eq!(
        days(&sent, Kind::MentorUnanswered),
        ["29 Apr 10:00", "6 May 10:00", "20 May 10:00"]
    );
    assert_decent(&sent);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_offer_is_reminded_of_once_and_then_runs_out() {
    let portal = Portal::start().await;
    portal.wait_until("2026-04-20T09:00:30Z");
    let ada = portal.offered_applicant("Ada").await;
    // Kept until Monday 4 May: four days before that is a Thursday.
    let kinds = [Kind::PlaceOfferReminder, Kind::ApplicationEnded];
    let sent = letters_of_days(&portal, "2026-05-06T12:00:00Z", &kinds).await;
    assert_eq!(days(&sent, Kind::PlaceOfferReminder), ["30 Apr 07:00"]);
    // Not at midnight: what nobody asked for waits for the morning.
    assert_eq!(days(&sent, Kind::ApplicationEnded), ["5 May 07:00"]);
    let ended = portal.mailbox().letter_about(&ada.email, "no longer").await;
    assert!(
        ended.text().contains("was kept until Monday 4 May 2026"),
        "{}",
        ended.text()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_has_no_place_when_the_cohort_begins_is_over() {
    let portal = Portal::start().await;
    let ada = applies_at(&portal, "2026-08-28T10:00:30Z").await;
    let kinds = [Kind::ApplicationEnded, Kind::AgreementNoLongerNeeded];
    let sent = letters_of_days(&portal, "2026-09-02T12:00:00Z", &kinds).await;
    assert_eq!(days(&sent, Kind::ApplicationEnded).len(), 1, "{sent:?}");
    assert_eq!(
        days(&sent, Kind::AgreementNoLongerNeeded).len(),
        1,
        "{sent:?}"
    );
    let ended = portal.mailbox().letter_about(&ada.email, "closed").await;
    let text = ended.text();
    assert!(text.contains("began on Tuesday 1 September 2026"), "{text}");
}
