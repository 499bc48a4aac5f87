//! Changes take as many statements whatever changed.

use serde_json::json;
use tests::Programme;

use super::scene::Scene;
use crate::schema::model::model;
use crate::schema::selection::Selection;
use crate::statements::counting::{Counting, surplus};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_changes_take_as_many_statements_as_few() {
    let scene = Scene::set_up().await;
    let portal = &scene.portal;
    let counting = Counting::at(portal).await;
    let office = counting.sign_in(portal, Programme::ADMINISTRATOR).await;
    let dora = portal.applicant("Dora").await;
    portal.ready_applicant("Eli").await;
    dora.applies().await;
    let model = model();
    // Everything of everything would be more fields than a question may have.
    let others = Selection::without(&model, [("Letter", "preview"), ("Change", "application")]);
    let application = Selection::without(&model, [("Letter", "preview")]).of("Application");
    let documents = [
        others.of("Changes"),
        format!("{{ cursor nodes {{ application {application} }} }}"),
    ];
    let documents = documents.map(|everything| {
        format!("query($since: String) {{ changes(since: $since, first: 40) {everything} }}")
    });
    let begun = office
        .query("{ changes(first: 0) { cursor } }", json!({}))
        .await;
    let mut since = begun["changes"]["cursor"].clone();
    let mut heard = Vec::new();
    // The first time nothing older waits, which is loaded beside what changed.
    for codes in [
        &["pupil_profile"][..],
        &["policy_review"],
        &["data_review", "coaching", "provision_map"],
    ] {
        for who in [&scene.ada, &scene.cy] {
            for code in codes {
                who.asks_approval_of(code).await;
            }
        }
        for table in ["enrolment", "school", "training_group", "application"] {
            scene.run(&format!("UPDATE {table} SET id = id"), &[]).await;
        }
        scene.run("UPDATE mentor SET post = post || 'x'", &[]).await;
        portal.post_letters().await;
        scene.settle().await;
        counting.heard();
        let mut told = json!(null);
        for document in &documents {
            told = office.query(document, json!({ "since": since })).await;
        }
        heard.push(counting.heard());
        since = told["changes"]["cursor"].clone();
    }
    let (few, many) = (&heard[1], &heard[2]);
    assert!(few.len() > 10, "{few:?}");
    assert_eq!(few.len(), many.len(), "{}", surplus(few, many));
}
