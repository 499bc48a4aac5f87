//! A programme with something of everything, so that no report is empty.

use chrono::Duration;
use entity::enrolment;
use sea_orm::ActiveModelTrait as _;
use sea_orm::ActiveValue::{NotSet, Set, Unchanged};
use tests::{Applicant, Participant, Portal};

/// Every report, by the name that addresses have.
pub fn names() -> Vec<&'static str> {
    server::report::all()
        .iter()
        .map(|report| report.name)
        .collect()
}

/// Ada and Ben: approved, returned, waiting, begun and untouched tasks.
pub async fn busy(portal: &Portal) -> [Participant; 2] {
    let people = [
        portal.participant("Ada").await,
        portal.participant("Ben").await,
    ];
    for (who, appointed) in people.iter().zip(["2024-02-29", "2025-11-03"]) {
        appoint(portal, who, appointed).await;
        who.asks_approval_of("policy_review").await;
        let link = portal.link_to(&who.mentor.email).await;
        portal.wait(Duration::minutes(90));
        portal.follow(&link).await.approves("Grace Mentor").await;
        who.asks_approval_of("data_review").await;
        let page = portal.follow(&link).await;
        page.returns(who.title("data_review"), "More, please.")
            .await;
        who.asks_approval_of("provision_map").await;
        who.writes("pupil_profile").await;
    }
    portal.wait(Duration::days(1));
    portal.post_letters().await;
    people
}

/// Dora and Eli have applied: their schools are asked to sign.
pub async fn applied(portal: &Portal) -> [Applicant; 2] {
    let people = [
        portal.applicant("Dora").await,
        portal.applicant("Eli").await,
    ];
    for who in &people {
        who.applies().await;
    }
    people
}

/// Gives somebody a day on which they became SENCO.
pub async fn appoint(portal: &Portal, who: &Participant, day: &str) {
    set_days(portal, who, Some(day), None).await;
}

/// The day of somebody's appointment, and another last day of their programme.
pub async fn set_days(
    portal: &Portal,
    who: &Participant,
    appointed_on: Option<&str>,
    ends_on: Option<&str>,
) {
    let day = |text: &str| text.parse().expect("a day");
    let row = enrolment::ActiveModel {
        id: Unchanged(who.enrolment_id),
        appointed_on: Set(appointed_on.map(day)),
        ends_on: ends_on.map_or(NotSet, |text| Set(day(text))),
        ..Default::default()
    };
    row.update(&portal.app.db.write)
        .await
        .expect("an enrolment");
}
