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
