//! An application that is put off to a later cohort.

use entity::letter::{self, Kind};
use entity::{agreement_text, programme};
use sea_orm::ActiveValue::Set;
use sea_orm::ConnectionTrait as _;
use sea_orm::{ActiveModelTrait as _, DbBackend, EntityTrait as _, Statement};
use serde_json::{Value, json};
use server::application::GOES_ALONG;
use tests::{Applicant, Person, Portal, Programme};
use uuid::Uuid;

use super::states;

const DEFER: &str =
    "mutation($input: DeferApplicationInput!) { deferApplication(input: $input) { id } }";

async fn january(portal: &Portal) -> Uuid {
    Programme::opens_cohort(&portal.app, "nasenco", "2027-01-11").await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_school_signed_goes_along() {
    let portal = Portal::start().await;
    let ada = portal.offered_applicant("Ada").await;
    let january = january(&portal).await;
    portal.post_letters().await;
    let before = ada.sees().await;
    ada.defers(january).await.data();
    let ended = ada.sees().await;
    assert_eq!(ended["state"], "DEFERRED");
    assert_eq!(ended["leaving"], "TIMING");
    assert_eq!(ended["deferredTo"]["id"], json!(january));
    assert_eq!(ended["agreement"], Value::Null, "it goes along");
    let later = ada.goes_on().await;
    let seen = later.sees().await;
    assert_eq!(seen["state"], "READY");
    assert_eq!(seen["agreement"]["id"], before["agreement"]["id"]);
    assert_eq!(seen["agreement"]["state"], "SIGNED");
    assert_eq!(seen["invitation"]["id"], before["invitation"]["id"]);
    portal.post_letters().await;
    let sent = letter::State::Sent;
    assert_eq!(
        states(&portal, Kind::ApplicationDeferred).await,
        [sent, sent]
    );
    assert_eq!(states(&portal, Kind::ApplicationEnded).await, [sent]);
    assert_eq!(states(&portal, Kind::AgreementNoLongerNeeded).await, []);
    // The mentor's link is the one of before.
    let letters = portal.mailbox().letters_to(&ada.mentor.email);
    let link = letters.first().expect("an invitation").link();
    portal.follow(&link).await.agrees("Grace Mentor").await;
    assert_eq!(later.sees().await["invitation"]["state"], "ACCEPTED");
    takes_a_place(&portal, &later, january).await;
}

async fn takes_a_place(portal: &Portal, later: &Applicant, cohort: Uuid) {
    let office = portal.administrator().await;
    let group = json!({ "input": {
        "cohortId": cohort, "name": "Winterfield", "place": "Winterfield Hall", "mode": "FACE_TO_FACE",
    } });
    let add = "mutation($input: AddGroupInput!) { addGroup(input: $input) { id } }";
    let group = office.query(add, group).await["addGroup"]["id"].take();
    let group = group.as_str().expect("an id").parse().expect("an id");
    office
        .offers_place(later.application_id, group)
        .await
        .data();
    later.accepts().await.data();
    assert_eq!(later.sees().await["state"], "ENROLLED");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_applicant_puts_off_only_what_is_offered_and_knows_what_it_means() {
    let portal = Portal::start().await;
    let ada = portal.ready_applicant("Ada").await;
    let january = january(&portal).await;
    let refused = ada.defers(january).await;
    assert_eq!(refused.code(), Some("WRONG_STATE"), "{}", refused.body);
    let office = portal.administrator().await;
    let group = portal.autumn().await.group_id;
    office.offers_place(ada.application_id, group).await.data();
    let version = ada.version().await;
    let other = Programme::opens_cohort(&portal.app, "npq_senco", "2027-01-04").await;
    let cases = [
        (
            json!({ "toCohortId": other }),
            "INVALID_INPUT",
            "another programme's",
        ),
        (
            json!({ "toCohortId": portal.autumn().await.cohort_id }),
            "INVALID_INPUT",
            "the same",
        ),
        (json!({ "leaving": "OTHER" }), "INVALID_INPUT", "no reason"),
        (
            json!({ "version": version - 1 }),
            "CONFLICT",
            "an old version",
        ),
        (
            json!({ "acceptsLate": false }),
            "INVALID_INPUT",
            "too late, and not known",
        ),
    ];
    for (change, code, why) in cases {
        let mut input = json!({
            "applicationId": ada.application_id, "version": version, "toCohortId": january, "leaving": "TOO_FAR",
            "acceptsLate": true,
        });
        let change = change.as_object().expect("an object").clone();
        input.as_object_mut().expect("an object").extend(change);
        let refused = ada.ask(DEFER, json!({ "input": input })).await;
        assert_eq!(refused.code(), Some(code), "{why}: {}", refused.body);
    }
    assert_eq!(ada.sees().await["state"], "OFFERED");
    let document = "query($id: ID!) { application(id: $id) { clock { colour }
        deferrals { cohortId daysLater clock { colour forecastAwardOn deadline } } can } }";
    let seen = ada
        .query(document, json!({ "id": ada.application_id }))
        .await;
    let seen = &seen["application"];
    assert_eq!(seen["clock"]["colour"], "RED");
    assert_eq!(seen["deferrals"][0]["cohortId"], json!(january));
    assert_eq!(seen["deferrals"][0]["clock"]["deadline"], "2027-01-08");
    assert!(seen["can"].to_string().contains("DEFER"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_school_that_is_asked_answers_by_the_same_link() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    ada.applies().await;
    let january = january(&portal).await;
    let link = portal.link_to(Programme::HEADTEACHER).await;
    let office = portal.administrator().await;
    let version = ada.version().await;
    put_off(&office, &ada, version, january).await;
    let later = ada.goes_on().await;
    assert_eq!(later.sees().await["state"], "AWAITING_SCHOOL");
    let page = portal.follow(&link).await;
    page.signs("Helen Headteacher", &ada.mentor).await;
    assert_eq!(later.sees().await["state"], "READY");
}

async fn put_off(office: &Person, who: &Applicant, version: i64, to: Uuid) {
    let told = office.defers_application(who.application_id, version, to);
    told.await.data();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn other_words_are_signed_anew() {
    let portal = Portal::start().await;
    let ada = portal.offered_applicant("Ada").await;
    let january = january(&portal).await;
    let db = &portal.app.db;
    let programme = programme::Entity::find().one(&db.read).await;
    let newer = agreement_text::ActiveModel {
        id: Set(Uuid::now_v7()),
        programme_id: Set(programme.expect("rows").expect("a programme").id),
        number: Set(2),
        title: Set("Support agreement".into()),
        body: Set("{school} supports {applicant} on twelve days.".into()),
        note: Set(None),
        written_by: Set("Amina".into()),
        created_at: Set(portal.now()),
    };
    newer.insert(&db.write).await.expect("a text");
    ada.defers(january).await.data();
    let later = ada.goes_on().await;
    let seen = later.sees().await;
    assert_eq!(seen["state"], "AWAITING_SCHOOL");
    assert_eq!(seen["agreement"]["state"], "SENT");
    assert_eq!(seen["invitation"]["state"], "SUPERSEDED");
    let link = portal.link_to(Programme::HEADTEACHER).await;
    let page = portal.follow(&link).await;
    page.signs("Helen Headteacher", &ada.mentor).await;
    assert_eq!(later.sees().await["state"], "READY");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reasons_are_counted() {
    let portal = Portal::start().await;
    let (ada, ben) = (
        portal.offered_applicant("Ada").await,
        portal.offered_applicant("Ben").await,
    );
    ada.finds_it_too_far().await.data();
    assert_eq!(ada.sees().await["reason"], "Too far away");
    ben.defers(january(&portal).await).await.data();
    let office = portal.administrator().await;
    let count = "query($leaving: [LeavingReason!]) { applications(first: 0, where: {leaving: {oneOf: $leaving}}) { totalCount } }";
    for (leaving, number) in [("TOO_FAR", 1), ("TIMING", 1), ("SCHOOL", 0)] {
        let told = office.query(count, json!({ "leaving": [leaving] })).await;
        assert_eq!(told["applications"]["totalCount"], number, "{leaving}");
    }
}

/// Whoever adds a table that names an application says whether its rows go along.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_reference_to_an_application_goes_along_or_stays() {
    // What happened, and what was noted down, stays where it was; of letters, those about the askings go along.
    const STAYS: [&str; 4] = ["application", "application_note", "event", "letter"];
    let portal = Portal::start().await;
    let db = &portal.app.db.read;
    let sql = match db.get_database_backend() {
        DbBackend::Postgres => {
            "SELECT DISTINCT c.conrelid::regclass::text AS holder FROM pg_constraint c
             WHERE c.contype = 'f' AND c.confrelid = 'application'::regclass"
        }
        _ => {
            "SELECT DISTINCT t.name AS holder FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
             WHERE t.type = 'table' AND f.\"table\" = 'application'"
        }
    };
    let found = db
        .query_all_raw(Statement::from_string(db.get_database_backend(), sql))
        .await;
    let mut found: Vec<String> = found
        .expect("the database knows itself")
        .iter()
        .map(|row| row.try_get("", "holder").expect("a name"))
        .filter(|holder: &String| !STAYS.contains(&holder.as_str()))
        .collect();
    found.sort();
    assert_eq!(found, GOES_ALONG, "server::application::GOES_ALONG");
}
