//! Signing in by letter, and everything that must not get anybody in.

use chrono::Duration;
use serde_json::json;
use tests::{Portal, Visitor};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_signs_in_once_in_the_browser_that_asked() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let (mine, other) = (portal.anonymous(), portal.anonymous());
    let code = code(&portal, &mine, &ada.email).await;
    other.types_code(&code).await.error("WRONG_STATE");
    let spaced = format!(" {} {} ", &code[..3], &code[3..]);
    mine.types_code(&spaced).await.data();
    assert_eq!(mine.is_signed_in_as().await.as_deref(), Some("Ada"));
    assert_eq!(other.is_signed_in_as().await, None);
    mine.types_code(&code).await.error("WRONG_STATE");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_wrong_codes_void_the_letter() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let browser = portal.anonymous();
    let right = code(&portal, &browser, &ada.email).await;
    let wrong = if right == "000000" {
        "000001"
    } else {
        "000000"
    };
    for left in [
        "4 more tries",
        "3 more tries",
        "2 more tries",
        "one more try",
        "Ask for a new one",
    ] {
        let refused = browser.types_code(wrong).await.error("INVALID_INPUT");
        assert_eq!(refused["extensions"]["fields"][0]["name"], "code");
        assert!(
            refused["message"]
                .as_str()
                .is_some_and(|told| told.contains(left)),
            "{left}: {refused}"
        );
    }
    browser.types_code(&right).await.error("WRONG_STATE");
    assert_eq!(browser.is_signed_in_as().await, None);
    let next = code(&portal, &browser, &ada.email).await;
    browser.types_code(&next).await.data();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_lasts_a_quarter_of_an_hour() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let browser = portal.anonymous();
    let late = code(&portal, &browser, &ada.email).await;
    portal.wait(Duration::minutes(15));
    browser.types_code(&late).await.error("WRONG_STATE");
    browser.asks_for_a_code(&ada.email).await.data();
    portal.wait(Duration::minutes(16));
    let before = portal.mailbox().count();
    portal.post_letters().await;
    assert_eq!(
        portal.mailbox().count(),
        before,
        "a letter with a code that is over is none"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_newest_code_counts() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let browser = portal.anonymous();
    let first = code(&portal, &browser, &ada.email).await;
    let second = code(&portal, &browser, &ada.email).await;
    if first != second {
        browser.types_code(&first).await.error("INVALID_INPUT");
    }
    browser.types_code(&second).await.data();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unknown_address_gets_the_same_answer_and_a_letter_that_explains() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let (known, unknown) = (portal.anonymous(), portal.anonymous());
    let to_known = known.asks_for_a_code(&ada.email).await.data();
    let to_unknown = unknown
        .asks_for_a_code("nobody@elsewhere.test")
        .await
        .data();
    assert_eq!(to_known["requestSignIn"]["email"], ada.email);
    assert_eq!(
        to_unknown["requestSignIn"]["email"],
        "nobody@elsewhere.test"
    );
    assert!(to_unknown["requestSignIn"]["expiresAt"].is_string());
    portal.post_letters().await;
    let letter = portal.mailbox().letter_to("nobody@elsewhere.test").await;
    assert!(letter.subject().contains("does not know this address"));
    assert_eq!(letter.find_code(), None);
    unknown.types_code("123456").await.error("INVALID_INPUT");
    unknown
        .asks_for_a_code("not an address")
        .await
        .error("INVALID_INPUT");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_address_gets_five_letters_in_a_quarter_of_an_hour() {
    let portal = Portal::start().await;
    for address in ["ada@willowbank.test", "nobody@elsewhere.test"] {
        for _ in 0..5 {
            portal.anonymous().asks_for_a_code(address).await.data();
        }
        portal
            .anonymous()
            .asks_for_a_code(address)
            .await
            .error("TOO_MANY");
    }
    portal.wait(Duration::minutes(16));
    portal
        .anonymous()
        .asks_for_a_code("ada@willowbank.test")
        .await
        .data();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_network_guesses_sixty_times_a_minute_at_most() {
    let portal = Portal::start().await;
    let browser = portal.anonymous();
    let mut refused = 0;
    for guess in 0..80 {
        let answer = browser.types_code(&format!("{guess:06}")).await;
        refused += usize::from(answer.code() == Some("TOO_MANY"));
    }
    assert!((10..=20).contains(&refused), "{refused} of 80 were refused");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_is_shown_before_it_signs_in_and_works_once() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    portal.anonymous().asks_for_a_code(&ada.email).await.data();
    portal.post_letters().await;
    let letter = portal.mailbox().letter_to(&ada.email).await;
    let link = letter
        .links()
        .into_iter()
        .find(|link| link.contains("/sign-in/"))
        .expect("a link");
    let (_, token) = link.rsplit_once('/').expect("a token");

    let elsewhere = portal.anonymous();
    let before = portal.dump().await;
    for _ in 0..3 {
        let told = elsewhere.looks_at_sign_in_link(token).await.data();
        assert_eq!(told["signInLink"]["email"], ada.email);
    }
    assert_eq!(portal.dump().await, before, "looking changes nothing");
    elsewhere.confirms_sign_in_link(token).await.data();
    assert_eq!(elsewhere.is_signed_in_as().await.as_deref(), Some("Ada"));
    portal
        .anonymous()
        .confirms_sign_in_link(token)
        .await
        .error("WRONG_STATE");
    portal
        .anonymous()
        .looks_at_sign_in_link(token)
        .await
        .error("WRONG_STATE");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn signing_out_everywhere_ends_every_session() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let ben = portal.participant("Ben").await;
    let (laptop, phone) = (
        portal.sign_in(&ada.email).await,
        portal.sign_in(&ada.email).await,
    );
    laptop.query("mutation { signOut }", json!({})).await;
    assert_eq!(laptop.is_signed_in_as().await, None);
    assert_eq!(phone.is_signed_in_as().await.as_deref(), Some("Ada"));
    phone
        .query("mutation { signOutEverywhere }", json!({}))
        .await;
    assert_eq!(phone.is_signed_in_as().await, None);
    assert_eq!(ada.is_signed_in_as().await, None);
    assert_eq!(ben.is_signed_in_as().await.as_deref(), Some("Ben"));
    phone
        .ask("mutation { signOutEverywhere }", json!({}))
        .await
        .error("UNAUTHENTICATED");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_session_can_be_ended_from_another_and_all_end_after_thirty_days() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let ben = portal.participant("Ben").await;
    let phone = portal.sign_in(&ada.email).await;
    let told = ada
        .query("{ me { sessions { id current } } }", json!({}))
        .await;
    let sessions = told["me"]["sessions"].as_array().expect("sessions");
    assert_eq!(sessions.len(), 2);
    let other = sessions
        .iter()
        .find(|session| session["current"] == false)
        .expect("the phone's");
    let end = "mutation($id: ID!) { endSession(id: $id) }";
    ben.expect_error("NOT_FOUND", end, json!({ "id": other["id"] }))
        .await;
    ada.query(end, json!({ "id": other["id"] })).await;
    assert_eq!(phone.is_signed_in_as().await, None);
    portal.wait(Duration::days(30));
    assert_eq!(ada.is_signed_in_as().await, None);
}

async fn code(portal: &Portal, browser: &Visitor, email: &str) -> String {
    browser.asks_for_a_code(email).await.data();
    portal.post_letters().await;
    portal.mailbox().letter_about(email, "code").await.code()
}
