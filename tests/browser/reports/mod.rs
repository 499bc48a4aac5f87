//! Amina and Tom look into reports and take rows away with them; Ada is told that they are not for her.

mod narrow;
mod take;

use chrono::Duration;
use serde_json::json;
use tests::{Enrolling, Portal, Programme};

use crate::tutor::somebody_elses_group;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_administrator_narrows_a_report_and_takes_it_along() {
    let portal = Portal::start().await;
    busy(&portal).await;
    let amina = portal.browser().await;
    amina
        .signs_in(&portal, Programme::ADMINISTRATOR, "Overview")
        .await;
    amina.clicks("Reports").await;
    amina.arrives_at("Reports").await;
    amina.sees("Half came within").await;
    amina.looks_right("reports").await;
    amina
        .clicks_at("section[aria-label^='How soon'] summary")
        .await;
    amina.sees("28 days or more").await;
    for report in server::report::all() {
        amina
            .goes(&format!("/reports/{}", report.name), report.title)
            .await;
        amina
            .until("rows", "!!document.querySelector('#results')", json!([]))
            .await;
        amina.looks_right(&format!("report-{}", report.name)).await;
    }
    narrow::turns_and_sorts(&amina).await;
    narrow::narrows_by_keyboard(&amina).await;
    narrow::says_what_is_wrong(&amina).await;
    take::takes_files(&amina).await;
    take::copies_graphql(&portal, &amina).await;
}

/// Ada, Ben and, in somebody else's group, Cleo.
async fn busy(portal: &Portal) {
    let ada = portal.participant("Ada").await;
    portal.participant("Ben").await;
    let group_id = somebody_elses_group(portal).await;
    let cleo = Enrolling {
        group_id,
        ..portal.enrolling("Cleo")
    };
    let cleo = portal.enrol(cleo).await;
    for who in [&ada, &cleo] {
        who.asks_approval_of("policy_review").await;
    }
    let link = portal.link_to(&ada.mentor.email).await;
    portal.wait(Duration::hours(30));
    portal.follow(&link).await.approves("Grace Mentor").await;
    ada.asks_approval_of("data_review").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tutor_reads_of_the_own_groups_and_a_participant_of_none() {
    let portal = Portal::start().await;
    busy(&portal).await;
    let tom = portal.browser().await;
    tom.signs_in(&portal, Programme::TUTOR, "Your participants")
        .await;
    tom.clicks("Reports").await;
    tom.arrives_at("Reports").await;
    assert!(tom.has("Statutory risk").await && !tom.has("Mail health").await);
    tom.looks_right("reports-tutor").await;
    tom.goes_plainly("/graphiql").await;
    tom.sees("Variables").await;
    tom.goes("/reports/mailHealth", "Page not found").await;
    tom.goes("/reports/participants", "Participants").await;
    tom.sees("2 rows").await;
    assert_eq!(tom.first_column().await, ["Ada", "Ben"]);
    let (_, csv) = tom.saves("#download-csv").await;
    let csv = String::from_utf8(csv).expect("a text");
    assert!(csv.contains("Ada") && !csv.contains("Cleo"), "{csv}");
    tom.goes("/reports/mentorEngagement?email=grace", "Mentor engagement")
        .await;
    tom.sees("You cannot filter by “E-mail”.").await;

    let ada = portal.browser().await;
    ada.signs_in(&portal, "ada@willowbank.test", "Your award")
        .await;
    assert!(!ada.has("Reports").await);
    for path in ["/reports", "/reports/tasks"] {
        ada.goes(
            path,
            "Reports are for tutors, delivery partners and administrators",
        )
        .await;
        ada.looks_right("reports-participant").await;
    }
    ada.goes_plainly("/graphiql").await;
    ada.sees("There is nothing at this address.").await;
}
