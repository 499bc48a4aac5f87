//! From the school's word to a place.

use entity::training_group::{self, Column};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use tests::{Portal, Signatory};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_place_without_the_schools_word() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    let group = portal.autumn().await.group_id;
    let office = portal.administrator().await;
    let chair = Signatory {
        name: "Chris Chair".into(),
        email: "chair@willowbank.test".into(),
    };
    let refused = office.offers_place(ada.application_id, group).await;
    assert_eq!(refused.code(), Some("WRONG_STATE"), "a draft");
    ada.applies_with(&chair).await.data();
    let refused = office.offers_place(ada.application_id, group).await;
    assert_eq!(refused.code(), Some("WRONG_STATE"), "nobody has signed");
    let link = portal.link_to(&chair.email).await;
    portal
        .follow(&link)
        .await
        .signs("Chris Chair", &ada.mentor)
        .await;
    let refused = office.offers_place(ada.application_id, group).await;
    assert_eq!(
        refused.code(),
        Some("WRONG_STATE"),
        "an address of nobody's record"
    );
    let agreement = ada.sees().await["agreement"]["id"].take();
    office.checks_signatory(&agreement).await.data();
    office.offers_place(ada.application_id, group).await.data();
    ada.accepts().await.data();
    assert_eq!(ada.sees().await["state"], "ENROLLED");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_group_is_offered_to_no_more_than_it_holds() {
    let portal = Portal::start().await;
    let (ada, ben) = (
        portal.offered_applicant("Ada").await,
        portal.ready_applicant("Ben").await,
    );
    let group = portal.autumn().await.group_id;
    let one_place = training_group::Entity::update_many()
        .col_expr(Column::Capacity, Expr::value(1))
        .filter(Column::Id.eq(group));
    one_place.exec(&portal.app.db.write).await.expect("a group");
    let office = portal.administrator().await;
    let refused = office.offers_place(ben.application_id, group).await;
    assert_eq!(refused.code(), Some("INVALID_INPUT"), "{}", refused.body);
    ada.gives_up("Too far away").await.data();
    office.offers_place(ben.application_id, group).await.data();
    ben.accepts().await.data();
}
