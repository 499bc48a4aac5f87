//! Tom, who tutors a group and may change nothing of what its participants wrote.

use serde_json::json;
use tests::{Enrolling, Portal, Programme};
use uuid::Uuid;

const ADD_GROUP: &str = "mutation($cohort: ID!) {
    addGroup(input: { cohortId: $cohort, name: \"Southfield\", place: \"Southfield\", mode: FACE_TO_FACE }) { id }
}";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tutor_reads_about_the_own_group_and_changes_nothing() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let ben = portal.participant("Ben").await;
    let task = ada.asks_approval_of("policy_review").await;
    ada.writes("data_review").await;
    let group_id = somebody_elses_group(&portal).await;
    let cleo = portal
        .enrol(Enrolling {
            group_id,
            ..portal.enrolling("Cleo")
        })
        .await;

    let tom = portal.browser().await;
    tom.signs_in(&portal, Programme::TUTOR, "Your participants")
        .await;
    tom.sees("2 participants").await;
    tom.looks_right("tutor-participants").await;
    tom.fills("search", "ben").await;
    tom.clicks("Search").await;
    tom.sees("1 participant").await;
    assert!(tom.has("Ben").await && !tom.has("Ada").await);
    tom.fills("search", "").await;
    tom.clicks("Search").await;
    tom.sees("2 participants").await;
    assert_eq!(tom.first_column().await, ["Ada", "Ben"]);
    tom.clicks_at(".portal-sort").await;
    tom.until_sorted("ascending", "Participant").await;
    tom.clicks_at(".portal-sort").await;
    tom.until_sorted("descending", "Participant").await;
    assert_eq!(tom.first_column().await, ["Ben", "Ada"]);

    tom.clicks("Ada").await;
    tom.arrives_at("Ada").await;
    tom.sees("Grace Mentor").await;
    tom.looks_right("tutor-participant").await;
    assert!(
        tom.counts(".portal-matrix tbody tr").await > 5,
        "no outcome matrix"
    );
    assert_eq!(
        tom.counts("main a.govuk-button, main form").await,
        0,
        "a tutor has nothing to press there"
    );

    tom.clicks(ada.title("policy_review")).await;
    tom.arrives_at(ada.title("policy_review")).await;
    tom.looks_right("tutor-task").await;
    let to_press = "main textarea, main input, main button, main a.govuk-button";
    assert_eq!(
        tom.counts(to_press).await,
        0,
        "a tutor may change nothing in it"
    );
    for below in ["check", "withdraw", "reopen", "waive"] {
        tom.follows(&format!("{}/tasks/{task}/{below}", portal.url()))
            .await;
        tom.until("a heading", "!!document.querySelector('h1')", json!([]))
            .await;
        tom.looks_right(&format!("tutor-{below}")).await;
    }

    tom.goes("/approvals", "Approvals").await;
    tom.sees("1 request").await;
    tom.looks_right("tutor-approvals").await;
    tom.goes(
        &format!("/participants/{}", cleo.enrolment_id),
        "Page not found",
    )
    .await;
    tom.goes(&format!("/participants/{}", ben.enrolment_id), "Ben")
        .await;
    tom.sees("Nothing waits.").await;
}

pub async fn somebody_elses_group(portal: &Portal) -> Uuid {
    let office = portal.administrator().await;
    let cohort = json!({ "cohort": portal.programme.cohort_id });
    let added = office.query(ADD_GROUP, cohort).await;
    added["addGroup"]["id"]
        .as_str()
        .and_then(|id| id.parse().ok())
        .expect("an id")
}
