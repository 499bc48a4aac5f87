//! Pages that are not given out.

use serde_json::{Value, json};
use server::access::TokenScope;
use tests::{Portal, Visitor};

use super::pages::orders;
use crate::access::applying::{applied, text};
use crate::schema::model::{Model, model};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn odd_pages_are_refused_everywhere() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    ada.asks_approval_of("policy_review").await;
    applied(&portal, &ada, text(&portal).await).await;
    portal.token(&[TokenScope::Reports]).await;
    let group = portal.programme.group_id;
    portal
        .hosted_by("Northfield Hub", "Hollie Host", group)
        .await;
    let (office, model) = (portal.administrator().await, model());
    for (list, field) in &model.object("Query").expect("Query").fields {
        if !field.base().ends_with("Connection") {
            continue;
        }
        for end in ["first", "last"] {
            for rows in ["101", "-1", "2147483647", "-2147483648"] {
                let document = format!("{{ {list}({end}: {rows}) {{ totalCount }} }}");
                office
                    .expect_error("PAGE_TOO_LARGE", &document, json!({}))
                    .await;
            }
            let none =
                format!("{{ {list}({end}: 0) {{ nodes {{ id }} pageInfo {{ endCursor }} }} }}");
            let none = office.query(&none, json!({})).await;
            assert_eq!(none[list]["nodes"], json!([]), "{list}");
        }
        for (sizes, name) in [
            ("first: 1, last: 1", "last"),
            ("first: null, last: null", "first"),
            ("after: null", "first"),
        ] {
            let document = format!("{{ {list}({sizes}) {{ totalCount }} }}");
            refused(&office, &document, &Value::Null, name).await;
        }
    }
    foreign_cursors(&office, &model).await;
}

/// A cursor of another list or another order, or one that was made up, names its argument.
async fn foreign_cursors(office: &Visitor, model: &Model) {
    let mut others: Vec<Value> = [
        "!",
        "AAAA",
        "bnVsbA",
        "W3siVCI6IngifSwieCJd",
        "",
        "\u{0}",
        // As cursors were before they told their list: a day and an id.
        "W3siRCI6IjIwMjYtMDEtMDEifSwiMDE5MGI1YTAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAwIl0",
    ]
    .map(Value::from)
    .to_vec();
    for (list, field) in &model.object("Query").expect("Query").fields {
        if !field.arguments.contains_key("first") {
            continue;
        }
        // The list's own order has a name too, and is met again under it.
        for order in orders(model, list).into_iter().skip(1) {
            for (size, from) in [("first", "after"), ("last", "before")] {
                let document = format!(
                    "query($from: String) {{ {list}({size}: 5, {from}: $from{order}) {{ edges {{ cursor }} }} }}"
                );
                for cursor in others.iter().take(7).chain(others.last()) {
                    refused(office, &document, cursor, from).await;
                }
            }
            let document = format!("{{ {list}(first: 1{order}) {{ edges {{ cursor }} }} }}");
            let mut told = office.query(&document, json!({})).await;
            others.push(told[list]["edges"][0]["cursor"].take());
        }
    }
    assert!(others.iter().all(Value::is_string), "each list has a row");
}

async fn refused(office: &Visitor, document: &str, from: &Value, name: &str) {
    let answer = office.ask(document, json!({ "from": from })).await;
    let told = (
        answer.code(),
        &answer.body["errors"][0]["extensions"]["fields"][0]["name"],
    );
    assert_eq!(
        told,
        (Some("INVALID_INPUT"), &json!(name)),
        "{document} from {from}: {}",
        answer.body
    );
}
