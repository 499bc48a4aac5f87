//! Every request pays for finding out who asks.

use serde_json::json;
use tests::{Portal, Programme, Visitor};

use super::{key, revoke};
use crate::statements::counting::Counting;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_statement_tells_who_asks() {
    let portal = Portal::start().await;
    let counting = Counting::at(&portal).await;
    let (secret, _) = key(&portal).await;
    let tool = Visitor::with_key(&counting.door, &secret);
    let person = counting.sign_in(&portal, Programme::TUTOR).await;
    for visitor in [&tool, &person, &tool] {
        counting.heard();
        visitor.query("{ __typename }", json!({})).await;
        let heard = counting.heard();
        assert_eq!(heard.len(), 1, "{heard:#?}");
    }
    // Somebody with several roles, and somebody with none, are known by one statement too.
    let told = person
        .query("{ me { person { name roles } } }", json!({}))
        .await;
    assert_eq!(told["me"]["person"]["roles"], json!(["TUTOR"]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_revoked_key_opens_nothing_from_the_next_request_on() {
    let portal = Portal::start().await;
    let (secret, id) = key(&portal).await;
    let tool = Visitor::with_key(portal.url(), &secret);
    tool.query("{ awards { id } }", json!({})).await;
    revoke(&portal, id).await;
    let told = tool.ask("{ awards { id } }", json!({})).await;
    assert_eq!(told.status, 401);
    assert_eq!(told.code(), Some("UNAUTHENTICATED"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_ends_with_its_last_day() {
    let portal = Portal::start().await;
    let (secret, _) = key(&portal).await;
    let tool = Visitor::with_key(portal.url(), &secret);
    portal.wait(chrono::Duration::days(364));
    tool.query("{ awards { id } }", json!({})).await;
    portal.wait(chrono::Duration::days(1));
    tool.expect_error("UNAUTHENTICATED", "{ awards { id } }", json!({}))
        .await;
}
