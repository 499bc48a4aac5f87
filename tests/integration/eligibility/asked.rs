//! Eligibility as anybody can ask for it.

use serde_json::{Value, json};
use tests::{Portal, Programme, Visitor};

const DOCUMENT: &str = "query($award: String!, $told: CircumstancesInput!) { eligibility(award: $award, circumstances: $told) { \
    code verdict title explanation nextStep source route needsAnalysis successor { code } \
    clock { startsOn deadline forecastAwardOn slackDays colour latestSafeStart } \
    starts { daysLater missesDeadline clock { startsOn colour } } } }";

fn senco(appointed_on: &str) -> Value {
    json!({ "teacherStatus": "QTS", "induction": "PASSED", "role": "DESIGNATED", "appointedOn": appointed_on,
        "serviceMonths": 0, "teaches": true, "setting": "MAINSTREAM", "awardHeld": false })
}

async fn asked(by: &Visitor, award: &str, told: Value) -> Value {
    let variables = json!({ "award": award, "told": told });
    by.query(DOCUMENT, variables).await["eligibility"].take()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stranger_hears_whether_and_by_when() {
    let portal = Portal::start().await;
    for day in ["2027-04-12", "2026-09-07", "2026-01-12"] {
        Programme::opens_cohort(&portal.app, "npq_senco", day).await;
    }
    let stranger = portal.anonymous();
    let told = asked(&stranger, "npq_senco", senco("2025-09-01")).await;
    assert_eq!(told["code"], "ELIGIBLE");
    assert_eq!(told["verdict"], "YES");
    assert_eq!(told["route"], "FULL");
    assert_eq!(told["needsAnalysis"], false);
    // Twenty months and eight weeks from 7 September 2026.
    let clock = json!({ "startsOn": "2026-09-07", "deadline": "2028-09-01", "forecastAwardOn": "2028-07-02",
        "slackDays": 61, "colour": "AMBER", "latestSafeStart": "2026-11-01" });
    assert_eq!(told["clock"], clock);
    let starts = json!([
        { "daysLater": 0, "missesDeadline": false, "clock": { "startsOn": "2026-09-07", "colour": "AMBER" } },
        { "daysLater": 219, "missesDeadline": true, "clock": { "startsOn": "2027-04-12", "colour": "RED" } },
    ]);
    assert_eq!(told["starts"], starts);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_closed_award_names_its_successor() {
    let portal = Portal::start().await;
    let told = asked(&portal.anonymous(), "nasenco", senco("2025-09-01")).await;
    assert_eq!(told["code"], "AWARD_CLOSED");
    assert_eq!(told["successor"]["code"], "npq_senco");
    assert_eq!(told["clock"], Value::Null);
    assert_eq!(told["starts"], json!([]));
    let mut began = senco("2025-09-01");
    began["beganOn"] = json!("2024-01-15");
    let told = asked(&portal.anonymous(), "nasenco", began).await;
    assert_eq!(told["code"], "ELIGIBLE");
    assert_eq!(told["clock"]["startsOn"], "2024-01-15");
    assert_eq!(told["clock"]["deadline"], "2027-08-31");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_cohort_it_is_reckoned_from_today() {
    let portal = Portal::start().await;
    let told = asked(&portal.anonymous(), "npq_senco", senco("2025-09-01")).await;
    assert_eq!(told["clock"]["startsOn"], "2026-03-03");
    assert_eq!(told["starts"], json!([]));
    let mut aspiring = senco("2025-09-01");
    aspiring["role"] = json!("ASPIRING");
    let told = asked(&portal.anonymous(), "npq_senco", aspiring).await;
    assert_eq!(told["code"], "ELIGIBLE_ASPIRING");
    assert_eq!(told["needsAnalysis"], true);
    assert_eq!(
        told["clock"]["deadline"],
        Value::Null,
        "the law does not ask yet"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_is_refused_by_name() {
    let portal = Portal::start().await;
    let stranger = portal.anonymous();
    let mut wrong = senco("2026-03-04");
    wrong["serviceMonths"] = json!(-1);
    let variables = json!({ "award": "npq_senco", "told": wrong });
    let error = stranger
        .expect_error("INVALID_INPUT", DOCUMENT, variables)
        .await;
    assert_eq!(error["extensions"]["fields"][0]["name"], "serviceMonths");
    let variables = json!({ "award": "npq_senco", "told": senco("2026-03-04") });
    let error = stranger
        .expect_error("INVALID_INPUT", DOCUMENT, variables)
        .await;
    assert_eq!(error["extensions"]["fields"][0]["name"], "appointedOn");
    let variables = json!({ "award": "latin", "told": senco("2025-09-01") });
    stranger
        .expect_error("NOT_FOUND", DOCUMENT, variables)
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stranger_asks_as_often_as_one_may_try_to_sign_in() {
    let portal = Portal::start().await;
    let variables = json!({ "award": "npq_senco", "told": senco("2025-09-01") });
    let document = "query($award: String!, $told: CircumstancesInput!) { eligibility(award: $award, circumstances: $told) { code } }";
    let stranger = portal.anonymous();
    let mut codes = Vec::new();
    for _ in 0..70 {
        let answer = stranger.ask(document, variables.clone()).await;
        codes.push(answer.code().map(str::to_owned));
    }
    assert_eq!(codes[0], None);
    assert_eq!(codes[69].as_deref(), Some("TOO_MANY"));
}
