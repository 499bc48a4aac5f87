//! Answers have the shape that was asked for, however it was asked.

use entity::school;
use sea_orm::{ConnectionTrait as _, EntityName as _};
use serde_json::{Value, json};
use tests::Portal;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_have_the_shape_asked_for() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let person = |id: &str| format!(r#"{{"roles":["PARTICIPANT"],"mine":"{id}"}}"#);
    let asked = ada.query("{ me { person { id } } }", json!({})).await;
    let id = asked["me"]["person"]["id"].as_str().expect("an id");
    let cases = [
        // Aliases.
        (
            "{ you: me { person { roles mine: id } } }",
            format!(r#"{{"you":{{"person":{}}}}}"#, person(id)),
        ),
        // A field that is asked for twice is one, also at the root.
        (
            "{ me { person { roles } } me { person { mine: id } } }",
            format!(r#"{{"me":{{"person":{}}}}}"#, person(id)),
        ),
        // Fragments, of which those for other types do not apply; names of types.
        (
            "{ me { ...Mine ... on Me { __typename } } } fragment Mine on Me { person { ...P } }
             fragment P on Person { roles ... { mine: id } }",
            format!(
                r#"{{"me":{{"person":{},"__typename":"Me"}}}}"#,
                person(id)
            ),
        ),
        // What is skipped is not there.
        (
            "query($no: Boolean = false) { me { person { roles mine: id name @include(if: $no) } } }",
            format!(r#"{{"me":{{"person":{}}}}}"#, person(id)),
        ),
        // Pages.
        (
            "{ tasks(first: 0) { __typename edges { cursor } nodes { id } pageInfo { hasNextPage endCursor } } }",
            r#"{"tasks":{"__typename":"TaskConnection","edges":[],"nodes":[],"pageInfo":{"hasNextPage":true,"endCursor":null}}}"#.to_owned(),
        ),
    ];
    for (document, expected) in cases {
        let answer = ada.ask(document, json!({})).await;
        let expected: Value = serde_json::from_str(&expected).expect("JSON");
        assert_eq!(answer.body["data"], expected, "{document}");
        assert!(answer.body["errors"].is_null(), "{}", answer.body);
    }
}

/// The specification has a null in the place of the nearest thing that may be null: of the whole answer, where the field of
/// the root may not.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_must_be_there_and_is_not_takes_the_answer_along() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    take_schools_away(&portal).await;
    let lost = "enrolment { school { name } }";
    let id = ada.task("policy_review");
    let cases = [
        (
            format!("{{ task(id: \"{id}\") {{ id {lost} }} me {{ person {{ id }} }} }}"),
            json!(["task", "enrolment", "school"]),
            Value::Null,
        ),
        (
            format!("{{ tasks(first: 1) {{ nodes {{ {lost} }} }} }}"),
            json!(["tasks", "nodes", 0, "enrolment", "school"]),
            Value::Null,
        ),
        (
            "{ me { person { id } enrolments { school { name } } } }".to_owned(),
            json!(["me", "enrolments", 0, "school"]),
            json!({ "me": null }),
        ),
    ];
    for (document, path, data) in cases {
        let answer = ada.ask(&document, json!({})).await;
        assert_eq!(answer.code(), Some("NOT_FOUND"), "{}", answer.body);
        assert_eq!(answer.body["errors"][0]["path"], path, "{document}");
        assert_eq!(answer.body.get("data"), Some(&data), "{document}");
    }
    portal.leave_as_it_is();
}

/// Past the database's own guard: a disorder that no verb can bring about.
async fn take_schools_away(portal: &Portal) {
    let table = school::Entity.table_name();
    let sql = match portal.app.db.is_sqlite() {
        true => format!("PRAGMA foreign_keys = OFF; DELETE FROM {table}; PRAGMA foreign_keys = ON"),
        false => format!(
            "BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM {table}; COMMIT"
        ),
    };
    let gone = portal.app.db.write.execute_unprepared(&sql).await;
    gone.expect("no schools");
}
