//! Ada, who has no mouse, asks her mentor for approval.

use chrono::Duration;
use tests::browser::Key;
use tests::{Browser, Participant, Portal};

use crate::grace::answers;
use crate::words::{ACCOUNT, COMMENT, REFLECTION};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ada_asks_by_keyboard_and_grace_answers_without_scripts() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let browser = portal.browser().await;

    signs_in_by_code(&portal, &ada, &browser).await;
    writes(&ada, &browser).await;
    corrects_the_dates(&browser).await;
    submits_what_is_missing(&ada, &browser).await;
    looks_around(&ada, &browser).await;

    ada.asks_approval_of("data_review").await;
    answers(&portal, &ada).await;

    portal.wait(Duration::minutes(11));
    portal.post_letters().await;
    reads_the_comment_and_answers(&portal, &ada, &browser).await;
}

async fn signs_in_by_code(portal: &Portal, ada: &Participant, browser: &Browser) {
    browser.goes("/", "Sign in").await;
    browser.tabs_to("Skip to main content").await;
    browser.tabs_to_and_enters("Continue").await;
    browser.focus_is_on_the_summary().await;
    browser.looks_right("sign-in-mistake").await;
    browser.tabs_to("email").await;
    browser.types(&ada.email).await;
    browser.presses(Key::Enter).await;
    browser.arrives_at("Check your e-mail").await;
    browser.looks_right("sign-in-code").await;

    portal.post_letters().await;
    let code = portal.mailbox().letter_to(&ada.email).await.code();
    let wrong = if code == "111111" { "222222" } else { "111111" };
    browser.tabs_to("code").await;
    browser.types(wrong).await;
    browser.presses(Key::Enter).await;
    browser.focus_is_on_the_summary().await;
    browser.fills_by_keyboard("code", &code).await;
    browser.presses(Key::Enter).await;
    browser.arrives_at("Your award").await;
    browser.looks_right("home").await;
}

async fn writes(ada: &Participant, browser: &Browser) {
    let title = ada.title("policy_review");
    browser.tabs_to_and_enters("Start now").await;
    browser.arrives_at(title).await;
    browser.looks_right("task").await;
    assert!(
        browser.title().await.starts_with(title),
        "{}",
        browser.title().await
    );

    browser.tabs_to("account").await;
    browser.types(ACCOUNT).await;
    browser.sees("Saved at").await;
    assert_eq!(
        browser.counts("#saved[role=status]").await,
        1,
        "it is not announced"
    );

    browser.reloads().await;
    browser.reads_heading(title).await;
    assert_eq!(browser.value_of("account").await, ACCOUNT);
}

/// A day that is not in the calendar is found on the way out, and the complaint leads to it.
async fn corrects_the_dates(browser: &Browser) {
    browser.tabs_to("doneFrom").await;
    browser.types("31").await;
    browser.presses(Key::Tab).await;
    browser.types("2").await;
    browser.presses(Key::Tab).await;
    browser.types("2026").await;
    browser.presses(Key::Enter).await;
    browser.focus_is_on_the_summary().await;
    browser.looks_right("task-mistake").await;
    assert!(
        browser.title().await.starts_with("Error: "),
        "{}",
        browser.title().await
    );
    browser
        .tabs_to_and_enters("Enter a date that is in the calendar")
        .await;
    assert_eq!(browser.focused().await.id, "doneFrom");
    browser.clears().await;
    browser.types("24").await;
    browser
        .tabs_to_and_enters("Save and check your answers")
        .await;
    browser.arrives_at("Check your answers").await;
}

async fn submits_what_is_missing(ada: &Participant, browser: &Browser) {
    browser.looks_right("check").await;
    browser.tabs_to_and_enters("Send for approval").await;
    browser.focus_is_on_the_summary().await;
    browser.looks_right("check-mistake").await;
    browser
        .tabs_to_and_enters("Write what you learned from it.")
        .await;
    let change = browser.focused().await;
    assert_eq!(change.id, "reflection", "{change:?}");
    browser.presses(Key::Enter).await;
    browser.arrives_at(ada.title("policy_review")).await;

    browser.tabs_to("reflection").await;
    browser.types(REFLECTION).await;
    browser.tabs_to("doneTo").await;
    browser.types("27").await;
    browser.presses(Key::Tab).await;
    browser.types("2").await;
    browser.presses(Key::Tab).await;
    browser.types("2026").await;
    browser.tabs_to("outcomeIds").await;
    browser.presses(Key::Space).await;
    browser.presses(Key::Tab).await;
    browser.presses(Key::Space).await;
    browser
        .tabs_to_and_enters("Save and check your answers")
        .await;
    browser.arrives_at("Check your answers").await;
    for answer in [
        ACCOUNT,
        REFLECTION,
        "24 February 2026",
        "27 February 2026",
        "A1 Law and regulation",
    ] {
        browser.sees(answer).await;
    }
    browser.tabs_to_and_enters("Send for approval").await;
    browser.arrives_at("Sent to Grace Mentor").await;
    browser.looks_right("sent").await;
    browser.tabs_to_and_enters("See this task").await;
    browser.sees("Waiting for Grace Mentor since today").await;
    browser.looks_right("task-waiting").await;
}

async fn looks_around(ada: &Participant, browser: &Browser) {
    browser
        .tabs_to_and_enters("Withdraw it from the mentor")
        .await;
    browser.arrives_at("Withdraw").await;
    browser.looks_right("withdraw").await;
    browser.tabs_to_and_enters("Cancel").await;
    browser.arrives_at(ada.title("policy_review")).await;

    browser.goes("/", "Your award").await;
    browser.sees("Grace Mentor").await;
    browser.tabs_to_and_enters("Your tasks").await;
    browser.arrives_at("Your tasks").await;
    browser.looks_right("tasks").await;
    browser.fills_by_keyboard("search", "policy").await;
    browser.presses(Key::Enter).await;
    browser.sees("1 task").await;

    browser.goes("/account", "Your account").await;
    browser.looks_right("account").await;
    browser.goes("/nowhere", "Page not found").await;
    browser.looks_right("not-found").await;
}

async fn reads_the_comment_and_answers(portal: &Portal, ada: &Participant, browser: &Browser) {
    let news = portal.mailbox().letter_about(&ada.email, "returned").await;
    assert!(
        !news.text().contains(COMMENT),
        "comments stay in the portal"
    );
    browser.goes("/", "Your award").await;
    browser.looks_right("home-returned").await;
    browser.tabs_to_and_enters("Read the comment").await;
    browser.arrives_at(ada.title("policy_review")).await;
    browser.sees(COMMENT).await;
    browser.looks_right("task-returned").await;
    browser.tabs_to("account").await;
    let end = browser
        .session()
        .action_chain()
        .key_down(Key::Control)
        .send_keys(Key::End)
        .key_up(Key::Control);
    end.perform().await.expect("a keyboard");
    browser.types(" We propose three changes.").await;
    browser
        .tabs_to_and_enters("Save and check your answers")
        .await;
    browser.arrives_at("Check your answers").await;
    browser.sees("We propose three changes.").await;
    browser.tabs_to_and_enters("Send for approval").await;
    browser.arrives_at("Sent to Grace Mentor").await;

    browser
        .goes(
            &format!("/tasks/{}", ada.task("data_review")),
            ada.title("data_review"),
        )
        .await;
    browser.sees("Grace Mentor approved this").await;
    browser.looks_right("task-approved").await;
}
