//! Somebody whom nobody knows looks whether an award is for them.

use serde_json::json;
use tests::browser::Key;
use tests::{Browser, Portal, Programme};

/// All answers of a SENCO who began nothing, as the address keeps them.
const ANSWERS: &str = "begun=false&role=DESIGNATED&appointedOn=2025-09-01&serviceMonths=0&setting=MAINSTREAM\
    &teaches=true&teacherStatus=QTS&induction=PASSED&awardHeld=false";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stranger_checks_by_keyboard_whether_the_award_is_for_them() {
    let portal = Portal::start().await;
    for day in ["2026-09-07", "2027-04-12"] {
        Programme::opens_cohort(&portal.app, "npq_senco", day).await;
    }
    let dee = portal.browser().await;
    dee.goes("/", "Sign in").await;
    dee.tabs_to_and_enters("Check whether the award is for you")
        .await;
    dee.arrives_at("Which award is it about?").await;
    dee.looks_right("check").await;
    dee.tabs_to_and_enters("Continue").await;
    dee.focus_is_on_the_summary().await;
    dee.looks_right("check-mistake").await;
    dee.tabs_to_and_enters("Choose an answer").await;
    first_choice(&dee).await;

    dee.arrives_at("Are you your school’s SENCO?").await;
    dee.looks_right("check-role").await;
    dee.tabs_to("role").await;
    first_choice(&dee).await;
    dee.arrives_at("When did you become SENCO?").await;
    dee.looks_right("check-day").await;
    dee.tabs_to("appointedOn").await;
    for part in ["1", "9", "2025"] {
        dee.types(part).await;
        dee.presses(Key::Tab).await;
    }
    dee.presses(Key::Enter).await;
    dee.arrives_at("For how many months were you a SENCO before that?")
        .await;
    dee.tabs_to("serviceMonths").await;
    dee.types("none").await;
    dee.presses(Key::Enter).await;
    dee.focus_is_on_the_summary().await;
    dee.fills_by_keyboard("serviceMonths", "0").await;
    dee.presses(Key::Enter).await;
    for (question, name) in [
        ("Where do you work?", "setting"),
        ("Do you work as a teacher there?", "teaches"),
        ("Which teacher status do you have?", "teacherStatus"),
        ("Have you passed your induction as a teacher?", "induction"),
    ] {
        dee.arrives_at(question).await;
        dee.tabs_to(name).await;
        first_choice(&dee).await;
    }
    dee.arrives_at("Do you hold a national award for SENCOs already?")
        .await;

    goes_back_and_on_again(&dee).await;
    dee.tabs_to("awardHeld").await;
    dee.presses(Key::Down).await;
    dee.tabs_to_and_enters("Continue").await;
    dee.arrives_at("This award is for you").await;
    dee.sees("Latest safe start").await;
    for told in [
        "1 September 2028",
        "2 July 2028",
        "61 days before the last day",
        "Cohort of 2027-04-12",
        "The deadline would be missed.",
        "regulation 49",
    ] {
        dee.sees(told).await;
    }
    dee.looks_right("check-result").await;
}

/// The first of several, and on.
async fn first_choice(browser: &Browser) {
    browser.presses(Key::Space).await;
    browser.tabs_to_and_enters("Continue").await;
}

async fn goes_back_and_on_again(browser: &Browser) {
    browser.run("history.back()", json!([])).await;
    browser
        .arrives_at("Have you passed your induction as a teacher?")
        .await;
    assert_eq!(browser.counts("#induction:not(:checked)").await, 1);
    browser.tabs_to_and_enters("Back").await;
    browser
        .arrives_at("Which teacher status do you have?")
        .await;
    assert_eq!(browser.counts("#teacherStatus:checked").await, 1);
    browser.tabs_to_and_enters("Continue").await;
    browser
        .arrives_at("Have you passed your induction as a teacher?")
        .await;
    browser.tabs_to("induction").await;
    first_choice(browser).await;
    browser
        .arrives_at("Do you hold a national award for SENCOs already?")
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_closed_award_leads_to_the_one_that_took_its_place() {
    let portal = Portal::start().await;
    let dee = portal.browser().await;
    dee.goes(
        &format!("/check?award=nasenco&{ANSWERS}"),
        "This award takes no new starters",
    )
    .await;
    dee.looks_right("check-closed").await;
    dee.clicks("Check the NPQ for SENCOs").await;
    dee.arrives_at("This award is for you").await;
    dee.sees("No cohort is planned yet").await;
    dee.looks_right("check-no-cohort").await;
    dee.clicks_at("#appointedOn").await;
    dee.arrives_at("When did you become SENCO?").await;
    assert_eq!(dee.value_of("appointedOn").await, "1");

    let tomorrow = ANSWERS.replace("2025-09-01", "2026-03-04");
    dee.goes(
        &format!("/check?award=npq_senco&{tomorrow}"),
        "Some answers need another look",
    )
    .await;
    dee.sees("The appointment must be between 1960 and today.")
        .await;
    dee.looks_right("check-refused").await;
}
