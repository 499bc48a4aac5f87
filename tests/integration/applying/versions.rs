//! Versions of the agreement's words: who is shown which, and that none of them changes.

use entity::agreement_text::{Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{EntityTrait as _, QueryOrder as _};
use serde_json::{Value, json};
use tests::{Answer, Person, Portal, Programme, Signatory};
use uuid::Uuid;

const PROGRAMMES: &str = "{ agreementProgrammes { id name number title body } }";
const PREVIEW: &str =
    "mutation($input: PreviewAgreementTextInput!) { previewAgreementText(input: $input) {
    title problems { field message } warnings
    blocks { kind text points } changes { change text }
} }";
const PUBLISH: &str = "mutation($input: PublishAgreementTextInput!) {
    publishAgreementText(input: $input) { id number writtenBy note current changes { change text } }
}";
const TEXTS: &str = "{ agreementTexts(first: 20) { nodes { number current asked signed writtenBy blocks { text } } } }";

/// The programme for which people apply in tests.
async fn programme(portal: &Portal, office: &Person) -> Value {
    let cohort = portal.autumn().await.cohort_id;
    let programme_id = programme_of(portal, cohort).await;
    let told = office.query(PROGRAMMES, json!({})).await;
    let all = told["agreementProgrammes"].as_array().expect("programmes");
    let own = all.iter().find(|one| one["id"] == json!(programme_id));
    own.expect("the programme").clone()
}

async fn programme_of(portal: &Portal, cohort: Uuid) -> Uuid {
    let found = entity::cohort::Entity::find_by_id(cohort).one(&portal.app.db.read);
    found.await.expect("rows").expect("a cohort").programme_id
}

async fn publishes(office: &Person, base: &Value, expected: i64, body: &str) -> Answer {
    let input = json!({
        "programmeId": base["id"], "expectedNumber": expected, "title": base["title"], "body": body,
        "note": "The council asked for it",
    });
    office.ask(PUBLISH, json!({ "input": input })).await
}

fn longer(base: &Value) -> String {
    format!(
        "{}\nMarmalade at {{school}}.",
        base["body"].as_str().expect("a body")
    )
}

async fn rows(portal: &Portal) -> Vec<Model> {
    let rows = Entity::find().order_by_asc(Column::Number);
    rows.all(&portal.app.db.read).await.expect("texts")
}

fn somebody(name: &str) -> Signatory {
    Signatory {
        name: format!("{name} Signs"),
        email: format!("{}.signs@willowbank.test", name.to_lowercase()),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_was_asked_before_signs_what_they_were_shown() {
    let portal = Portal::start().await;
    let office = portal.administrator().await;
    let ada = portal.applicant("Ada").await;
    ada.applies_with(&somebody("Ann")).await.data();
    let first = portal
        .follow(&portal.link_to(&somebody("Ann").email).await)
        .await;
    let base = programme(&portal, &office).await;
    assert_eq!(base["number"], 1);
    let told = publishes(&office, &base, 1, &longer(&base)).await.data();
    let told = &told["publishAgreementText"];
    assert_eq!(
        (&told["number"], &told["current"]),
        (&json!(2), &json!(true))
    );
    assert_eq!(told["writtenBy"], "Amina Administrator");
    let changed: Vec<_> = told["changes"]
        .as_array()
        .expect("lines")
        .iter()
        .filter(|line| line["change"] != "KEPT")
        .collect();
    assert_eq!(
        changed,
        [&json!({ "change": "ADDED", "text": "Marmalade at {school}." })]
    );

    let ben = portal.applicant("Ben").await;
    ben.applies_with(&somebody("Bea")).await.data();
    let second = portal
        .follow(&portal.link_to(&somebody("Bea").email).await)
        .await;
    assert!(
        second.html().contains("Marmalade at Willowbank"),
        "{}",
        second.html()
    );
    assert!(!first.reload().await.html().contains("Marmalade"));
    first.signs("Ann Signs", &ada.mentor).await;
    second.signs("Bea Signs", &ben.mentor).await;
    let signed = entity::agreement::Entity::find()
        .all(&portal.app.db.read)
        .await
        .expect("rows");
    for row in signed {
        let words = row.signed_text.expect("words");
        let is_second = row.email.starts_with("bea");
        assert_eq!(words.contains("Version 2"), is_second, "{words}");
        assert_eq!(words.contains("Marmalade"), is_second, "{words}");
    }
    let told = office.query(TEXTS, json!({})).await;
    let uses: Vec<_> = told["agreementTexts"]["nodes"]
        .as_array()
        .expect("texts")
        .iter()
        .map(|text| {
            (
                text["number"].clone(),
                text["asked"].clone(),
                text["signed"].clone(),
                text["current"].clone(),
            )
        })
        .collect();
    assert_eq!(
        uses,
        [
            (json!(2), json!(1), json!(1), json!(true)),
            (json!(1), json!(1), json!(1), json!(false)),
        ]
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_who_publish_at_once_one_does_and_signing_goes_on() {
    let portal = Portal::start().await;
    let office = portal.administrator().await;
    let ada = portal.applicant("Ada").await;
    ada.applies().await;
    let page = portal
        .follow(&portal.link_to(Programme::HEADTEACHER).await)
        .await;
    let base = programme(&portal, &office).await;
    let mut publishing = tokio::task::JoinSet::new();
    for n in 0..8 {
        let (office, base) = (office.clone(), base.clone());
        let body = format!("{}\nNumber {n}.", longer(&base));
        publishing.spawn(async move { publishes(&office, &base, 1, &body).await });
    }
    let signed = page.signs("Helen Headteacher", &ada.mentor).await;
    assert_eq!(signed.status, 200);
    let told = publishing.join_all().await;
    assert_eq!(told.iter().filter(|answer| answer.is_ok()).count(), 1);
    let refused = told.into_iter().find(|answer| !answer.is_ok());
    let error = refused.expect("seven refused").error("CONFLICT");
    assert_eq!(error["extensions"]["currentVersion"], 2);
    let words = ada
        .query(
            "query($id: ID!) { application(id: $id) { agreement { state signedText } } }",
            json!({ "id": ada.application_id }),
        )
        .await;
    let agreement = &words["application"]["agreement"];
    assert_eq!(agreement["state"], "SIGNED");
    assert!(
        agreement["signedText"]
            .as_str()
            .is_some_and(|text| text.contains("Version 1"))
    );
    assert_eq!(rows(&portal).await.len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_school_is_asked_anew_for_a_later_cohort_once_the_words_changed() {
    let portal = Portal::start().await;
    let eve = portal.ready_applicant("Eve").await;
    let office = portal.administrator().await;
    let base = programme(&portal, &office).await;
    publishes(&office, &base, 1, &longer(&base)).await.data();
    let later = Programme::opens_cohort(&portal.app, "nasenco", "2027-01-11").await;
    let (id, version) = (eve.application_id, eve.version().await);
    office.defers_application(id, version, later).await.data();
    portal.post_letters().await;
    let asked = portal
        .mailbox()
        .letter_about(Programme::HEADTEACHER, "asks for")
        .await;
    let page = portal.follow(&asked.link()).await;
    assert!(page.html().contains("Marmalade"), "{}", page.html());
    let states: Vec<_> = entity::agreement::Entity::find()
        .all(&portal.app.db.read)
        .await
        .expect("rows")
        .into_iter()
        .map(|row| row.state)
        .collect();
    use entity::agreement::State::{Revoked, Sent};
    assert_eq!(states, [Revoked, Sent]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_signed_is_not_published() {
    let portal = Portal::start().await;
    let office = portal.administrator().await;
    let base = programme(&portal, &office).await;
    let same = base["body"].as_str().expect("a body").to_owned();
    for (body, told) in [
        ("", "Write the text."),
        ("Nothing known", "Say {applicant} somewhere."),
        (
            "{applicant} {school} {pupil}",
            "nothing is known under {pupil}",
        ),
        ("{applicant} {school", "a brace is opened and not closed"),
        (
            "{applicant} {school}\n## Only this",
            "a heading with no text below it",
        ),
        (&same, "This says the same as version 1."),
    ] {
        let error = publishes(&office, &base, 1, body)
            .await
            .error("INVALID_INPUT");
        let field = &error["extensions"]["fields"][0];
        assert_eq!(field["name"], "body");
        assert!(
            field["message"]
                .as_str()
                .is_some_and(|text| text.contains(told)),
            "{error}"
        );
    }
    let missing = json!({ "id": Uuid::nil(), "title": "A" });
    publishes(&office, &missing, 1, "{applicant} {school}")
        .await
        .error("NOT_FOUND");
    let input = json!({ "programmeId": base["id"], "title": "For {award} <b>", "body": "## One\n{applicant} & {school}\n- 王\n{no" });
    let told =
        office.query(PREVIEW, json!({ "input": input })).await["previewAgreementText"].take();
    assert_eq!(
        told["blocks"][1]["text"],
        "Ada Example & Example Primary School"
    );
    assert_eq!(told["blocks"][2]["points"], json!(["王"]));
    assert_eq!(told["problems"][0]["field"], "body");
    assert!(told["warnings"].to_string().contains('王'), "{told}");
    let ada = portal.applicant("Ada").await;
    publishes(&ada, &base, 1, "x").await.error("FORBIDDEN");
    ada.expect_error("FORBIDDEN", PREVIEW, json!({ "input": input }))
        .await;
    ada.expect_error("FORBIDDEN", TEXTS, json!({})).await;
    ada.expect_error("FORBIDDEN", PROGRAMMES, json!({})).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_version_never_changes() {
    let portal = Portal::start().await;
    portal.ready_applicant("Ada").await;
    let before = rows(&portal).await;
    assert!(!before.is_empty());
    let db = &portal.app.db.write;
    for column in [Column::Body, Column::Title, Column::WrittenBy] {
        let changed = Entity::update_many()
            .col_expr(column, Expr::value("Another"))
            .exec(db);
        assert!(changed.await.is_err(), "{column:?} was changed");
    }
    assert!(Entity::delete_many().exec(db).await.is_err());
    assert_eq!(rows(&portal).await, before);
}
