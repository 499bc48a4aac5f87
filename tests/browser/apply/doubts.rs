//! Ada has her application open twice, names the wrong person, and thinks better of it all.

use serde_json::json;
use tests::{Applicant, Browser, Portal};

use super::answers::goes_on;

const SAVE: &str =
    "mutation($input: SaveApplicationInput!) { saveApplication(input: $input) { version } }";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_applicant_has_second_thoughts() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    let browser = portal.browser().await;
    browser
        .signs_in(&portal, &ada.email, "Your applications")
        .await;
    two_windows(&ada, &browser).await;
    asks_somebody_else(&ada, &browser).await;
    withdraws(&browser).await;
    portal.post_letters().await;
}

fn page_of(ada: &Applicant) -> String {
    format!("/applications/{}", ada.application_id)
}

async fn two_windows(ada: &Applicant, browser: &Browser) {
    let status = format!("{}/status", page_of(ada));
    browser.goes(&status, "Your teacher status").await;
    browser.clicks("Early years teacher status").await;
    elsewhere(ada, "QTS").await;
    goes_on(browser).await;
    browser
        .sees("These answers were changed somewhere else")
        .await;
    browser.looks_right("question-conflict").await;
    browser.clicks("Use the other answers").await;
    assert_eq!(
        browser.counts("input[value=Qts]:checked").await,
        1,
        "the other answer is not there"
    );

    browser.clicks("Early years teacher status").await;
    elsewhere(ada, "QTLS").await;
    goes_on(browser).await;
    browser
        .sees("These answers were changed somewhere else")
        .await;
    browser.clicks("Keep what I typed").await;
    browser.arrives_at("Your role").await;
    browser.goes(&status, "Your teacher status").await;
    assert_eq!(browser.counts("input[value=Eyts]:checked").await, 1);

    // What was answered on another page is no conflict on this one.
    let identity = format!("{}/identity", page_of(ada));
    browser.goes(&identity, "How we reach you").await;
    elsewhere(ada, "QTS").await;
    browser.fills("phone", "0161 496 0000").await;
    goes_on(browser).await;
    browser.arrives_at("Your school").await;
}

/// The same application is saved in another window.
async fn elsewhere(ada: &Applicant, teacher_status: &str) {
    let version = ada.sees().await["version"].clone();
    let input = json!({
        "applicationId": ada.application_id, "version": version, "teacherStatus": teacher_status, "induction": "PASSED",
    });
    ada.query(SAVE, json!({ "input": input })).await;
}

async fn asks_somebody_else(ada: &Applicant, browser: &Browser) {
    ada.applies().await;
    let page = page_of(ada);
    browser.goes(&page, "Your application").await;
    browser
        .clicks("Ask somebody else, or correct the address")
        .await;
    browser
        .arrives_at("Ask somebody else, or correct the address")
        .await;
    browser.looks_right("ask-somebody-else").await;
    browser.fills("signatoryEmail", &ada.email).await;
    browser.fills("reason", "She is away").await;
    browser.clicks("Ask them to sign").await;
    browser.focus_is_on_the_summary().await;
    browser.looks_right("ask-somebody-else-mistakes").await;
    browser.fills("signatoryName", "Carl Chair").await;
    browser
        .fills("signatoryEmail", "chair@willowbank.test")
        .await;
    browser.clicks("Chair of governors").await;
    browser.clicks("Ask them to sign").await;
    browser.sees("We are writing to Carl Chair.").await;
    browser.sees("Carl Chair has to sign").await;
    browser
        .goes(&format!("{page}/status"), "This cannot be done now")
        .await;
    browser.looks_right("application-not-now").await;
    browser.goes(&page, "Your application").await;
}

async fn withdraws(browser: &Browser) {
    browser.clicks("Withdraw the application").await;
    browser.arrives_at("Withdraw your application?").await;
    browser.clicks("Withdraw it").await;
    browser.focus_is_on_the_summary().await;
    browser.looks_right("withdraw").await;
    browser.clicks("It is too far away").await;
    browser.fills("reason", "No train goes there").await;
    browser.clicks("Withdraw it").await;
    browser.reads_heading("Your application").await;
    browser.sees("You withdrew this application").await;
    browser.sees("Too far away: No train goes there").await;
    browser.looks_right("application-withdrawn").await;
    browser.goes("/applications", "Your applications").await;
    browser.sees("Withdrawn").await;
}
