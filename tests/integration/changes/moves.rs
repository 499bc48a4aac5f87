//! What comes into sight and what goes out of it.

use serde_json::json;
use tests::Participant;

use super::follower::Follower;
use super::scene::Scene;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_changes_the_group_is_gone_there_and_comes_here() {
    let scene = Scene::set_up().await;
    let (ada, task) = (&scene.ada, scene.ada.task("policy_review"));
    ada.asks_approval_of("policy_review").await;
    scene.portal.post_letters().await;
    scene.settle().await;
    let mut old = Follower::begin(scene.tool(Some(scene.north)).await, false).await;
    let mut new = Follower::begin(scene.tool(Some(scene.south)).await, false).await;
    let mut third = Follower::begin(scene.tool(Some(scene.west)).await, false).await;
    let mut self_ = Follower::begin((***ada).clone(), false).await;
    let mut tutor = Follower::begin((*scene.portal.tutor().await).clone(), false).await;
    let mut all = Follower::begin(scene.tool(None).await, false).await;
    assert!(tutor.copy.contains_key(&("task", task.to_string())));

    scene.move_to(ada, scene.south).await;
    scene.settle().await;
    for follower in [
        &mut old, &mut new, &mut third, &mut self_, &mut tutor, &mut all,
    ] {
        follower.catches_up(7).await;
        follower.is_up_to_date().await;
    }
    let key = ("task", task.to_string());
    assert!(old.heard.contains(&key.1) && !old.copy.contains_key(&key));
    assert!(tutor.heard.contains(&key.1) && !tutor.copy.contains_key(&key));
    assert!(new.copy.contains_key(&key) && self_.copy.contains_key(&key));
    assert_eq!(third.heard, "[]");
    assert!(!all.heard.contains(&key.1), "the task itself is as it was");

    // What happens there from now on is nobody's business here.
    let heard = old.heard.len();
    ada.withdraws(task).await.data();
    scene.settle().await;
    for follower in [&mut old, &mut new] {
        follower.catches_up(100).await;
        follower.is_up_to_date().await;
    }
    assert_eq!(&old.heard[heard..], "[]");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_deleted_is_told_to_those_who_saw_it() {
    let scene = Scene::set_up().await;
    let (ada, task) = (&scene.ada, scene.ada.task("coaching"));
    let mut here = Follower::begin(scene.tool(Some(scene.north)).await, false).await;
    let mut elsewhere = Follower::begin(scene.tool(Some(scene.south)).await, false).await;
    let mut all = Follower::begin((*scene.portal.administrator().await).clone(), true).await;
    let mut self_ = Follower::begin((***ada).clone(), false).await;
    scene
        .run("DELETE FROM task WHERE id = $1", &[task.into()])
        .await;
    delete_whole(&scene, &scene.ben).await;
    scene.settle().await;
    for follower in [&mut here, &mut all, &mut self_, &mut elsewhere] {
        follower.catches_up(100).await;
        follower.is_up_to_date().await;
    }
    assert!(here.heard.contains(&scene.ben.enrolment_id.to_string()));
    assert!(!self_.heard.contains(&scene.ben.enrolment_id.to_string()));
    assert_eq!(elsewhere.heard, "[]");
}

/// Nobody deletes people yet; the statement comes past every rule.
async fn delete_whole(scene: &Scene, who: &Participant) {
    let id = [who.enrolment_id.into()];
    for table in ["task", "mentorship"] {
        let sql = format!("DELETE FROM {table} WHERE enrolment_id = $1");
        scene.run(&sql, &id).await;
    }
    scene.run("DELETE FROM enrolment WHERE id = $1", &id).await;
}

/// Schools, groups and mentors are seen through enrolments: they come and go with these.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_school_comes_with_its_first_participant_and_goes_with_the_last() {
    let scene = Scene::set_up().await;
    let school = scene.portal.programme.school_id;
    scene.settle().await;
    let mut west = Follower::begin(scene.tool(Some(scene.west)).await, false).await;
    let mut south = Follower::begin(scene.tool(Some(scene.south)).await, false).await;
    scene
        .run(
            "UPDATE school SET name = 'Oak School' WHERE id = $1",
            &[school.into()],
        )
        .await;
    scene.settle().await;
    for follower in [&mut west, &mut south] {
        follower.catches_up(100).await;
        follower.is_up_to_date().await;
    }
    assert_eq!(west.heard, "[]");
    assert!(south.heard.contains("Oak School"));

    scene.move_to(&scene.cy, scene.west).await;
    scene.settle().await;
    for follower in [&mut west, &mut south] {
        follower.catches_up(100).await;
        follower.is_up_to_date().await;
    }
    assert!(west.heard.contains("Oak School"));
    assert!(south.copy.is_empty(), "{:?}", south.copy);
}

/// A tutor who gets or loses a group sees other things, which did not change themselves.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_teaches_another_group_begins_anew() {
    let scene = Scene::set_up().await;
    let tutor = scene.portal.tutor().await;
    let follower = Follower::begin((*tutor).clone(), false).await;
    let values = [tutor.id.into(), scene.south.into()];
    scene
        .run(
            "UPDATE training_group SET tutor_id = $1 WHERE id = $2",
            &values,
        )
        .await;
    let error = follower.ask(10).await.error("CURSOR_TOO_OLD");
    let cursor = error["extensions"]["cursor"].as_str().expect("a cursor");
    let mut anew = Follower::begin((*tutor).clone(), false).await;
    anew.cursor = cursor.to_owned();
    scene.cy.writes("coaching").await;
    scene.settle().await;
    anew.catches_up(100).await;
    anew.is_up_to_date().await;
    assert!(anew.heard.contains(&scene.cy.task("coaching").to_string()));
    let nobody = scene.portal.anonymous();
    nobody
        .expect_error(
            "UNAUTHENTICATED",
            "{ changes(first: 0) { cursor } }",
            json!({}),
        )
        .await;
}
