//! Pages that are not given out.

use serde_json::json;
use tests::{Portal, Visitor};

use super::pages::orders;
use crate::schema::model::{Model, model};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn odd_pages_are_refused_everywhere() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    ada.asks_approval_of("policy_review").await;
    let (office, model) = (portal.administrator().await, model());
    for (list, field) in &model.object("Query").expect("Query").fields {
        if !field.arguments.contains_key("first") {
            continue;
        }
        for first in ["101", "-1", "2147483647", "-2147483648"] {
            let document = format!("{{ {list}(first: {first}) {{ totalCount }} }}");
            office
                .expect_error("PAGE_TOO_LARGE", &document, json!({}))
                .await;
        }
        let none = format!("{{ {list}(first: 0) {{ nodes {{ id }} pageInfo {{ endCursor }} }} }}");
        let none = office.query(&none, json!({})).await;
        assert_eq!(none[list]["nodes"], json!([]), "{list}");
        foreign_cursors(&office, &model, list).await;
    }
}

/// A cursor of another kind of order, or one that was made up, names its argument.
async fn foreign_cursors(office: &Visitor, model: &Model, list: &str) {
    let document = |order: &str| {
        format!(
            "query($after: String) {{ {list}(first: 5, after: $after{order}) {{ nodes {{ id }} }} }}"
        )
    };
    // Not Base64, not JSON, not a cursor, no id; a text where a moment belongs; an id alone.
    let made_up = ["!", "AAAA", "bnVsbA", "W3siVCI6IngifSwieCJd", "", "\u{0}"];
    for order in orders(model, list) {
        for cursor in made_up {
            let answer = office
                .ask(&document(&order), json!({ "after": cursor }))
                .await;
            assert_eq!(
                answer.code(),
                Some("INVALID_INPUT"),
                "{list}{order} after {cursor:?}: {}",
                answer.body
            );
            assert_eq!(
                answer.body["errors"][0]["extensions"]["fields"][0]["name"],
                "after"
            );
        }
    }
    // By number, which no list is sorted by in the way that people or groups are.
    let day = "W3siRCI6IjIwMjYtMDEtMDEifSwiMDE5MGI1YTAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAwIl0";
    if !matches!(list, "tasks" | "participants") {
        office
            .expect_error("INVALID_INPUT", &document(""), json!({ "after": day }))
            .await;
    }
}
