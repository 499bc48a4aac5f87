//! Ada writes in more than one place, and is signed out in one of them: nothing that she wrote is lost.

use serde_json::json;
use tests::{Browser, Participant, Portal};

use crate::words::{ACCOUNT, REFLECTION};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_when_the_session_ends_or_two_windows_write() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let browser = portal.browser().await;
    browser.signs_in(&portal, &ada.email, "Your award").await;
    is_signed_out_while_writing(&portal, &ada, &browser).await;
    writes_in_two_windows(&ada, &browser).await;
}

async fn is_signed_out_while_writing(portal: &Portal, ada: &Participant, browser: &Browser) {
    let title = ada.title("policy_review");
    browser
        .goes(&format!("/tasks/{}", ada.task("policy_review")), title)
        .await;
    browser.fills("account", ACCOUNT).await;
    browser.sees("Saved at").await;
    let elsewhere = portal.sign_in(&ada.email).await;
    elsewhere
        .query("mutation { signOutEverywhere }", json!({}))
        .await;

    browser.fills("reflection", "Half a sentence, and").await;
    browser.types(" the other half.").await;
    browser.reads_heading("Sign in").await;
    browser.sees("your session ended").await;
    browser.looks_right("session-over").await;

    browser.fills("email", &ada.email).await;
    browser.clicks("Continue").await;
    browser.arrives_at("Check your e-mail").await;
    portal.post_letters().await;
    let code = portal.mailbox().letter_to(&ada.email).await.code();
    browser.fills("code", &code).await;
    browser.clicks_at("form button[type=submit]").await;
    browser.arrives_at(title).await;
    assert_eq!(browser.value_of("account").await, ACCOUNT);
    assert_eq!(
        browser.value_of("reflection").await,
        "Half a sentence, and the other half."
    );
    browser.sees("Saved at").await;
    let ada = ada.in_browser(portal.sign_in(&ada.email).await);
    assert_eq!(
        ada.sees(ada.task("policy_review"))
            .await
            .text("/reflection"),
        "Half a sentence, and the other half."
    );
}

async fn writes_in_two_windows(ada: &Participant, browser: &Browser) {
    let (title, path) = (
        ada.title("data_review"),
        format!("/tasks/{}", ada.task("data_review")),
    );
    let session = browser.session();
    browser.goes(&path, title).await;
    let first = session.window().await.expect("a window");
    let second = session.new_tab().await.expect("a tab");
    session
        .switch_to_window(second.clone())
        .await
        .expect("a tab");
    browser.goes(&path, title).await;

    session.switch_to_window(first).await.expect("a tab");
    browser
        .fills("account", "Written in the first window.")
        .await;
    browser.sees("Saved at").await;

    session.switch_to_window(second).await.expect("a tab");
    browser
        .fills("account", "Written in the second window.")
        .await;
    browser.sees("This task was changed somewhere else").await;
    browser.looks_right("conflict").await;
    browser.sees("Written in the first window.").await;
    assert_eq!(
        browser.value_of("account").await,
        "Written in the second window."
    );

    // Typing goes on and saves nothing over the other text without being asked.
    browser.fills("reflection", REFLECTION).await;
    browser.clicks("Keep my text").await;
    browser.sees("Saved at").await;
    browser.reloads().await;
    browser.reads_heading(title).await;
    assert_eq!(
        browser.value_of("account").await,
        "Written in the second window."
    );
    assert_eq!(browser.value_of("reflection").await, REFLECTION);
}
