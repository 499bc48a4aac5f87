//! Amina looks after letters that did not arrive, gives a reporting tool its key, and asks her own questions.

use mailbox::{Fault, Refusal};
use serde_json::json;
use tests::{Browser, Participant, Portal, Programme, Visitor};

const REPORT: &str = "{ approvals(first: 10) { totalCount nodes { state task { title } } } }";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_administrator_looks_after_letters_and_keys() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let amina = portal.browser().await;
    sends_a_letter_once_more(&portal, &ada, &amina).await;
    gives_a_key_and_takes_it_away(&portal, &amina).await;
    asks_her_own_questions(&amina).await;
}

async fn sends_a_letter_once_more(portal: &Portal, ada: &Participant, amina: &Browser) {
    portal.mailbox().faults().add(
        Fault::RefuseRecipient(Refusal::NEVER)
            .once()
            .to(&ada.mentor.email),
    );
    ada.asks_approval_of("policy_review").await;
    portal.post_letters().await;

    amina
        .signs_in(portal, Programme::ADMINISTRATOR, "Overview")
        .await;
    amina.sees("1 letter that could not be delivered").await;
    amina.looks_right("overview-alarm").await;
    amina.clicks("1 letter that could not be delivered").await;
    amina.arrives_at("Letters").await;
    amina.sees("1 letter").await;
    amina.looks_right("letters-failed").await;
    amina.clicks("Approval asked for").await;
    amina.arrives_at("Approval asked for").await;
    amina.sees("What went wrong").await;
    amina.looks_right("letter-failed").await;
    previews_lead_nowhere(portal, amina).await;

    amina.clicks("Try again").await;
    amina.sees("The letter is on its way again.").await;
    assert!(portal.mailbox().faults().are_spent());
    portal.post_letters().await;
    amina.reloads().await;
    amina.sees("Sent").await;
    amina.looks_right("letter-sent").await;
    let link = portal.mailbox().letter_to(&ada.mentor.email).await.link();
    let token = link.rsplit('/').next().expect("a token");
    assert!(
        !amina
            .run("return document.documentElement.outerHTML", json!([]))
            .await
            .to_string()
            .contains(token)
    );
}

/// The office reads what a mentor gets, and cannot act in the mentor's place.
async fn previews_lead_nowhere(portal: &Portal, amina: &Browser) {
    let before = amina.address().await;
    let frame = "iframe.portal-preview";
    assert_eq!(
        amina.counts(&format!("{frame}[sandbox='']")).await,
        1,
        "no script, no form, no way out"
    );
    let html = amina
        .run(
            "return document.querySelector(arguments[0]).srcdoc",
            json!([frame]),
        )
        .await;
    let html = html.as_str().expect("a letter");
    let links: Vec<&str> = html
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert!(!links.is_empty(), "{html}");
    for link in links.into_iter().filter(|link| link.starts_with("http")) {
        let page = portal.follow(link).await;
        assert!(
            page.asked().is_empty(),
            "{link} in a preview opens {}",
            page.heading()
        );
    }
    amina.clicks_inside(frame, "a[href]").await;
    amina.expects_complaint("frame-ancestors").await;
    assert_eq!(amina.address().await, before);
    assert!(amina.has("As it reads now").await);
}

async fn gives_a_key_and_takes_it_away(portal: &Portal, amina: &Browser) {
    amina.goes("/tokens", "API tokens").await;
    amina.looks_right("tokens-empty").await;
    amina.clicks("Create a token").await;
    amina.arrives_at("Create a token").await;
    amina.clicks("Create the token").await;
    amina.focus_is_on_the_summary().await;
    amina.looks_right("token-mistakes").await;
    amina.fills("name", "Board report").await;
    amina.clicks_at("label[for=scopes]").await;
    amina.clicks("Create the token").await;
    amina.arrives_at("Copy the token now").await;
    amina.looks_right("token-secret").await;
    let secret = amina
        .run(
            "return document.getElementById('secret').innerText",
            json!([]),
        )
        .await;
    let secret = secret.as_str().expect("a secret").to_owned();
    assert!(secret.starts_with("nas_"), "{secret}");

    let tool = Visitor::with_key(portal.url(), &secret);
    let told = tool.query(REPORT, json!({})).await;
    assert_eq!(told["approvals"]["totalCount"], 1);
    amina.clicks("I have copied it").await;
    amina.arrives_at("API tokens").await;
    amina.sees("Board report").await;
    assert!(!amina.has(&secret).await, "shown once");
    amina.looks_right("tokens").await;
    amina.session().back().await.expect("a page");
    amina.reads_heading("Create a token").await;
    assert!(!amina.has(&secret).await, "shown once");

    looks_into_it_and_gives_an_address(portal, amina).await;
    amina.goes("/tokens", "API tokens").await;
    amina.clicks("Revoke").await;
    amina.arrives_at("Revoke this token?").await;
    amina.looks_right("token-revoke").await;
    amina.clicks_at("form button[type=submit]").await;
    amina.sees("Board report is revoked.").await;
    tool.expect_error("UNAUTHENTICATED", REPORT, json!({}))
        .await;
}

/// What the tool used, and an address for a spreadsheet, which is shown once and goes alone.
async fn looks_into_it_and_gives_an_address(portal: &Portal, amina: &Browser) {
    server::token::flush(&portal.app).await;
    amina.goes("/tokens", "API tokens").await;
    amina.clicks("Board report").await;
    amina.arrives_at("Board report").await;
    amina.sees("Use in the last 30 days").await;
    amina.sees("It has no addresses.").await;
    amina.looks_right("token").await;
    amina.clicks("Create an address").await;
    amina.arrives_at("Create an address").await;
    amina.clicks("Create the address").await;
    amina.focus_is_on_the_summary().await;
    amina.looks_right("address-mistakes").await;
    amina.chooses("report", "Tasks").await;
    amina.clicks("Create the address").await;
    amina.arrives_at("Copy the address now").await;
    amina.looks_right("address-secret").await;
    let url = amina
        .run(
            "return document.getElementById('secret').innerText",
            json!([]),
        )
        .await;
    let url = url.as_str().expect("an address").to_owned();
    assert!(url.ends_with("/tasks.csv"), "{url}");
    amina.clicks("I have copied it").await;
    amina.arrives_at("Board report").await;
    amina.sees("tasks.csv").await;
    assert!(!amina.has(&url).await, "shown once");
    amina.clicks_at("a[href*='/addresses/']").await;
    amina.arrives_at("Revoke this address?").await;
    amina.looks_right("address-revoke").await;
    amina.clicks_at("form button[type=submit]").await;
    amina.sees("The address of tasks.csv is revoked.").await;
}

/// GraphiQL is other people's work: it has to run under our policy; how it looks is theirs.
async fn asks_her_own_questions(amina: &Browser) {
    amina.read_console().await;
    amina.goes_plainly("/graphiql").await;
    amina
        .until(
            "GraphiQL",
            "!!document.querySelector('.graphiql-container .graphiql-execute-button')",
            json!([]),
        )
        .await;
    amina.clicks_at(".graphiql-query-editor .CodeMirror, .graphiql-query-editor .monaco-editor, .graphiql-query-editor").await;
    amina.clears().await;
    amina.pastes("{ me { person { name } } }").await;
    amina.clicks_at(".graphiql-execute-button").await;
    amina.sees("Amina Administrator").await;
    amina.photographs("graphiql-1280").await;
}
