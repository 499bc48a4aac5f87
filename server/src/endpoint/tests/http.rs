//! Methods, bodies, deadlines, and who is asking.

use std::time::Duration;

use poem::{
    Body,
    http::{Method, StatusCode},
};

use serde_json::json;

use super::scratch::{HELLO, answer, get, post, send};
use crate::endpoint::Limits;

#[tokio::test]
async fn a_bad_request_says_what_is_wrong() {
    for (body, says) in [
        ("", "no body"),
        ("  \n", "no body"),
        ("7", "must be a JSON object"),
        ("{ \"not a JSON", "not valid JSON"),
        ("{}", "`query` is missing"),
        (
            r#"{"query":7}"#,
            "`query` must be a string; it was a number.",
        ),
        (
            r#"{"query":"{ hello }","variables":"x"}"#,
            "`variables` must be an object or null; it was a string.",
        ),
        (
            r#"{"query":"{ hello }","operationName":[]}"#,
            "`operationName` must be a string or null; it was a list.",
        ),
        (
            r#"{"query":"{ hello }","extensions":false}"#,
            "`extensions` must be an object or null; it was a boolean.",
        ),
    ] {
        let answer = answer(post().body(body)).await;
        assert_eq!(
            (answer.status.as_u16(), answer.code()),
            (400, "BAD_REQUEST"),
            "{body}"
        );
        assert!(answer.text.contains(says), "{body}: {}", answer.text);
    }
    let batch = answer(post().body(format!(" [{HELLO},{HELLO}]"))).await;
    assert_eq!(
        (batch.status.as_u16(), batch.code()),
        (400, "BATCH_NOT_SUPPORTED")
    );
    let not_utf8 = answer(post().body(b"{\"query\":\"\xff\"}".to_vec())).await;
    assert_eq!(not_utf8.code(), "BAD_REQUEST");
}

#[tokio::test]
async fn bodies_are_bounded() {
    let of = |bytes: usize| format!("{HELLO}{}", " ".repeat(bytes - HELLO.len()));
    assert_eq!(answer(post().body(of(65_536))).await.status, StatusCode::OK);
    let over = answer(post().body(of(65_537))).await;
    assert_eq!((over.status.as_u16(), over.code()), (413, "BODY_TOO_LARGE"));
    let declared = answer(post().header("content-length", "50000000").body(HELLO)).await;
    assert_eq!(declared.code(), "BODY_TOO_LARGE");

    let never = futures_util::stream::pending::<Result<Vec<u8>, std::io::Error>>();
    let limits = Limits {
        body_deadline: Duration::from_millis(5),
        ..Limits::default()
    };
    let slow = send(limits, post().body(Body::from_bytes_stream(never))).await;
    assert_eq!((slow.status.as_u16(), slow.code()), (408, "BODY_TOO_SLOW"));
}

#[tokio::test]
async fn operations_have_a_deadline() {
    let limits = Limits {
        deadline: Duration::from_millis(5),
        ..Limits::default()
    };
    let late = send(limits, post().body(r#"{"query":"{ never }"}"#)).await;
    assert_eq!((late.status.as_u16(), late.code()), (503, "TIMED_OUT"));
}

#[tokio::test]
async fn a_get_may_query_and_nothing_else() {
    let query = answer(get("query=%7Bhello%7D").finish()).await;
    assert_eq!(
        (query.status.as_u16(), query.data()),
        (200, r#"{"hello":"hello"}"#)
    );
    let variables = "query=query(%24t:String)%7Becho(text:%24t)%7D&variables=%7B%22t%22:%22x%22%7D";
    assert_eq!(
        answer(get(variables).finish()).await.data(),
        r#"{"echo":"x"}"#
    );

    let mutation = answer(get("query=mutation%7BsignIn%7D").finish()).await;
    assert_eq!(
        (mutation.status.as_u16(), mutation.code()),
        (405, "METHOD_NOT_ALLOWED")
    );
    assert_eq!(mutation.headers["allow"], "POST");
    assert!(!mutation.headers.contains_key("set-cookie"));

    for bad in [
        "query=%7Bhello%7D&query=%7Bhello%7D",
        "query=%7Bhello%7D&variables=x",
        "a=b",
        "",
    ] {
        assert_eq!(
            answer(get(bad).finish()).await.code(),
            "BAD_REQUEST",
            "{bad}"
        );
    }
    let limits = Limits {
        body_bytes: 19,
        ..Limits::default()
    };
    let long = send(limits, get("query=%7Bhello%7D&a=").finish()).await;
    assert_eq!((long.status.as_u16(), long.code()), (413, "BODY_TOO_LARGE"));

    for method in [
        Method::PUT,
        Method::DELETE,
        Method::OPTIONS,
        Method::HEAD,
        Method::PATCH,
    ] {
        let other = answer(post().method(method.clone()).body(HELLO)).await;
        assert_eq!(other.status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
        assert_eq!(other.headers["allow"], "GET, POST");
    }
}

#[tokio::test]
async fn callers_are_asked_and_may_refuse() {
    let who = |token: &str| {
        post()
            .header("authorization", format!("Bearer {token}"))
            .body(r#"{"query":"{ caller }"}"#)
    };
    assert_eq!(
        answer(who("known")).await.data(),
        r#"{"caller":"a known program"}"#
    );
    let unknown = answer(who("unknown")).await;
    assert_eq!(
        (unknown.status.as_u16(), unknown.code()),
        (401, "UNAUTHENTICATED")
    );
    assert_eq!(unknown.headers["www-authenticate"], "Bearer");
    let busy = answer(who("busy")).await;
    assert_eq!(
        (busy.status.as_u16(), busy.code()),
        (429, "TOO_MANY_REQUESTS")
    );
    assert_eq!(busy.headers["retry-after"], "7");
    let nobody = answer(post().body(r#"{"query":"{ caller }"}"#)).await;
    assert_eq!(nobody.data(), r#"{"caller":"nobody"}"#);
}

#[tokio::test]
async fn who_has_to_know_hears_what_it_costs() {
    let who = |token: &str, first: usize| {
        let query = format!("{{ things(first: {first}) {{ id }} hello }}");
        post()
            .header("authorization", format!("Bearer {token}"))
            .body(json!({ "query": query }).to_string())
    };
    let charged = answer(who("charged", 7)).await;
    assert_eq!(
        charged.json["extensions"]["cost"],
        json!({ "requested": 7, "left": 3, "limit": 10, "resetsAt": "2026-06-30T11:00:00Z" })
    );
    assert_eq!(
        charged.headers["ratelimit-policy"],
        "\"points\";q=10;w=3600"
    );
    assert_eq!(charged.headers["ratelimit"], "\"points\";r=3;t=1350");

    let refused = answer(who("charged", 11)).await;
    assert_eq!(
        (refused.status.as_u16(), refused.code()),
        (429, "TOO_MANY_REQUESTS")
    );
    assert_eq!(refused.headers["retry-after"], "1350");
    assert_eq!(refused.json["extensions"]["cost"]["left"], 10);
    assert_eq!(refused.json.get("data"), None);

    let weighed = answer(who("weighed", 7)).await;
    assert_eq!(
        weighed.json["extensions"],
        json!({ "cost": { "requested": 7 } })
    );
    assert!(!weighed.headers.contains_key("ratelimit"));
    let nobody = answer(post().body(HELLO)).await;
    assert_eq!(nobody.json.get("extensions"), None);
}

#[tokio::test]
async fn a_type_is_hidden_from_those_who_may_not_see_the_schema() {
    let body = r#"{"query":"{ __type(name: \"Thing\") { name } __typename }"}"#;
    assert_eq!(
        answer(post().body(body)).await.data(),
        r#"{"__type":null,"__typename":"Query"}"#
    );
    let known = post().header("authorization", "Bearer known").body(body);
    assert_eq!(
        answer(known).await.data(),
        r#"{"__type":{"name":"Thing"},"__typename":"Query"}"#
    );
    let hidden =
        r#"{"query":"{ ... { ...F } } fragment F on Query { s: __schema { types { name } } }"}"#;
    assert_eq!(
        answer(post().body(hidden)).await.code(),
        "INTROSPECTION_NOT_ALLOWED"
    );
}

#[tokio::test]
async fn a_resolver_can_set_a_cookie() {
    let answer = answer(post().body(r#"{"query":"mutation { signIn }"}"#)).await;
    assert_eq!(answer.data(), r#"{"signIn":true}"#);
    assert_eq!(
        answer.headers["set-cookie"],
        "__Host-session=1; Secure; Path=/"
    );
}
