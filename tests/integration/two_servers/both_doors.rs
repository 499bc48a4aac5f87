//! Whoever is known at one server is known at the other, and nobody any longer than there.

use serde_json::json;
use server::access::TokenScope;
use tests::{Program, Programme};

const ME: &str = "{ me { person { name } sessions { id } } }";
const GROUPS: &str = "{ groups(first: 1) { totalCount } }";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sessions_and_keys_open_both_doors_and_none_when_they_are_over() {
    let Some(portal) = super::shared().await else {
        return;
    };
    let one = Program::start(&portal, &["serve", "--no-worker"]).await;
    let other = Program::start(&portal, &["serve", "--no-worker"]).await;

    // The code is asked for here and typed there.
    let browser = portal.anonymous();
    let here = browser.at(one.url());
    here.asks_for_a_code(Programme::ADMINISTRATOR).await.data();
    portal.post_letters().await;
    let letter = portal
        .mailbox()
        .letter_about(Programme::ADMINISTRATOR, "code")
        .await;
    browser
        .at(other.url())
        .types_code(&letter.code())
        .await
        .data();
    for server in [&one, &other] {
        let name = browser.at(server.url()).is_signed_in_as().await;
        assert_eq!(name.as_deref(), Some("Amina Administrator"));
    }

    let tool = portal.token(&[TokenScope::Reports]).await;
    for server in [&one, &other] {
        tool.at(server.url()).query(GROUPS, json!({})).await;
    }
    let office = browser.at(one.url());
    let tokens = office
        .query("{ apiTokens(first: 1) { nodes { id } } }", json!({}))
        .await;
    let id = &tokens["apiTokens"]["nodes"][0]["id"];
    let revoke = "mutation($id: ID!) { revokeApiToken(id: $id) { id } }";
    office.query(revoke, json!({ "id": id })).await;
    for server in [&one, &other] {
        let refused = tool.at(server.url()).ask(GROUPS, json!({})).await;
        assert_eq!(refused.code(), Some("UNAUTHENTICATED"), "{}", refused.body);
    }

    // A session is ended from another browser at the other server.
    let phone = portal.sign_in(Programme::ADMINISTRATOR).await;
    let sessions = phone.at(other.url()).query(ME, json!({})).await;
    let sessions = sessions["me"]["sessions"]
        .as_array()
        .expect("sessions")
        .clone();
    assert_eq!(sessions.len(), 2);
    let end = "mutation($id: ID!) { endSession(id: $id) }";
    let older = &sessions[1]["id"];
    let ended = phone.at(other.url()).ask(end, json!({ "id": older })).await;
    assert!(ended.is_ok(), "{}", ended.body);
    for server in [&one, &other] {
        assert_eq!(browser.at(server.url()).is_signed_in_as().await, None);
        assert!(phone.at(server.url()).is_signed_in_as().await.is_some());
    }
    phone
        .at(one.url())
        .query("mutation { signOut }", json!({}))
        .await;
    assert_eq!(phone.at(other.url()).is_signed_in_as().await, None);
}
