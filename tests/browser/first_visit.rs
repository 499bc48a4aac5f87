//! What a first visit loads, and from where.

use serde_json::{Value, json};
use tests::{Browser, Portal};

/// Octets over the wire, headers and all, with Chromium's own choice of compression.
const LOADED: &str = "
    const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    return all.map(one => [one.name, one.transferSize]);";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_first_visit_is_light_and_stays_with_the_portal() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    ada.asks_approval_of("policy_review").await;

    let visitor = portal.browser().await;
    visitor.goes("/", "Sign in").await;
    visitor.looks_right("sign-in").await;
    assert!(loads(&portal, &visitor).await <= 300_000);

    let stranger = portal.browser().await;
    stranger.goes("/check", "Which award is it about?").await;
    assert!(loads(&portal, &stranger).await <= 300_000);

    let mentor = portal.browser().await;
    mentor
        .follows(&portal.link_to(&ada.mentor.email).await)
        .await;
    mentor.reads_heading("Ada asks for your approval").await;
    assert!(loads(&portal, &mentor).await <= 40_000);
}

/// What was loaded, in octets.
async fn loads(portal: &Portal, browser: &Browser) -> u64 {
    let told = browser.run(LOADED, json!([])).await;
    let loaded: Vec<(String, u64)> = serde_json::from_value(told).expect("a list");
    for (address, _) in &loaded {
        assert!(
            address.starts_with(portal.url()),
            "{address} is somebody else's"
        );
    }
    let total = loaded.iter().map(|(_, octets)| octets).sum();
    println!("{total} octets: {}", json!(loaded));
    assert!(
        total > 5_000,
        "nothing was measured: {}",
        Value::from(total)
    );
    total
}
