//! What the office notes down is its own, and stays.

use entity::application_note;
use sea_orm::EntityTrait as _;
use sea_orm::sea_query::Expr;
use serde_json::{Value, json};
use server::access::TokenScope;
use tests::{Answer, Applicant, Person, Portal, Visitor};

const NOTE: &str = "mutation($input: AddApplicationNoteInput!) {
    addApplicationNote(input: $input) { text writtenBy }
}";
const CHECK: &str = "mutation($input: CheckTeacherStatusInput!) {
    checkTeacherStatus(input: $input) { text writtenBy writtenAt }
}";
const SEEN: &str = "query($id: ID!) { application(id: $id) {
    version updatedAt notes { text writtenBy writtenAt } teacherStatusCheck { text writtenBy writtenAt }
    timeline { kind }
} }";

async fn notes(by: &Person, of: &Applicant, text: &str) -> Answer {
    let input = json!({ "applicationId": of.application_id, "text": text });
    by.ask(NOTE, json!({ "input": input })).await
}

async fn checks(by: &Person, of: &Applicant, remark: Value) -> Answer {
    let input = json!({ "applicationId": of.application_id, "remark": remark });
    by.ask(CHECK, json!({ "input": input })).await
}

async fn seen(by: &Visitor, of: &Applicant) -> Value {
    by.query(SEEN, json!({ "id": of.application_id })).await["application"].take()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_office_reads_its_notes_and_nobody_else_does() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    ada.applies().await;
    let office = portal.administrator().await;
    let personal = [TokenScope::Reports, TokenScope::ReportsPersonal];
    let tool = portal.token(&personal).await;
    let before = seen(&ada, &ada).await;
    notes(&office, &ada, " Called the school.\nThe head is away.\0 ")
        .await
        .data();
    notes(&office, &ada, "Called again").await.data();
    checks(&office, &ada, Value::Null).await.data();
    checks(&office, &ada, json!("QTS since 2014")).await.data();

    let told = seen(&office, &ada).await;
    assert_eq!(told["notes"][0]["text"], "Called again");
    assert_eq!(
        told["notes"][1]["text"],
        "Called the school.\nThe head is away."
    );
    assert_eq!(told["notes"][1]["writtenBy"], "Amina Administrator");
    let check = &told["teacherStatusCheck"];
    assert_eq!(check["text"], "QTS since 2014");
    assert_eq!(check["writtenBy"], "Amina Administrator");
    assert_eq!(
        seen(&ada, &ada).await,
        before,
        "the applicant notices nothing"
    );
    let told = seen(&tool, &ada).await;
    assert_eq!(
        (&told["notes"], &told["teacherStatusCheck"]),
        (&json!([]), &Value::Null)
    );
    let events = "{ events(first: 20, where: { kind: { oneOf: [APPLICATION_NOTED, TEACHER_STATUS_CHECKED] } }) { totalCount } }";
    assert_eq!(
        office.query(events, json!({})).await["events"]["totalCount"],
        4
    );
    let own = "{ events(first: 20) { totalCount } }";
    ada.expect_error("FORBIDDEN", own, json!({})).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_noted_is_refused() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    let office = portal.administrator().await;
    for (answer, field) in [
        (notes(&office, &ada, " \n ").await, "text"),
        (notes(&office, &ada, &"x".repeat(2_001)).await, "text"),
        (
            checks(&office, &ada, json!("x".repeat(2_001))).await,
            "remark",
        ),
    ] {
        let error = answer.error("INVALID_INPUT");
        assert_eq!(error["extensions"]["fields"][0]["name"], field);
    }
    notes(&ada, &ada, "I am fine").await.error("FORBIDDEN");
    checks(&ada, &ada, Value::Null).await.error("FORBIDDEN");
    notes(&office, &ada, &"ü".repeat(2_000)).await.data();
    let db = &portal.app.db.write;
    let changed = application_note::Entity::update_many()
        .col_expr(application_note::Column::Text, Expr::value("Another"))
        .exec(db);
    assert!(changed.await.is_err(), "a note was changed");
    let deleted = application_note::Entity::delete_many().exec(db);
    assert!(deleted.await.is_err(), "a note was deleted");
}
