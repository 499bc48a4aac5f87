//! Changing one's mind after accepting a place.

use chrono::Duration;
use entity::letter::{self, Kind};
use entity::outcome;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use tests::{Applicant, Participant, Portal, Programme};

use super::states;

const PLACE: &str = "query($id: ID!) { enrolment(id: $id) {
    state mentor { id } tasks { id code state version }
} }";

async fn place(who: &Applicant) -> Value {
    let id = who.sees().await["enrolment"]["id"].take();
    who.query(PLACE, json!({ "id": id })).await["enrolment"].take()
}

async fn accepted(portal: &Portal) -> Applicant {
    let ada = portal.offered_applicant("Ada").await;
    let link = portal.link_to(&ada.mentor.email).await;
    portal.follow(&link).await.agrees("Grace Mentor").await;
    ada.accepts().await.data();
    ada
}

/// Writes a task and asks the mentor to approve it.
async fn hands_in(portal: &Portal, ada: &Applicant) {
    let place = place(ada).await;
    let tasks = place["tasks"].as_array().expect("tasks");
    let task = tasks.iter().find(|task| task["code"] == "policy_review");
    let task = task.expect("a task");
    let outcome =
        outcome::Entity::find().filter(outcome::Column::AwardId.eq(portal.programme.award_id));
    let outcome = outcome.one(&portal.app.db.read).await.expect("rows");
    let outcomes = [outcome.expect("an outcome").id];
    let save = "mutation($input: SaveTaskInput!) { saveTask(input: $input) { version } }";
    let input = json!({
        "taskId": task["id"], "version": task["version"], "account": Participant::ACCOUNT,
        "reflection": Participant::REFLECTION, "doneFrom": "2026-02-23", "doneTo": "2026-02-27", "outcomeIds": outcomes,
    });
    let version = ada.query(save, json!({ "input": input })).await["saveTask"]["version"].take();
    let submit = "mutation($input: SubmitTaskInput!) { submitTask(input: $input) { id } }";
    let input = json!({ "taskId": task["id"], "version": version });
    ada.query(submit, json!({ "input": input })).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn for_fourteen_days_a_place_is_given_up_with_all_that_hangs_on_it() {
    let portal = Portal::start().await;
    let ada = accepted(&portal).await;
    assert_eq!(ada.sees().await["changeUntil"], "2026-03-17");
    hands_in(&portal, &ada).await;
    portal.wait(Duration::days(14));
    portal.post_letters().await;
    let ada = ada.in_browser(portal.sign_in(&ada.email).await);
    ada.finds_it_too_far().await.data();
    let place = place(&ada).await;
    assert_eq!(place["state"], "WITHDRAWN");
    assert_eq!(place["mentor"], Value::Null);
    let waits = |task: &Value| task["state"] == "SUBMITTED";
    assert!(!place["tasks"].as_array().expect("tasks").iter().any(waits));
    portal.post_letters().await;
    let sent = [letter::State::Sent];
    assert_eq!(
        states(&portal, Kind::TaskApprovalRequestWithdrawn).await,
        sent
    );
    assert_eq!(states(&portal, Kind::AgreementNoLongerNeeded).await, sent);
    let again = ada.finds_it_too_far().await;
    assert_eq!(again.code(), Some("WRONG_STATE"), "{}", again.body);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_that_the_office_has_to_be_asked() {
    let portal = Portal::start().await;
    let ada = accepted(&portal).await;
    let january = Programme::opens_cohort(&portal.app, "nasenco", "2027-01-11").await;
    portal.wait(Duration::days(15));
    let ada = ada.in_browser(portal.sign_in(&ada.email).await);
    for refused in [ada.finds_it_too_far().await, ada.defers(january).await] {
        assert_eq!(refused.code(), Some("WRONG_STATE"), "{}", refused.body);
    }
    assert_eq!(place(&ada).await["state"], "PRE_START");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_place_that_was_accepted_is_put_off() {
    let portal = Portal::start().await;
    let ada = accepted(&portal).await;
    let january = Programme::opens_cohort(&portal.app, "nasenco", "2027-01-11").await;
    ada.defers(january).await.data();
    assert_eq!(place(&ada).await["state"], "WITHDRAWN");
    let later = ada.goes_on().await;
    let seen = later.sees().await;
    assert_eq!(seen["state"], "READY");
    assert_eq!(seen["enrolment"], Value::Null);
    assert_eq!(seen["invitation"]["state"], "ACCEPTED");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_gave_a_place_up_can_have_one_in_the_same_cohort_again() {
    let portal = Portal::start().await;
    let ada = accepted(&portal).await;
    let before = ada.sees().await["enrolment"]["id"].take();
    ada.finds_it_too_far().await.data();
    // The headteacher hears that nothing is needed any more, and then is asked again.
    portal.post_letters().await;
    let autumn = portal.autumn().await;
    let again = ada.begins_again(autumn.cohort_id).await;
    again.applies().await;
    portal.post_letters().await;
    let link = portal.link_to(Programme::HEADTEACHER).await;
    let page = portal.follow(&link).await;
    page.signs("Helen Headteacher", &again.mentor).await;
    let office = portal.administrator().await;
    let offered = office.offers_place(again.application_id, autumn.group_id);
    offered.await.data();
    again.accepts().await.data();
    let seen = again.sees().await;
    assert_eq!(seen["state"], "ENROLLED");
    assert_ne!(seen["enrolment"]["id"], before);
    assert_eq!(place(&again).await["state"], "PRE_START");
}

/// The law does not ask for the award of who has served as SENCO for long enough before: no clock runs, also not once they
/// have begun.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_clock_runs_for_whom_the_law_does_not_catch() {
    let portal = Portal::start().await;
    let office = portal.administrator().await;
    let group = portal.autumn().await.group_id;
    for (name, months, runs) in [("Ada", 0, true), ("Ben", 24, false)] {
        let who = portal.applicant(name).await;
        let mut answers = who.answers(&Applicant::headteacher(), who.version().await);
        answers["serviceMonths"] = json!(months);
        let save =
            "mutation($input: SaveApplicationInput!) { saveApplication(input: $input) { id } }";
        who.query(save, json!({ "input": answers })).await;
        who.hands_in().await.data();
        portal.post_letters().await;
        let link = portal.link_to(Programme::HEADTEACHER).await;
        let page = portal.follow(&link).await;
        page.signs("Helen Headteacher", &who.mentor).await;
        office.offers_place(who.application_id, group).await.data();
        who.accepts().await.data();
        let clock =
            "query($id: ID!) { enrolment(id: $id) { appointedOn clock { appointedOn deadline } } }";
        let id = who.sees().await["enrolment"]["id"].take();
        let told = who.query(clock, json!({ "id": id })).await;
        assert_eq!(told["enrolment"]["appointedOn"], "2024-01-08", "{name}");
        assert_eq!(
            told["enrolment"]["clock"]["deadline"].is_string(),
            runs,
            "{name}: {told}"
        );
        let listed = office
            .get("/reports/statutoryRisk.csv?columns=participant,deadline")
            .await;
        let listed = listed.text().await.expect("a file");
        let is_without = listed.lines().any(|line| line == format!("{name},"));
        assert_eq!(is_without, !runs, "{name}: {listed}");
    }
}
