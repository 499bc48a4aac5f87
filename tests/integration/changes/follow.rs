//! What people do comes to whoever follows.

use chrono::Duration;
use serde_json::json;

use super::follower::Follower;
use super::scene::Scene;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_follows_what_people_do() {
    let scene = Scene::set_up().await;
    let Scene {
        portal, ada, cy, ..
    } = &scene;
    scene.settle().await;
    let office = portal.administrator().await;
    let mut all = Follower::begin((*office).clone(), true).await;
    let mut tool = Follower::begin(scene.tool(None).await, false).await;
    let mut north = Follower::begin(scene.tool(Some(scene.north)).await, false).await;
    assert!(
        !tool.asks(100).await && tool.heard == "[]",
        "{}",
        tool.heard
    );

    let task = ada.asks_approval_of("policy_review").await;
    let link = portal.link_to(&ada.mentor.email).await;
    portal.follow(&link).await.approves("Grace Mentor").await;
    ada.asks_approval_of("data_review").await;
    office
        .replaces_mentor(ada.enrolment_id, "Gil Mentor", "gil@willowbank.test")
        .await
        .data();
    cy.writes("coaching").await;
    portal.participant("Eve").await;
    portal.wait(Duration::hours(1));
    portal.post_letters().await;

    scene.settle().await;
    for follower in [&mut all, &mut tool, &mut north] {
        follower.catches_up(100).await;
        follower.is_up_to_date().await;
    }
    let kept = &all.copy[&("task", task.to_string())];
    assert_eq!(kept["state"], "APPROVED");
    assert!(all.heard.contains(&cy.task("coaching").to_string()));
    assert!(!north.heard.contains(&cy.task("coaching").to_string()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_by_one_is_the_same_as_all_at_once() {
    let scene = Scene::set_up().await;
    scene.settle().await;
    let office = (*scene.portal.administrator().await).clone();
    let mut at_once = Follower::begin(office.clone(), true).await;
    let mut one_by_one = Follower::begin(office, true).await;
    for code in ["policy_review", "data_review", "coaching"] {
        scene.ada.asks_approval_of(code).await;
        scene.cy.writes(code).await;
    }
    scene.settle().await;
    assert_eq!(at_once.catches_up(100).await, 1);
    assert!(one_by_one.catches_up(1).await > 6);
    assert_eq!(at_once.copy, one_by_one.copy);
    at_once.is_up_to_date().await;
}

/// Things that changed often come once, and things that are not followed not at all.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_changed_often_is_told_once() {
    let scene = Scene::set_up().await;
    scene.settle().await;
    let office = scene.portal.administrator().await;
    let begun = office
        .query("{ changes(first: 0) { cursor } }", json!({}))
        .await;
    let since = &begun["changes"]["cursor"];
    for _ in 0..6 {
        scene.ada.writes("policy_review").await;
    }
    scene
        .ada
        .submits(scene.ada.task("policy_review"))
        .await
        .data();
    scene.settle().await;
    let document = "query($since: String, $things: [ChangedThing!]) {
        changes(since: $since, first: 10, things: $things) { cursor nodes { thing id removed } } }";
    let mut told = office
        .query(
            document,
            json!({ "since": since, "things": ["TASK", "APPROVAL"] }),
        )
        .await;
    let nodes = told["changes"]["nodes"].as_array().expect("nodes");
    let things: Vec<_> = nodes.iter().map(|node| &node["thing"]).collect();
    assert_eq!(things, ["TASK", "APPROVAL"]);
    let narrow = told["changes"]["cursor"].take();
    let error = office
        .expect_error("INVALID_INPUT", document, json!({ "since": narrow }))
        .await;
    assert_eq!(error["extensions"]["fields"][0]["name"], "things");
}
