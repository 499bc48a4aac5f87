use serde_json::json;

use super::scratch::{ask, ask_with};
use crate::endpoint::Limits;

async fn assert_data(query: &str, data: &str) {
    let answer = ask(query).await;
    assert_eq!(answer.data(), data, "{query}\n{}", answer.text);
}

#[tokio::test]
async fn keys_come_in_the_order_asked() {
    assert_data(
        "{ thing { slower { slow id } id slow } hello }",
        r#"{"thing":{"slower":{"slow":"slow","id":1},"id":0,"slow":"slow"},"hello":"hello"}"#,
    )
    .await;
    assert_data(
        "{ things(first: 2) { slow id } }",
        r#"{"things":[{"slow":"slow","id":0},{"slow":"slow","id":1}]}"#,
    )
    .await;
}

#[tokio::test]
async fn aliases_and_fragments_stand_where_they_are_spread() {
    assert_data(
        "{ thing { ...Both z: id } hello } fragment Both on Thing { s: slow ... { id } }",
        r#"{"thing":{"s":"slow","id":0,"z":0},"hello":"hello"}"#,
    )
    .await;
}

#[tokio::test]
async fn a_field_asked_twice_stands_where_it_was_asked_first() {
    assert_data(
        "{ thing { slower { slow } id } hello thing { slower { id } slow } }",
        r#"{"thing":{"slower":{"slow":"slow","id":1},"id":0,"slow":"slow"},"hello":"hello"}"#,
    )
    .await;
}

#[tokio::test]
async fn only_a_fragment_that_applied_decides() {
    assert_data(
        "{ mixed { ... on Task { due title id } ... on Note { id body title } __typename } }",
        r#"{"mixed":[{"due":"tomorrow","title":"a task","id":1,"__typename":"Task"},{"id":2,"body":"text","title":"a note","__typename":"Note"}]}"#,
    )
    .await;
}

#[tokio::test]
async fn skipped_fields_decide_nothing() {
    let query = "query ($no: Boolean = false, $yes: Boolean!) {
        thing { id @include(if: $no) slow id @skip(if: $no) thing @include(if: $yes) { id } }
    }";
    let answer = ask_with(query, json!({ "yes": true }), Limits::default()).await;
    assert_eq!(answer.code(), "no code", "{}", answer.text);
    assert_eq!(
        answer.data(),
        r#"{"thing":{"slow":"slow","id":0,"thing":{"id":1}}}"#
    );
}

#[tokio::test]
async fn a_default_decides_whether_a_field_is_included() {
    let query = "query ($yes: Boolean = true) { hello @include(if: $yes) caller }";
    let answer = ask(query).await;
    assert_eq!(
        answer.data(),
        r#"{"hello":"hello","caller":"a known program"}"#
    );
}

#[tokio::test]
async fn a_failed_field_is_null() {
    assert_data(
        "{ thing { id broken slow } broken hello }",
        r#"{"thing":{"id":0,"broken":null,"slow":"slow"},"broken":null,"hello":"hello"}"#,
    )
    .await;
    assert_data(
        "{ things(first: 2) { b: broken id } }",
        r#"{"things":[{"b":null,"id":0},{"b":null,"id":1}]}"#,
    )
    .await;
    assert_data("{ b: broken }", r#"{"b":null}"#).await;
}

#[tokio::test]
async fn a_failed_field_that_must_be_there_leaves_no_data() {
    for query in [
        "{ lost }",
        "{ hello lost }",
        "{ ...All } fragment All on Query { hello ... { found: lost broken } }",
        "mutation { signIn lose }",
    ] {
        let answer = ask(query).await;
        assert_eq!(answer.data(), "null", "{query}\n{}", answer.text);
    }
}
