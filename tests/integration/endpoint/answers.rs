//! Answers have the shape that was asked for, however it was asked.

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
