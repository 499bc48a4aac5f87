//! Applications come to those who follow, with who is asked and how the letters are doing.

use sea_orm::EntityTrait as _;
use server::access::TokenScope;
use tests::{Applicant, Portal, Programme};
use uuid::Uuid;

use super::follower::Follower;
use super::scene::settle;

async fn tool(portal: &Portal, group: Option<Uuid>) -> Follower {
    let scopes = [TokenScope::Reports, TokenScope::ReportsPersonal];
    Follower::begin(portal.token_for(&scopes, group).await, false).await
}

async fn office(portal: &Portal) -> Follower {
    Follower::begin((*portal.administrator().await).clone(), true).await
}

async fn applicant(who: &Applicant) -> Follower {
    Follower::begin((***who).clone(), false).await
}

/// Letters go, rounds are made, and whoever follows has what the lists have.
async fn all_follow(portal: &Portal, followers: &mut [&mut Follower]) {
    portal.post_letters().await;
    portal.rounds().await;
    settle(portal).await;
    for follower in followers {
        follower.catches_up(5).await;
        follower.is_up_to_date().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_follows_an_application_to_the_place() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    let ben = portal.applicant("Ben").await;
    settle(&portal).await;
    let (mut all, mut every) = (office(&portal).await, tool(&portal, None).await);
    let mut herself = applicant(&ada).await;
    let mut other = applicant(&ben).await;
    let mut north = tool(&portal, Some(portal.programme.group_id)).await;
    let key = ("application", ada.application_id.to_string());
    let group = portal.autumn().await.group_id;

    let page = async |address: &str| portal.follow(&portal.link_to(address).await).await;
    ada.applies().await;
    all_follow(&portal, &mut [&mut all, &mut every, &mut herself]).await;
    let asked = &herself.copy[&key]["agreements"][0];
    assert_eq!(
        (&asked["state"], &asked["letter"]["state"]),
        (&"SENT".into(), &"SENT".into())
    );
    let signing = page(Programme::HEADTEACHER).await;
    signing.signs("Helen Headteacher", &ada.mentor).await;
    all_follow(&portal, &mut [&mut all, &mut every, &mut herself]).await;
    assert_eq!(all.copy[&key]["invitation"]["state"], "INVITED");
    page(&ada.mentor.email).await.agrees("Grace Mentor").await;
    all_follow(&portal, &mut [&mut all, &mut every, &mut herself]).await;
    let amina = portal.administrator().await;
    let asked = ada.sees().await["agreement"]["id"].take();
    amina.checks_signatory(&asked).await.data();
    amina.offers_place(ada.application_id, group).await.data();
    all_follow(&portal, &mut [&mut all, &mut every, &mut herself]).await;
    assert!(herself.copy.contains_key(&("group", group.to_string())));
    ada.accepts().await.data();
    all_follow(&portal, &mut [&mut all, &mut every]).await;
    // A participant from now on, she sees other things.
    herself.ask(5).await.error("CURSOR_TOO_OLD");
    assert_eq!(all.copy[&key]["state"], "ENROLLED");

    all_follow(&portal, &mut [&mut other, &mut north]).await;
    for (who, follower) in [("another applicant", &other), ("another group", &north)] {
        assert!(
            !follower.heard.contains(&key.1),
            "{who}: {}",
            follower.heard
        );
    }
}

/// What was withdrawn shows no group any more; what was deleted is gone for those who saw it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_goes_out_of_sight_is_told_as_removed() {
    let portal = Portal::start().await;
    let ada = portal.offered_applicant("Ada").await;
    let ben = portal.applicant("Ben").await;
    settle(&portal).await;
    let mut all = office(&portal).await;
    let (mut herself, mut other) = (applicant(&ada).await, applicant(&ben).await);
    let group = ("group", portal.autumn().await.group_id.to_string());
    assert!(herself.copy.contains_key(&group));
    ada.gives_up("Too far away").await.data();
    delete(&portal, &ben).await;
    all_follow(&portal, &mut [&mut all, &mut herself, &mut other]).await;
    assert!(!herself.copy.contains_key(&group), "{:?}", herself.copy);
    let key = ("application", ben.application_id.to_string());
    for follower in [&all, &other] {
        assert!(follower.heard.contains(&key.1) && !follower.copy.contains_key(&key));
    }
    assert!(!herself.heard.contains(&key.1));
}

/// Nobody deletes applications yet; the statement comes past every rule.
async fn delete(portal: &Portal, who: &Applicant) {
    let gone = entity::application::Entity::delete_by_id(who.application_id);
    gone.exec(&portal.app.db.write).await.expect("a draft");
}
