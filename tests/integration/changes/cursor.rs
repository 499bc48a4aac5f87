//! Cursors that do not hold.

use serde_json::json;

use super::follower::Follower;
use super::scene::Scene;

const ASK: &str = "query($since: String) { changes(since: $since, first: 1) { cursor } }";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cursor_that_is_none_is_refused() {
    let scene = Scene::set_up().await;
    let tool = scene.tool(None).await;
    let follower = Follower::begin(tool.clone(), false).await;
    let mut spoilt = follower.cursor.clone();
    spoilt.replace_range(10..11, if &spoilt[10..11] == "A" { "B" } else { "A" });
    for since in ["", "!", "AAAA", &spoilt, &follower.cursor[1..]] {
        let error = tool
            .expect_error("INVALID_INPUT", ASK, json!({ "since": since }))
            .await;
        assert_eq!(error["extensions"]["fields"][0]["name"], "since");
    }
    for first in [-1, 101] {
        let document = format!("{{ changes(first: {first}) {{ cursor }} }}");
        let answer = tool.ask(&document, json!({})).await;
        assert!(answer.code().is_some(), "{first}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cursor_holds_for_one_view_and_one_database() {
    let scene = Scene::set_up().await;
    let north = Follower::begin(scene.tool(Some(scene.north)).await, false).await;
    let same = scene.tool(Some(scene.north)).await;
    same.query(ASK, json!({ "since": north.cursor })).await;
    for group in [None, Some(scene.south)] {
        let other = scene.tool(group).await;
        let since = json!({ "since": north.cursor });
        other.expect_error("CURSOR_TOO_OLD", ASK, since).await;
    }
    // As a database that was brought back from a backup, or another.
    scene
        .run("UPDATE change_record SET epoch = 'another'", &[])
        .await;
    let error = north.ask(1).await.error("CURSOR_TOO_OLD");
    assert!(
        error["message"]
            .as_str()
            .is_some_and(|text| text.contains("Read the lists anew"))
    );
}

/// Two looks at nothing differ, so that nobody learns from a cursor whether others were busy.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cursor_tells_nothing() {
    let scene = Scene::set_up().await;
    let mut quiet = Follower::begin(scene.tool(Some(scene.west)).await, false).await;
    let mut cursors = vec![quiet.cursor.clone()];
    for round in 0..4 {
        if round > 1 {
            scene.ada.writes("coaching").await;
        }
        quiet.catches_up(1).await;
        cursors.push(quiet.cursor.clone());
    }
    let lengths: Vec<_> = cursors.iter().map(String::len).collect();
    assert_eq!(lengths, [64; 5]);
    cursors.sort();
    cursors.dedup();
    assert_eq!(cursors.len(), 5);
    assert_eq!(quiet.heard, "[][][][]");
}
