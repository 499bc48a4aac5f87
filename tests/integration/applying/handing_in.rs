//! Handing an application in: what has to be said, and when.

use entity::cohort::{self, Column};
use sea_orm::prelude::Date;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::json;
use tests::{Applicant, Portal};

const SUBMIT: &str =
    "mutation($input: SubmitApplicationInput!) { submitApplication(input: $input) { id } }";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_handed_in_without_the_declaration() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    ada.writes(&Applicant::headteacher()).await.data();
    let version = ada.version().await;
    for input in [
        json!({ "applicationId": ada.application_id, "version": version }),
        json!({ "applicationId": ada.application_id, "version": version, "declaration": false }),
    ] {
        let refused = ada.ask(SUBMIT, json!({ "input": input })).await;
        assert_eq!(refused.code(), Some("INVALID_INPUT"), "{}", refused.body);
        assert!(refused.body.to_string().contains("\"declaration\""));
    }
    assert_eq!(ada.sees().await["state"], "DRAFT");
    ada.hands_in().await.data();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_draft_that_comes_too_late_is_kept_and_told_the_days() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    ada.writes(&Applicant::headteacher()).await.data();
    closes(&portal, "2026-03-02").await;
    let refused = ada.hands_in().await;
    assert_eq!(refused.code(), Some("WRONG_STATE"), "{}", refused.body);
    assert!(refused.body.to_string().contains("2 March 2026"));
    assert_eq!(ada.sees().await["state"], "DRAFT");
    closes(&portal, "2026-03-03").await;
    ada.hands_in().await.data();
}

/// The last day on which the cohort takes applications.
async fn closes(portal: &Portal, day: &str) {
    let day: Date = day.parse().expect("a day");
    let cohort = portal.autumn().await.cohort_id;
    cohort::Entity::update_many()
        .col_expr(Column::ApplicationsTo, Expr::value(day))
        .filter(Column::Id.eq(cohort))
        .exec(&portal.app.db.write)
        .await
        .expect("a cohort");
}
