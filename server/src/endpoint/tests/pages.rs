//! Page sizes, wherever they are written.

use serde_json::json;

use super::scratch::{ask, assert_code, assert_edge};
use crate::endpoint::Limits;

#[tokio::test]
async fn pages() {
    let of = |argument: &str| format!("{{ things({argument}) {{ id }} }}");
    assert_edge(
        Limits::default(),
        &of("first: 100"),
        &of("first: 101"),
        "PAGE_TOO_LARGE",
    )
    .await;
    assert_edge(
        Limits::default(),
        &of("last: 0"),
        &of("last: -1"),
        "PAGE_TOO_LARGE",
    )
    .await;
    for first in [
        "-2147483648",
        "99999999999999999999999",
        "1e3",
        "100.5",
        "18446744073709551616",
    ] {
        let query = of(&format!("first: {first}"));
        assert_code(&query, json!({}), Limits::default(), "PAGE_TOO_LARGE").await;
    }
}

#[tokio::test]
async fn pages_given_by_variable() {
    let query = "query ($n: Int) { things(first: $n) { id } }";
    for (n, code) in [
        (0, "no code"),
        (100, "no code"),
        (101, "PAGE_TOO_LARGE"),
        (-1, "PAGE_TOO_LARGE"),
    ] {
        assert_code(query, json!({ "n": n }), Limits::default(), code).await;
    }
    let nested = "query ($n: Int) { things(first: $n) { things(first: $n) { id } } }";
    assert_code(
        nested,
        json!({ "n": 100 }),
        Limits::default(),
        "TOO_MANY_OBJECTS",
    )
    .await;
    assert_code(
        nested,
        json!({ "n": "100" }),
        Limits::default(),
        "GRAPHQL_VALIDATION_FAILED",
    )
    .await;
    assert_code(nested, json!({}), Limits::default(), "no code").await;
}

#[tokio::test]
async fn pages_given_by_default() {
    let of = |n: i64| format!("query ($n: Int = {n}) {{ things(first: $n) {{ id }} }}");
    assert_edge(Limits::default(), &of(100), &of(101), "PAGE_TOO_LARGE").await;
    // What is sent counts, not the default beside it.
    assert_code(&of(101), json!({ "n": 5 }), Limits::default(), "no code").await;
}

#[tokio::test]
async fn a_report_page_fits() {
    let columns = (0..20).map(|_| "thing { id slow } ").collect::<String>();
    let query =
        format!("{{ things(first: 100) {{ id slow {columns} things(first: 3) {{ id slow }} }} }}");
    assert_eq!(ask(&query).await.code(), "no code");
}
