//! The programme for measuring: the same rows every time, fit for everything that the portal does with rows.

use std::collections::{BTreeMap, BTreeSet};

use entity::{person, task};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, QueryFilter as _, Statement,
};
use serde_json::json;
use server::access::TokenScope;
use server::event;
use server::programme::scale::{Scale, load};
use tests::{Dump, Portal};

fn scale(random: u64) -> Scale {
    Scale {
        participants: 120,
        random,
        today: "2026-03-03".parse().expect("a day"),
    }
}

/// What the load added. Seals go on from those of the people whom every test has, so they are its own.
async fn added(portal: &Portal, random: u64) -> BTreeMap<String, Vec<String>> {
    let before = portal.dump().await;
    load(&portal.app, &scale(random)).await.expect("loaded");
    let Dump(after) = portal.dump().await;
    let new = after.into_iter().map(|(table, rows)| {
        let known: BTreeSet<&String> = before.0.get(&table).into_iter().flatten().collect();
        let new = rows.iter().filter(|row| !known.contains(row));
        let new = new.cloned().collect();
        (table, new)
    });
    // When something was noted down is no part of what was made.
    new.filter(|(table, _): &(String, Vec<String>)| {
        !matches!(table.as_str(), "event_seal" | "change")
    })
    .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_number_gives_the_same_rows() {
    let (one, same, other) = (
        Portal::start().await,
        Portal::start().await,
        Portal::start().await,
    );
    let rows = added(&one, 1).await;
    assert_eq!(rows["task"].len(), 120 * 25);
    assert_eq!(rows["task_outcome"].len(), 120 * 50);
    assert_eq!(rows["enrolment"].len(), 120);
    let again = added(&same, 1).await;
    for (table, rows) in &rows {
        assert!(again.get(table) == Some(rows), "{table} is not the same");
    }
    let others = added(&other, 2).await;
    assert_ne!(others["task"], rows["task"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_loaded_once_and_in_order() {
    let portal = Portal::start().await;
    load(&portal.app, &scale(1)).await.expect("loaded");
    portal.tasks_and_requests_agree().await.expect("agreement");
    assert_eq!(portal.post_letters().await, 0, "every letter went long ago");
    portal.rounds().await;
    assert_eq!(portal.post_letters().await, 0, "nobody is reminded");
    let sealed = event::verify(&portal.app.db.read, None)
        .await
        .expect("the chain");
    assert!(sealed.expect("a chain that holds") > 120 * 40);
    let again = load(&portal.app, &scale(1)).await;
    assert_eq!(again.expect_err("a refusal").code(), "WRONG_STATE");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_that_can_be_happens_in_it() {
    let portal = Portal::start().await;
    load(&portal.app, &scale(1)).await.expect("loaded");
    for (table, least) in [("task", 6), ("approval_request", 4), ("enrolment", 4)] {
        let sql = format!("SELECT DISTINCT state FROM {table}");
        let db = &portal.app.db.read;
        let states = db
            .query_all_raw(Statement::from_string(db.get_database_backend(), sql))
            .await
            .expect("states");
        assert!(states.len() >= least, "{table} has {} states", states.len());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn its_people_can_use_the_portal() {
    let portal = Portal::start().await;
    load(&portal.app, &scale(1)).await.expect("loaded");
    let participant = portal.sign_in("participant@scale.example").await;
    let home = "{ me { enrolments { school { name } group { name } progress { total waiting }
        tasks { id title state dueOn outcomes { code } } } } }";
    let told = participant.query(home, json!({})).await;
    let tasks = told["me"]["enrolments"][0]["tasks"].as_array();
    assert_eq!(tasks.map(Vec::len), Some(25));

    let db = &portal.app.db.read;
    let draft = task::Entity::find()
        .filter(task::Column::State.eq(task::State::InProgress))
        .one(db)
        .await
        .expect("tasks")
        .expect("a draft");
    let writer = person::Entity::find_by_id(draft.participant_id)
        .one(db)
        .await;
    let writer = writer.expect("people").expect("its writer");
    let writer = portal.sign_in(&writer.email).await;
    let submit = "mutation($input: SubmitTaskInput!) { submitTask(input: $input) { state } }";
    let input = json!({ "input": { "taskId": draft.id, "version": draft.version } });
    let told = writer.query(submit, input).await;
    assert_eq!(told["submitTask"]["state"], "SUBMITTED");

    let tutor = portal.sign_in("tutor@scale.example").await;
    let group = "{ participants(first: 100) { totalCount nodes { person { name } progress { approved overdue } } } }";
    let told = tutor.query(group, json!({})).await;
    assert_eq!(told["participants"]["totalCount"], 100);

    let office = portal.sign_in("admin@scale.example").await;
    let told = office
        .query("{ tasks(first: 100) { totalCount } }", json!({}))
        .await;
    assert_eq!(told["tasks"]["totalCount"], 120 * 25);

    let tool = portal.token(&[TokenScope::Reports]).await;
    let report = "{ tasks(first: 100) { nodes { title state enrolment { school { urn } } } } }";
    let told = tool.query(report, json!({})).await;
    assert_eq!(told["tasks"]["nodes"].as_array().map(Vec::len), Some(100));
}
