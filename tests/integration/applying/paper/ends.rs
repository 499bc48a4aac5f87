//! Whatever ends an asking ends the paper that waits for it, and its bytes with it.

use entity::agreement_scan::State;
use entity::person_role::Role;
use sea_orm::{ActiveModelTrait as _, ActiveValue::Set};
use serde_json::json;
use tests::{Applicant, LinkPage, Portal, Signatory};

use super::{accepts, kept, newest, seen, sent, states};

fn chair() -> Signatory {
    Signatory {
        name: "Chris Chair".into(),
        email: "chair@willowbank.test".into(),
    }
}

/// A paper that waits, and then something happens.
async fn ends(what: impl AsyncFnOnce(&Portal, &Applicant, &LinkPage)) {
    let portal = Portal::start().await;
    let (ada, page) = sent(&portal).await;
    let office = portal.administrator().await;
    let scan = seen(&office, &ada).await["agreement"]["scan"].take();
    what(&portal, &ada, &page).await;
    assert_eq!(states(&portal).await, [State::Void]);
    assert_eq!(kept(&portal).await, 0);
    assert_eq!(newest(&portal).await.paper_since, None);
    let refused = accepts(&office, &scan).await;
    assert_eq!(refused.code(), Some("WRONG_STATE"), "{}", refused.body);
    let path = format!("/agreement-scans/{}", scan["id"].as_str().expect("an id"));
    assert_eq!(office.get(&path).await.status().as_u16(), 403);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn signing_online() {
    ends(async |_, ada, page| drop(page.signs("Helen Headteacher", &ada.mentor).await)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn declining() {
    ends(async |_, _, page| drop(page.declines("Helen Headteacher", "Not this year").await)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn handing_on() {
    ends(async |_, _, page| drop(page.hands_on(&chair()).await)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn asking_somebody_else() {
    ends(async |_, ada, _| drop(ada.has_asked_instead(&chair()).await.data())).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn withdrawing_the_application() {
    ends(async |_, ada, _| {
        let withdraw = "mutation($input: WithdrawApplicationInput!) { withdrawApplication(input: $input) { id } }";
        let input = json!({ "applicationId": ada.application_id, "leaving": "OTHER", "reason": "I move away" });
        ada.ask(withdraw, json!({ "input": input })).await.data();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rejecting_the_application() {
    ends(async |portal, ada, _| {
        let office = portal.administrator().await;
        office
            .rejects(ada.application_id, "Not eligible")
            .await
            .data();
    })
    .await;
}

/// An asking goes along to a later cohort as long as its words do, and so does the paper that answers it; an old link
/// opens no paper either.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_old_link_takes_no_paper() {
    let portal = Portal::start().await;
    let (ada, page) = sent(&portal).await;
    let paper = page.paper().await;
    let form = tests::Form::of(&paper, &ada.mentor).with_file("photo.png", &tests::scan());
    ada.has_asked_instead(&chair()).await.data();
    let before = portal.dump().await;
    let told = paper.sends(&form).await;
    assert_eq!(
        (told.status, told.heading().as_str()),
        (410, "There is nothing left to sign")
    );
    let blank = paper
        .url
        .replace("/paper", "/support-agreement-to-sign.pdf");
    let blank = portal
        .anonymous()
        .client()
        .get(blank)
        .send()
        .await
        .expect("an answer");
    assert_ne!(blank.headers()["content-type"], "application/pdf");
    assert_eq!(portal.dump().await.differing(&before), Vec::<&str>::new());
}

/// Whoever applies and works for the office does not accept their own, also not under another spelling of their address.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_takes_a_paper_for_themselves() {
    let portal = Portal::start().await;
    let (ada, _) = sent(&portal).await;
    let role = entity::person_role::ActiveModel {
        person_id: Set(ada.id),
        role: Set(Role::Administrator),
    };
    role.insert(&portal.app.db.write).await.expect("a role");
    let scan = seen(&ada, &ada).await["agreement"]["scan"].take();
    let refused = accepts(&ada, &scan).await;
    assert_eq!(refused.code(), Some("FORBIDDEN"), "{}", refused.body);
    assert_eq!(scan["can"], json!([]));

    let other = portal.somebody("Ada Other", Role::Administrator).await;
    let renamed = entity::person::ActiveModel {
        id: sea_orm::ActiveValue::Unchanged(other.id),
        email: Set("ada+office@willowbank.test".into()),
        ..Default::default()
    };
    renamed
        .update(&portal.app.db.write)
        .await
        .expect("an address");
    let refused = accepts(&other, &scan).await;
    assert_eq!(refused.code(), Some("FORBIDDEN"), "{}", refused.body);
    assert_eq!(states(&portal).await, [State::Waiting]);
}
