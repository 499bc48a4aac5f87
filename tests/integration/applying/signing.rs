//! The school's word: what is signed is what was shown, nobody signs for themselves, and old links open nothing.

use chrono::Duration;
use entity::agreement::{self, State};
use entity::{event, person};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use sha2::{Digest as _, Sha256};
use tests::{Applicant, LinkPage, Mentor, Portal, Programme, Signatory};

async fn asked(portal: &Portal, ada: &Applicant) -> LinkPage {
    ada.applies().await;
    let link = portal.link_to(Programme::HEADTEACHER).await;
    portal.follow(&link).await
}

async fn newest(portal: &Portal) -> agreement::Model {
    let rows = agreement::Entity::find().all(&portal.app.db.read).await;
    let newest = rows
        .expect("agreements")
        .into_iter()
        .max_by_key(|row| row.id);
    newest.expect("an agreement")
}

fn field(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

/// A robot can send what it finds, and press every button.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn looking_and_pressing_buttons_change_not_a_single_row() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    let page = asked(&portal, &ada).await;
    let before = portal.dump().await;
    for _ in 0..3 {
        assert_eq!(page.reload().await.status, 200);
    }
    let hidden = page.filled(&[
        "hash",
        "appointedOn-day",
        "appointedOn-month",
        "appointedOn-year",
    ]);
    for below in ["", "/decline", "/hand-on", "/ask", "/renew", "/anything"] {
        let answer = page.posts_to(below, &hidden).await;
        assert!(answer.status < 500, "{below}: {}", answer.status);
    }
    assert_eq!(portal.dump().await.differing(&before), Vec::<&str>::new());
    page.signs("Helen Headteacher", &ada.mentor).await;
    assert_eq!(newest(&portal).await.state, State::Signed);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_signed_is_what_was_shown() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    let page = asked(&portal, &ada).await;
    let renamed = person::Entity::update_many()
        .col_expr(person::Column::Name, Expr::value("Ada Osei-Bright"))
        .filter(person::Column::Id.eq(ada.id));
    renamed.exec(&portal.app.db.write).await.expect("a name");

    let again = page.signs("Helen Headteacher", &ada.mentor).await;
    assert_eq!(again.status, 422);
    assert!(
        again.html().contains("The words changed"),
        "{}",
        again.html()
    );
    assert_eq!(newest(&portal).await.state, State::Sent);

    again.signs("Helen Headteacher", &ada.mentor).await;
    let signed = newest(&portal).await;
    assert_eq!(signed.state, State::Signed);
    let words = signed.signed_text.expect("the words");
    assert!(words.contains("Ada Osei-Bright"), "{words}");
    let hash: String = Sha256::digest(words.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(signed.text_hash, Some(hash));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_signatures_at_once_are_one() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    let page = asked(&portal, &ada).await;
    let mut signing = tokio::task::JoinSet::new();
    for _ in 0..16 {
        let (page, mentor) = (page.clone(), ada.mentor.clone());
        signing.spawn(async move { page.signs("Helen Headteacher", &mentor).await.status });
    }
    assert!(
        signing
            .join_all()
            .await
            .into_iter()
            .all(|status| status == 200)
    );
    let signed = event::Entity::find()
        .filter(event::Column::Kind.eq(event::Kind::AgreementSigned))
        .count(&portal.app.db.read);
    assert_eq!(signed.await.expect("events"), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_signs_or_approves_for_themselves() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    let herself = Signatory {
        name: "Ada Other".into(),
        email: ada.email.clone(),
    };
    let refused = ada.applies_with(&herself).await;
    assert_eq!(refused.code(), Some("INVALID_INPUT"), "{}", refused.body);
    let page = asked(&portal, &ada).await;
    let refused = ada.has_asked_instead(&herself).await;
    assert_eq!(refused.code(), Some("INVALID_INPUT"), "{}", refused.body);
    assert_eq!(page.hands_on(&herself).await.status, 422);
    let mentor = Mentor {
        email: ada.email.to_uppercase(),
        ..ada.mentor.clone()
    };
    let refused = page.signs("Helen Headteacher", &mentor).await;
    assert_eq!(refused.status, 422);
    assert!(refused.html().contains("nobody approves their own work"));
    assert_eq!(newest(&portal).await.state, State::Sent);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_old_link_opens_nothing() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    let page = asked(&portal, &ada).await;
    let chair = Signatory {
        name: "Chris Chair".into(),
        email: "chair@willowbank.test".into(),
    };
    ada.has_asked_instead(&chair).await.data();
    let before = portal.dump().await;
    let told = page.signs("Helen Headteacher", &ada.mentor).await;
    assert_eq!(told.status, 410);
    assert_eq!(told.heading(), "There is nothing left to sign");
    page.hands_on(&chair).await;
    page.declines("Helen Headteacher", "No").await;
    assert_eq!(portal.dump().await.differing(&before), Vec::<&str>::new());

    let link = portal.link_to(&chair.email).await;
    portal
        .follow(&link)
        .await
        .signs("Chris Chair", &ada.mentor)
        .await;
    assert_eq!(
        newest(&portal).await.signed_name.as_deref(),
        Some("Chris Chair")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_late_answer_is_taken_through_a_fresh_link() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    let page = asked(&portal, &ada).await;
    portal.wait(Duration::days(22));
    let late = page.signs("Helen Headteacher", &ada.mentor).await;
    assert_eq!(
        (late.status, late.heading().as_str()),
        (410, "This link has expired")
    );
    late.posts_to("/renew", &[field("tick", "yes")]).await;
    let fresh = portal.link_to(Programme::HEADTEACHER).await;
    portal
        .follow(&fresh)
        .await
        .signs("Helen Headteacher", &ada.mentor)
        .await;
    assert_eq!(newest(&portal).await.state, State::Signed);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_has_the_portal_write_to_many_strangers() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    ada.applies().await;
    let stranger = |number: usize| Signatory {
        name: format!("Stranger {number}"),
        email: format!("stranger{number}@elsewhere.test"),
    };
    for number in 1..=4 {
        ada.has_asked_instead(&stranger(number)).await.data();
    }
    let refused = ada.has_asked_instead(&stranger(5)).await;
    assert_eq!(refused.code(), Some("TOO_MANY"), "{}", refused.body);
    portal.wait(Duration::hours(25));
    ada.has_asked_instead(&stranger(5)).await.data();
}
