//! Whatever goes wrong has a stable code for programs.

use serde_json::{Value, json};
use tests::Portal;

/// Documents that fail, each with its code.
const FAILING: [(&str, &str); 10] = [
    ("{ tasks(first: 1) { totalCount }", "GRAPHQL_PARSE_FAILED"),
    ("{ nothing }", "GRAPHQL_VALIDATION_FAILED"),
    ("{ task { id } }", "GRAPHQL_VALIDATION_FAILED"),
    ("{ task(id: []) { id } }", "GRAPHQL_VALIDATION_FAILED"),
    (
        "{ tasks(first: \"ten\") { totalCount } }",
        "GRAPHQL_VALIDATION_FAILED",
    ),
    (
        "{ tasks(first: 1, orderBy: { field: LUCK }) { totalCount } }",
        "GRAPHQL_VALIDATION_FAILED",
    ),
    ("{ task(id: \"no id at all\") { id } }", "NOT_FOUND"),
    (
        "{ tasks(first: 1, after: \"!\") { totalCount } }",
        "INVALID_INPUT",
    ),
    ("{ people(first: 1) { totalCount } }", "FORBIDDEN"),
    (
        "mutation { signInByLink(input: { token: \"\" }) { person { id } } }",
        "WRONG_STATE",
    ),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_error_has_a_code() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    for (document, code) in FAILING {
        let answer = ada.ask(document, json!({})).await;
        assert_eq!(answer.code(), Some(code), "{} to {document}", answer.body);
        let error = &answer.body["errors"][0];
        let message = error["message"].as_str().unwrap_or_default();
        assert!(
            message.ends_with(['.', '…', '"']) || message.len() > 10,
            "{error}"
        );
    }
    portal
        .anonymous()
        .expect_error("UNAUTHENTICATED", "{ cohorts { id } }", json!({}))
        .await;
}

/// Errors in input name the field as the schema does, so that the app can show them beside it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn input_errors_name_their_fields() {
    let portal = Portal::start().await;
    let office = portal.administrator().await;
    let document = "mutation($input: AddSchoolInput!) { addSchool(input: $input) { id } }";
    let input = json!({ "urn": "1", "name": "", "town": " ", "postcode": "", "localAuthority": "",
        "headName": "Helen", "headEmail": "nobody" });
    let error = office
        .expect_error("INVALID_INPUT", document, json!({ "input": input }))
        .await;
    let fields = error["extensions"]["fields"].as_array().expect("fields");
    let model = super::model::model();
    let known = &model.types["AddSchoolInput"].fields;
    assert_eq!(fields.len(), 6, "{fields:?}");
    for field in fields {
        let name = field["name"].as_str().expect("a name");
        assert!(known.contains_key(name), "AddSchoolInput has no {name}");
        assert!(
            field["message"]
                .as_str()
                .is_some_and(|text| text.ends_with('.')),
            "{field}"
        );
    }
    assert_ne!(error["message"], Value::Null);
}
