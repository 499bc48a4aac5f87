//! Links in letters: who may hold one, how long it acts, and what becomes of old ones.

use chrono::Duration;
use reqwest::StatusCode;
use tests::Portal;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_works_on_whatever_device_it_is_opened() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    let link = portal.link_to(&ada.mentor.email).await;
    let (desk, phone) = (portal.follow(&link).await, portal.follow(&link).await);
    assert_eq!(desk.html(), phone.html());
    phone.approves("Grace Mentor").await;
    assert!(ada.sees(task).await.is_approved());
    assert!(
        desk.reload()
            .await
            .html()
            .contains("approved by Grace Mentor")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_expired_link_offers_a_new_one_once_a_day() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    let link = portal.link_to(&ada.mentor.email).await;
    let old = portal.follow(&link).await;
    portal.wait(Duration::days(20));
    assert_eq!(
        old.reload().await.asked().len(),
        1,
        "on the 20th day it works"
    );
    portal.wait(Duration::days(2));

    let expired = old.reload().await;
    assert_eq!(
        (expired.status, expired.heading().as_str()),
        (410, "This link has expired")
    );
    assert!(
        !expired.html().contains(&ada.mentor.email),
        "the address is masked"
    );
    old.approves("Grace Mentor").await;
    assert_eq!(
        portal.app.clock.now().date_naive().to_string(),
        "2026-03-25"
    );
    let ada = ada.in_browser(portal.sign_in(&ada.email).await);
    assert_eq!(
        ada.sees(task).await.state(),
        "SUBMITTED",
        "an expired link decides nothing"
    );

    let unticked = expired.posts_to("/renew", &[]).await;
    assert_eq!(unticked.status, 422);
    assert_eq!(
        portal.post_letters().await,
        0,
        "a scanner that presses the button gets nothing"
    );
    expired.asks_for_a_new_link().await;
    let again = expired.asks_for_a_new_link().await;
    assert!(
        again.html().contains("another one a day after that"),
        "{}",
        again.html()
    );
    portal.post_letters().await;
    assert_eq!(portal.mailbox().letters_to(&ada.mentor.email).len(), 2);
    expired.asks_for_a_new_link().await;
    assert_eq!(portal.post_letters().await, 0, "once a day");
    portal.wait(Duration::hours(25));
    expired.asks_for_a_new_link().await;
    portal.post_letters().await;
    assert_eq!(portal.mailbox().letters_to(&ada.mentor.email).len(), 3);

    let fresh = portal.mailbox().letter_to(&ada.mentor.email).await.link();
    portal.follow(&fresh).await.approves("Grace Mentor").await;
    assert!(ada.sees(task).await.is_approved());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_waits_moves_to_the_new_mentor_and_the_old_link_stops() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let office = portal.administrator().await;
    let task = ada.asks_approval_of("policy_review").await;
    let old = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    office
        .replaces_mentor(ada.enrolment_id, "Gil Mentor", "gil@willowbank.test")
        .await
        .data();

    old.approves("Grace Mentor").await;
    assert_eq!(ada.sees(task).await.state(), "SUBMITTED");
    assert_eq!(
        ada.sees(task).await.text("/approval/mentor/name"),
        "Gil Mentor"
    );
    let closed = old.reload().await;
    assert_eq!(
        (closed.status, closed.heading().as_str()),
        (410, "Another mentor has been named")
    );
    portal.post_letters().await;
    let told = portal
        .mailbox()
        .letter_about(&ada.mentor.email, "no longer asked")
        .await;
    assert_eq!(told.find_link(), None);

    let new = portal
        .follow(
            &portal
                .mailbox()
                .letter_to("gil@willowbank.test")
                .await
                .link(),
        )
        .await;
    new.approves("Gil Mentor").await;
    assert!(ada.sees(task).await.is_approved());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mentor_of_two_keeps_the_link_for_the_other() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let ben = portal.participant_beside("Ben", &ada).await;
    let office = portal.administrator().await;
    let adas = ada.asks_approval_of("policy_review").await;
    portal.post_letters().await;
    let bens = ben.asks_approval_of("policy_review").await;
    let link = portal.link_to(&ada.mentor.email).await;
    office
        .replaces_mentor(ada.enrolment_id, "Gil Mentor", "gil@willowbank.test")
        .await
        .data();
    let page = portal.follow(&link).await;
    assert!(
        !page.html().contains("Ada"),
        "she is no longer theirs: {}",
        page.html()
    );
    page.approves("Grace Mentor").await;
    assert!(ben.sees(bens).await.is_approved());
    assert_eq!(ada.sees(adas).await.state(), "SUBMITTED");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mentor_hears_of_a_withdrawal_only_after_being_asked() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    ada.withdraws(task).await.data();
    portal.post_letters().await;
    assert_eq!(
        portal.mailbox().count(),
        0,
        "nothing was asked, so there is nothing to tell"
    );

    ada.submits(task).await.data();
    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    ada.withdraws(task).await.data();
    portal.post_letters().await;
    let told = portal
        .mailbox()
        .letter_about(&ada.mentor.email, "took back")
        .await;
    assert_eq!(told.find_link(), None, "it asks for nothing");
    assert_eq!(page.reload().await.heading(), "The request was taken back");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_forged_link_opens_nothing() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    ada.asks_approval_of("policy_review").await;
    let link = portal.link_to(&ada.mentor.email).await;
    let (base, token) = link.rsplit_once('/').expect("a link");
    let before = portal.dump().await;
    for place in 0..token.len() {
        let mut forged: Vec<u8> = token.bytes().collect();
        forged[place] = if forged[place] == b'A' { b'B' } else { b'A' };
        let forged = String::from_utf8(forged).expect("a token");
        let page = portal.follow(&format!("{base}/{forged}")).await;
        assert_eq!(
            (page.status, page.heading().as_str()),
            (404, "We do not know this link"),
            "place {place}"
        );
    }
    for nonsense in ["x", "%00", "..%2f..", &token[1..], &format!("{token}A")] {
        let page = portal.follow(&format!("{base}/{nonsense}")).await;
        assert_eq!(page.status, 404, "{nonsense}");
        assert_eq!(page.disowns().await.status, 404, "{nonsense}");
    }
    let visitor = portal.anonymous();
    visitor
        .confirms_sign_in_link(token)
        .await
        .error("WRONG_STATE");
    portal.sign_in(&ada.email).await;
    assert_eq!(
        portal.dump().await.differing(&before),
        ["event", "event_unsealed", "session", "sign_in"],
        "only the signing in"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_links_page_leaves_no_trace_elsewhere() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    ada.asks_approval_of("policy_review").await;
    let link = portal.link_to(&ada.mentor.email).await;
    for address in [link.clone(), format!("{link}x"), format!("{link}/undo")] {
        let answer = portal
            .anonymous()
            .client()
            .get(&address)
            .send()
            .await
            .expect("an answer");
        let header = |name: &str| {
            answer
                .headers()
                .get(name)
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
        };
        assert_eq!(header("referrer-policy"), "no-referrer", "{address}");
        assert_eq!(header("cache-control"), "no-store", "{address}");
        assert!(
            header("content-security-policy").contains("default-src 'none'"),
            "{address}"
        );
        assert!(
            !header("content-security-policy").contains("script-src"),
            "{address}"
        );
        assert!(
            header("content-security-policy").contains("frame-ancestors 'none'"),
            "{address}"
        );
        assert!(answer.headers().get("set-cookie").is_none(), "{address}");
        assert_ne!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let html = answer.text().await.expect("a page");
        assert!(
            !html.contains("<script") && !html.contains(" on") || !html.contains("onclick"),
            "{html}"
        );
    }
}
