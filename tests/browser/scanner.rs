//! A mail scanner that runs a real browser reads the mentor's mail first.

use serde_json::json;
use tests::{Browser, Portal};

/// Everything that can be pressed, in the order of the page.
const PRESS: &str = "a[href], button, label, input, summary";
/// Without the boxes and the radios: what a scanner sends that fills nothing in.
const BUTTONS: &str = "a[href], button, summary";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_scanner_that_presses_everything_decides_nothing() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    let second = ada.asks_approval_of("data_review").await;
    let link = portal.link_to(&ada.mentor.email).await;
    let before = portal.dump().await;

    let scanner = portal.browser().await;
    presses_one_after_the_other(&scanner, &link, PRESS).await;
    presses_all_on_one_page(&scanner, &link).await;
    sends_every_form(&scanner, &link).await;
    scanner.expects_complaint("mailto:").await;
    let after = portal.dump().await;
    assert_eq!(before.differing(&after), Vec::<&str>::new());

    let mentor = portal.plain_phone().await;
    mentor.follows(&link).await;
    mentor.reads_heading("2 tasks wait for your approval").await;
    for title in [ada.title("policy_review"), ada.title("data_review")] {
        let id = mentor.asked_about(title).await;
        mentor
            .clicks_at(&format!("label[for='decision-{id}']"))
            .await;
    }
    mentor.fills("name", "Grace Mentor").await;
    mentor.clicks_at("label[for=tick]").await;
    mentor.clicks("Send my decisions").await;
    mentor.sees("Recorded").await;
    assert!(ada.sees(task).await.is_approved() && ada.sees(second).await.is_approved());

    // The receipt and the fresh decisions have buttons too: they undo.
    portal.post_letters().await;
    let receipt = portal
        .mailbox()
        .letter_about(&ada.mentor.email, "receipt")
        .await
        .link();
    let before = portal.dump().await;
    for link in [&receipt, &link] {
        presses_one_after_the_other(&scanner, link, BUTTONS).await;
        sends_every_form(&scanner, link).await;
    }
    scanner.expects_complaint("mailto:").await;
    assert_eq!(before.differing(&portal.dump().await), Vec::<&str>::new());
    assert!(ada.sees(task).await.is_approved());
}

/// Opens the page anew for each thing that can be pressed, and presses it.
async fn presses_one_after_the_other(scanner: &Browser, link: &str, what: &str) {
    scanner.follows(link).await;
    let count = scanner.counts(what).await;
    assert!(count > 1, "nothing to press");
    for at in 0..count {
        scanner.follows(link).await;
        scanner
            .run(
                "document.querySelectorAll(arguments[0])[arguments[1]]?.click()",
                json!([what, at]),
            )
            .await;
    }
}

/// Ticks and chooses everything, then sends: only the name is missing.
async fn presses_all_on_one_page(scanner: &Browser, link: &str) {
    scanner.follows(link).await;
    scanner.run("document.querySelectorAll('input[type=radio], input[type=checkbox]').forEach(one => one.click())", json!([])).await;
    scanner.clicks_at("form button[type=submit]").await;
    scanner.sees("Enter your full name").await;
}

async fn sends_every_form(scanner: &Browser, link: &str) {
    scanner.follows(link).await;
    for at in 0..scanner.counts("form").await {
        scanner.follows(link).await;
        scanner
            .run("document.forms[arguments[0]].submit()", json!([at]))
            .await;
        scanner
            .until("an answer", "document.readyState === 'complete'", json!([]))
            .await;
    }
}
