//! The school names another mentor by a link, since the one whom it named will not, or cannot be reached.

use entity::letter::{Kind, State};
use tests::{Applicant, LinkPage, Mentor, Portal, Programme};

use super::states;

fn nora() -> Mentor {
    Mentor {
        name: "Nora Next".into(),
        email: "nora@willowbank.test".into(),
    }
}

/// Somebody whose mentor says no, and what the school then opens.
async fn declined(portal: &Portal, ada: &Applicant) -> LinkPage {
    let link = portal.link_to(&ada.mentor.email).await;
    let page = portal.follow(&link).await;
    page.declines("Grace Mentor", "I leave at Easter").await;
    portal
        .follow(&portal.link_to(Programme::HEADTEACHER).await)
        .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_school_names_somebody_else() {
    let portal = Portal::start().await;
    let ada = portal.ready_applicant("Ada").await;
    let page = declined(&portal, &ada).await;
    assert!(
        page.heading().starts_with("Name another mentor"),
        "{}",
        page.html()
    );
    assert!(page.html().contains("I leave at Easter"));
    let helen = "Helen Headteacher";
    let unsigned = page.names("", &nora()).await;
    assert_eq!(unsigned.status, 422);
    let own = Mentor {
        email: ada.email.to_uppercase(),
        ..nora()
    };
    for refused in [&own, &ada.mentor] {
        let page = page.names(helen, refused).await;
        assert_eq!(page.status, 422, "{}", refused.email);
        assert_eq!(ada.sees().await["invitation"]["state"], "DECLINED");
    }
    let named = page.names(helen, &nora()).await;
    assert!(
        named.html().contains("Nora Next, Head of year"),
        "{}",
        named.html()
    );
    assert_eq!(ada.sees().await["invitation"]["state"], "INVITED");
    // Pressed once more, it asks nobody else.
    page.names(helen, &ada.mentor).await;
    portal.post_letters().await;
    assert_eq!(states(&portal, Kind::MentorInvited).await, [State::Sent; 2]);
    let link = portal.link_to(&nora().email).await;
    portal.follow(&link).await.agrees("Nora Next").await;
    assert_eq!(ada.sees().await["invitation"]["state"], "ACCEPTED");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_programme_waits_for_whoever_is_named_instead() {
    let portal = Portal::start().await;
    let ada = portal.offered_applicant("Ada").await;
    ada.accepts().await.data();
    let page = declined(&portal, &ada).await;
    page.names("Helen Headteacher", &nora()).await;
    let link = portal.link_to(&nora().email).await;
    portal.follow(&link).await.agrees("Nora Next").await;
    let enrolment = &ada.sees().await["enrolment"]["id"];
    let asked = "query($id: ID!) { enrolment(id: $id) { mentor { name } } }";
    let sees = ada
        .query(asked, serde_json::json!({ "id": enrolment }))
        .await;
    assert_eq!(sees["enrolment"]["mentor"]["name"], "Nora Next");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_sought_for_an_application_that_is_over() {
    let portal = Portal::start().await;
    let ada = portal.ready_applicant("Ada").await;
    let page = declined(&portal, &ada).await;
    ada.gives_up("I changed my mind").await.data();
    let page = page.names("Helen Headteacher", &nora()).await;
    assert!(
        page.heading().contains("nothing left to sign"),
        "{}",
        page.html()
    );
    portal.post_letters().await;
    assert_eq!(states(&portal, Kind::MentorInvited).await, [State::Sent]);
}
