//! Types of bodies and answers, and the statuses that go with them.

use poem::{
    Request,
    http::{Method, StatusCode},
};
use serde_json::json;

use super::scratch::{HELLO, answer, post};

const GRAPHQL: &str = "application/graphql-response+json";

#[tokio::test]
async fn only_json_comes_in() {
    for (content_type, taken) in [
        ("application/json", true),
        ("Application/JSON; charset=UTF-8", true),
        ("application/json; charset=\"utf-8\"", true),
        ("application/json; charset=iso-8859-1", false),
        ("application/jsonp", false),
        ("text/plain", false),
        ("text/plain; application/json", false),
        ("application/graphql", false),
        ("application/graphql-response+json", false),
        ("application/x-www-form-urlencoded", false),
        ("multipart/form-data; boundary=x", false),
        ("", false),
    ] {
        let request = Request::builder()
            .method(Method::POST)
            .content_type(content_type);
        let answer = answer(request.body(HELLO)).await;
        assert_eq!(
            answer.status == StatusCode::OK,
            taken,
            "{content_type}: {}",
            answer.text
        );
        assert_eq!(
            answer.code() == "UNSUPPORTED_MEDIA_TYPE",
            !taken,
            "{content_type}"
        );
    }
    let untyped = Request::builder().method(Method::POST).body(HELLO);
    assert_eq!(
        answer(untyped).await.status,
        StatusCode::UNSUPPORTED_MEDIA_TYPE
    );
    let twice = post().header("content-type", "text/plain").body(HELLO);
    assert_eq!(
        answer(twice).await.status,
        StatusCode::UNSUPPORTED_MEDIA_TYPE
    );
    let zipped = post().header("content-encoding", "gzip").body(HELLO);
    assert_eq!(
        answer(zipped).await.status,
        StatusCode::UNSUPPORTED_MEDIA_TYPE
    );
}

#[tokio::test]
async fn the_answer_has_the_type_accepted() {
    for (accept, expected) in [
        ("*/*", "application/json; charset=utf-8"),
        ("application/*", "application/json; charset=utf-8"),
        (GRAPHQL, "application/graphql-response+json; charset=utf-8"),
        (
            "application/json;q=0.5, application/graphql-response+json",
            "application/graphql-response+json; charset=utf-8",
        ),
        (
            "application/graphql-response+json;q=0.9, application/json",
            "application/json; charset=utf-8",
        ),
        (
            "application/graphql-response+json, application/json",
            "application/graphql-response+json; charset=utf-8",
        ),
        (
            "text/html, application/xhtml+xml, */*;q=0.8",
            "application/json; charset=utf-8",
        ),
    ] {
        let answer = answer(post().header("accept", accept).body(HELLO)).await;
        assert_eq!(answer.headers["content-type"], expected, "{accept}");
        assert_eq!(answer.headers["cache-control"], "no-store");
    }
    for accept in ["text/html", "application/json;q=0", "image/*, text/*"] {
        let answer = answer(post().header("accept", accept).body(HELLO)).await;
        assert_eq!(
            (answer.status.as_u16(), answer.code()),
            (406, "NOT_ACCEPTABLE"),
            "{accept}"
        );
    }
}

#[tokio::test]
async fn statuses_follow_the_type_accepted() {
    for (query, code, status) in [
        ("{", "GRAPHQL_PARSE_FAILED", 400),
        ("{ nothing }", "GRAPHQL_VALIDATION_FAILED", 400),
        ("{ things(first: 101) { id } }", "PAGE_TOO_LARGE", 400),
        ("subscription { hello }", "GRAPHQL_VALIDATION_FAILED", 400),
        (
            "{ __schema { types { name } } }",
            "INTROSPECTION_NOT_ALLOWED",
            403,
        ),
    ] {
        let body = json!({ "query": query }).to_string();
        let json = answer(post().body(body.clone())).await;
        let graphql = answer(post().header("accept", GRAPHQL).body(body)).await;
        assert_eq!((json.status.as_u16(), json.code()), (200, code), "{query}");
        assert_eq!(
            (graphql.status.as_u16(), graphql.code()),
            (status, code),
            "{query}"
        );
        assert!(
            json.json.get("data").is_none() && graphql.json.get("data").is_none(),
            "{query}"
        );
    }
    for (query, data) in [
        ("{ broken }", json!({ "broken": null })),
        ("{ lost }", json!(null)),
    ] {
        let body = json!({ "query": query }).to_string();
        let failed = answer(post().header("accept", GRAPHQL).body(body)).await;
        assert_eq!(failed.status, StatusCode::OK, "{query}");
        assert_eq!(failed.json.get("data"), Some(&data), "{query}");
    }
}
