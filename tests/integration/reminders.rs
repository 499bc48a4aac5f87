//! Reminding mentors and telling participants, at the right days and at decent hours.

use chrono::{DateTime, Datelike as _, NaiveTime, Timelike as _, Utc, Weekday};
use chrono_tz::Europe::London;
use entity::letter::{self, Kind};
use sea_orm::{EntityTrait as _, QueryOrder as _};
use server::clock::{london_day, london_moment};
use tests::{Participant, Portal};

/// Asks at this moment. The session is a new one, since months may have passed.
async fn asks_at(portal: &Portal, moment: &str) -> Participant {
    let ada = portal.participant("Ada").await;
    portal.wait_until(moment);
    let ada = ada.in_browser(portal.sign_in(&ada.email).await);
    ada.asks_approval_of("policy_review").await;
    portal.post_letters().await;
    ada
}

/// Lets the days pass until then, as the portal would, looking at these hours: deep at night, and on either side of each
/// at which a letter may or must go. Answers what of these kinds went and when.
pub async fn letters_of_days(
    portal: &Portal,
    until: &str,
    kinds: &[Kind],
) -> Vec<(Kind, DateTime<Utc>)> {
    const HOURS: [u32; 9] = [2, 6, 7, 9, 10, 11, 18, 19, 23];
    let until: DateTime<Utc> = until.parse().expect("a moment");
    let days = london_day(portal.now()).iter_days();
    let looks = days.flat_map(|day| {
        HOURS
            .iter()
            .filter_map(move |hour| Some((day, NaiveTime::from_hms_opt(*hour, 0, 40)?)))
    });
    let begin = portal.now();
    let looks = looks.map(|(day, time)| london_moment(day, time));
    for look in looks
        .skip_while(|look| *look <= begin)
        .take_while(|look| *look <= until)
    {
        portal.clock().set(look);
        portal.rounds().await;
        portal.post_letters().await;
    }
    portal.clock().set(until);
    let letters = letter::Entity::find()
        .order_by_asc(letter::Column::Id)
        .all(&portal.app.db.read)
        .await;
    let sent = letters
        .expect("letters")
        .into_iter()
        .filter_map(|letter| Some((letter.kind, letter.sent_at?)));
    sent.filter(|(kind, _)| kinds.contains(kind)).collect()
}

async fn days_pass(portal: &Portal, until: &str) -> Vec<(Kind, DateTime<Utc>)> {
    let kinds = [Kind::TaskApprovalReminder, Kind::TaskApprovalUnanswered];
    letters_of_days(portal, until, &kinds).await
}

pub fn days(sent: &[(Kind, DateTime<Utc>)], wanted: Kind) -> Vec<String> {
    let of_kind = sent.iter().filter(|(kind, _)| *kind == wanted);
    of_kind
        .map(|(_, at)| at.with_timezone(&London).format("%-d %b %H:00").to_string())
        .collect()
}

pub fn assert_decent(sent: &[(Kind, DateTime<Utc>)]) {
    for (kind, at) in sent {
        let there = at.with_timezone(&London);
        assert!(
            (7..19).contains(&there.hour()) && there.weekday() != Weekday::Sun,
            "{kind:?} went on {there}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reminders_keep_their_hour_over_the_change_of_clocks() {
    let portal = Portal::start().await;
    asks_at(&portal, "2026-10-20T09:00:30Z").await;
    let sent = days_pass(&portal, "2026-11-27T12:00:00Z").await;
    // Asked at ten in London, in summer time; every letter goes at the first round after ten, in winter time.
    assert_eq!(
        days(&sent, Kind::TaskApprovalReminder),
        ["27 Oct 10:00", "3 Nov 10:00", "17 Nov 10:00"]
    );
    assert_eq!(
        days(&sent, Kind::TaskApprovalUnanswered),
        ["29 Oct 10:00", "5 Nov 10:00", "19 Nov 10:00"]
    );
    assert_decent(&sent);
    let subjects: Vec<_> = portal
        .mailbox()
        .letters_to("ada@willowbank.test")
        .iter()
        .map(mailbox::Letter::text)
        .collect();
    assert!(
        !subjects[0].contains("another mentor") && subjects[1].contains("another mentor"),
        "{subjects:#?}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_reminded_at_night_or_on_a_sunday() {
    let portal = Portal::start().await;
    // A Saturday, late in the evening.
    asks_at(&portal, "2026-10-31T23:15:00Z").await;
    let sent = days_pass(&portal, "2026-12-05T12:00:00Z").await;
    assert_eq!(
        days(&sent, Kind::TaskApprovalReminder),
        ["9 Nov 07:00", "16 Nov 07:00", "30 Nov 07:00"]
    );
    assert_decent(&sent);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn holidays_are_waited_out_and_what_piled_up_is_said_once() {
    let portal = Portal::start().await;
    asks_at(&portal, "2026-12-11T11:00:30Z").await;
    let sent = days_pass(&portal, "2027-01-12T12:00:00Z").await;
    assert_eq!(
        days(&sent, Kind::TaskApprovalReminder),
        ["18 Dec 11:00", "4 Jan 07:00", "8 Jan 11:00"]
    );
    assert_eq!(
        days(&sent, Kind::TaskApprovalUnanswered),
        ["4 Jan 07:00", "11 Jan 07:00"]
    );
    assert_decent(&sent);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_ends_the_reminders() {
    let portal = Portal::start().await;
    let ada = asks_at(&portal, "2026-10-05T09:00:30Z").await;
    days_pass(&portal, "2026-10-13T12:00:00Z").await;
    let reminder = portal
        .mailbox()
        .letter_about(&ada.mentor.email, "Reminder")
        .await;
    portal
        .follow(&reminder.link())
        .await
        .approves("Grace Mentor")
        .await;
    let sent = days_pass(&portal, "2026-11-10T12:00:00Z").await;
    assert_eq!(sent.len(), 1, "{sent:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_letter_reminds_of_all_that_waits() {
    let portal = Portal::start().await;
    let ada = asks_at(&portal, "2026-10-05T09:00:30Z").await;
    ada.asks_approval_of("data_review").await;
    portal.post_letters().await;
    let sent = days_pass(&portal, "2026-10-13T12:00:00Z").await;
    assert_eq!(days(&sent, Kind::TaskApprovalReminder).len(), 1, "{sent:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_mentor_has_their_own_days() {
    let portal = Portal::start().await;
    let ada = asks_at(&portal, "2026-10-05T09:00:30Z").await;
    days_pass(&portal, "2026-10-10T09:30:00Z").await;
    let office = portal.administrator().await;
    office
        .replaces_mentor(ada.enrolment_id, "Gil Mentor", "gil@willowbank.test")
        .await
        .data();
    let sent = days_pass(&portal, "2026-10-16T20:00:00Z").await;
    assert!(sent.is_empty(), "{sent:?}");
    let sent = days_pass(&portal, "2026-10-17T20:00:00Z").await;
    assert_eq!(days(&sent, Kind::TaskApprovalReminder), ["17 Oct 11:00"]);
}
