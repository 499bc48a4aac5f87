//! Mail scanners open every link, from many machines, and press buttons. Nothing at all comes of it.

use reqwest::{Client, Method};
use tests::{Participant, Portal, Programme};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn looking_changes_not_a_single_row_and_the_mentor_still_succeeds() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    let link = portal.link_to(&ada.mentor.email).await;
    scan(&portal, &link).await;
    portal.follow(&link).await.approves("Grace Mentor").await;
    assert!(ada.sees(task).await.is_approved());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn receipts_reports_and_dead_links_bear_scanners_too() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let (first, receipt, report) = all_links(&portal, &ada).await;
    for link in [&first, &receipt, &report] {
        scan(&portal, link).await;
    }
    portal.wait(chrono::Duration::days(22));
    for link in [&first, &receipt, &report] {
        scan(&portal, link).await;
    }
    let office = portal.administrator().await;
    office
        .replaces_mentor(ada.enrolment_id, "Gil Mentor", "gil@willowbank.test")
        .await
        .data();
    scan(&portal, &first).await;
}

/// The links of an asking letter, a receipt and a headteacher's letter.
async fn all_links(portal: &Portal, ada: &Participant) -> (String, String, String) {
    ada.asks_approval_of("policy_review").await;
    let first = portal.link_to(&ada.mentor.email).await;
    portal.follow(&first).await.approves("Grace Mentor").await;
    ada.asks_approval_of("data_review").await;
    portal.post_letters().await;
    let receipt = portal
        .mailbox()
        .letter_about(&ada.mentor.email, "Your receipt")
        .await
        .link();
    portal.wait(chrono::Duration::hours(8));
    let report = portal.link_to(Programme::HEADTEACHER).await;
    (first, receipt, report)
}

async fn scan(portal: &Portal, link: &str) {
    let before = portal.dump().await;
    let client = Client::new();
    let ask = |method: Method, below: &str| client.request(method, format!("{link}{below}")).send();
    let everything = [
        Method::HEAD,
        Method::GET,
        Method::OPTIONS,
        Method::POST,
        Method::PUT,
        Method::DELETE,
    ];
    let on_the_page = everything.into_iter().map(|method| (method, ""));
    let below = ["/undo", "/renew", "/disown", "?a=1&r=2", "/anything"];
    let further = below
        .into_iter()
        .flat_map(|below| [(Method::GET, below), (Method::POST, below)]);
    for (method, below) in on_the_page.chain(further) {
        let answer = ask(method.clone(), below).await.expect("an answer");
        assert!(
            answer.status().as_u16() < 500,
            "{method} {below}: {}",
            answer.status()
        );
    }
    let mut looks = tokio::task::JoinSet::new();
    for _ in 0..20 {
        looks.spawn(client.get(link).send());
    }
    for look in looks.join_all().await {
        look.expect("a page");
    }
    // A robot that fills in whatever it finds, but cannot type a name or tick a box.
    let page = portal.follow(link).await;
    let hidden: Vec<_> = page
        .asked()
        .iter()
        .map(|asked| (format!("hash-{}", asked.id), asked.hash.clone()))
        .collect();
    for below in ["", "/undo", "/renew", "/disown"] {
        page.posts_to(below, &hidden).await;
    }
    assert_eq!(portal.dump().await.differing(&before), Vec::<&str>::new());
}
