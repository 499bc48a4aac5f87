//! What opens a door lies nowhere but in the letter that carries it.

use mailbox::Letter;
use serde_json::json;
use server::access::TokenScope;
use tests::{Portal, Programme, Visitor, log};

/// Everything that can be asked, in pieces that the limits allow.
const QUESTIONS: [&str; 9] = [
    "{ me { person { id name email roles } sessions { id ip userAgent } enrolments { id state } } }",
    "{ tasks(first: 20) { nodes { id title account reflection guidance timeline { kind actorName note } } } }",
    "{ tasks(first: 20) { nodes { id approval { id state comment signedName letter { state lastError } mentor { name email } } } } }",
    "{ approvals(first: 20) { nodes { id state comment signedName letter { state sentAt lastError } mentor { id name email post } } } }",
    "{ participants(first: 20) { nodes { id person { name email } school { name headName headEmail } mentor { name email } } } }",
    "{ events(first: 100) { nodes { id kind actorName note taskTitle } } }",
    "{ letters(first: 50) { nodes { id kind toName toEmail lastError messageId } } }",
    "{ letters(first: 50) { nodes { preview { subject text html } } } }",
    "{ apiTokens(first: 20) { nodes { id name scopes } } mentors(first: 20) { nodes { name email } } people(first: 20) { nodes { name email } } }",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_token_appears_anywhere_else() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let browser = portal.anonymous();
    browser.asks_for_a_code(&ada.email).await.data();
    portal.post_letters().await;
    let sign_in = portal.mailbox().letter_to(&ada.email).await;
    browser.types_code(&sign_in.code()).await.data();

    ada.asks_approval_of("policy_review").await;
    ada.asks_approval_of("data_review").await;
    let asking = letter_with_link(&portal, &ada.mentor.email, "").await;
    portal
        .follow(&asking.link())
        .await
        .approves("Grace Mentor")
        .await;
    let receipt = letter_with_link(&portal, &ada.mentor.email, "receipt").await;
    portal.wait_until("2026-03-03T16:30:00Z");
    let report = letter_with_link(&portal, Programme::HEADTEACHER, "").await;
    for letter in [&asking, &receipt, &report] {
        let page = portal.follow(&letter.link()).await;
        page.posts_to("/undo", &[]).await;
        portal.follow(&format!("{}/nothing", letter.link())).await;
    }
    let personal = [TokenScope::Reports, TokenScope::ReportsPersonal];
    let key = portal.token(&personal).await;
    let staff = [portal.tutor().await, portal.administrator().await];
    let visitors: [&Visitor; 5] = [&portal.anonymous(), &key, &ada, &staff[0], &staff[1]];

    let mut said = String::new();
    for visitor in visitors {
        for question in QUESTIONS {
            said.push_str(&visitor.ask(question, json!({})).await.body.to_string());
        }
    }
    assert!(said.contains("/l/"), "previews were among the answers");
    let (dump, log, letters) = (portal.dump().await, log(), portal.mailbox().letters());
    let link = sign_in
        .links()
        .into_iter()
        .find(|link| link.contains("/sign-in/"))
        .expect("a link");
    let canaries = [
        (&asking, asking.link()),
        (&receipt, receipt.link()),
        (&report, report.link()),
        (&sign_in, link),
    ];
    for (of, link) in canaries {
        let token = link.rsplit('/').next().expect("a token");
        assert!(token.len() > 40, "{token}");
        // The first half names the row; the second half is the key.
        for secret in [token, &token[token.len() - 21..]] {
            assert!(!said.contains(secret), "an answer tells {link}");
            assert_eq!(dump.find(secret), Vec::<(&str, &str)>::new(), "{link}");
            assert!(!log.contains(secret), "the log tells {link}");
            let others = letters.iter().filter(|letter| letter.number != of.number);
            let carriers: Vec<_> = others
                .filter(|letter| letter.text().contains(secret) || letter.html().contains(secret))
                .collect();
            assert!(carriers.is_empty(), "{carriers:?} carry {link}");
        }
    }
    assert_eq!(
        dump.find(&format!("'{}'", sign_in.code())),
        Vec::<(&str, &str)>::new(),
        "nor does a code"
    );
}

async fn letter_with_link(portal: &Portal, address: &str, about: &str) -> Letter {
    portal.post_letters().await;
    portal.mailbox().letter_about(address, about).await
}
