//! The same rows by GraphQL: the same values, the same pages whichever way they are turned, the same refusals.

use serde_json::{Value, json};
use server::access::TokenScope;
use server::report::{Column, Kind, Report, all};
use tests::{Portal, Visitor};

use super::read::csv_rows;
use super::world::{applied, busy};
use crate::statements::counting::{Counting, surplus};

/// Everything of a report, with these arguments.
fn document(report: &Report, arguments: &str) -> String {
    let fields: Vec<_> = report.columns.iter().map(Column::field).collect();
    format!(
        "{{ reports {{ {}({arguments}) {{ totalCount pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} \
         edges {{ cursor }} nodes {{ {} }} }} }} }}",
        report.name,
        fields.join(" ")
    )
}

async fn page(who: &Visitor, report: &Report, arguments: &str) -> Value {
    let told = who.query(&document(report, arguments), json!({})).await;
    told["reports"][report.name].clone()
}

fn nodes(page: &Value) -> &Vec<Value> {
    page["nodes"].as_array().expect("nodes")
}

/// A value as a CSV file writes it.
fn as_csv(kind: Kind, value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => match kind {
            Kind::Word(_) => text.to_lowercase(),
            Kind::Moment => text.replace("+00:00", "Z"),
            _ => text.clone(),
        },
        Value::Number(number) if number.is_f64() => number.as_f64().expect("a number").to_string(),
        other => other.to_string(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn graphql_has_the_rows_of_the_csv_file() {
    let portal = Portal::start().await;
    busy(&portal).await;
    applied(&portal).await;
    let office = portal.administrator().await;
    for report in all() {
        let rows = csv_rows(&office, &format!("/reports/{}.csv", report.name)).await;
        let told = page(&office, report, "first: 100").await;
        assert_eq!(told["totalCount"], rows.len(), "{}", report.name);
        for (row, node) in rows.iter().zip(nodes(&told)) {
            for column in &report.columns {
                let value = as_csv(column.kind, &node[column.field().as_ref()]);
                assert_eq!(row[column.name], value, "{}.{}", report.name, column.name);
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_order_can_be_turned_page_by_page_from_both_ends() {
    let portal = Portal::start().await;
    busy(&portal).await;
    applied(&portal).await;
    let office = portal.administrator().await;
    for report in all() {
        let sortable = report.columns.iter().filter(|column| column.can_sort());
        for column in sortable {
            for direction in ["ASC", "DESC"] {
                let order = format!(
                    "orderBy: {{field: {}, direction: {direction}}}",
                    column.name.to_uppercase()
                );
                for (end, next, edge) in [
                    ("first", "after", "endCursor"),
                    ("last", "before", "startCursor"),
                ] {
                    let whole = page(&office, report, &format!("{end}: 40, {order}")).await;
                    let mut turned: Vec<Value> = Vec::new();
                    let mut from = String::new();
                    while turned.len() < nodes(&whole).len() {
                        let part =
                            page(&office, report, &format!("{end}: 17, {order} {from}")).await;
                        assert!(!nodes(&part).is_empty(), "{}: {order} {end}", report.name);
                        match end {
                            "first" => turned.extend(nodes(&part).clone()),
                            _ => turned.splice(0..0, nodes(&part).clone()).for_each(drop),
                        }
                        from = format!(", {next}: {}", part["pageInfo"][edge]);
                    }
                    let known = nodes(&whole).len();
                    match end {
                        "first" => turned.truncate(known),
                        _ => drop(turned.drain(..turned.len() - known)),
                    }
                    assert_eq!(&turned, nodes(&whole), "{}: {order} {end}", report.name);
                }
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn filters_and_variables_mean_what_they_mean_in_an_address() {
    let portal = Portal::start().await;
    busy(&portal).await;
    let office = portal.administrator().await;
    let document = "query($where: TasksRowWhere, $order: TasksRowOrder) {
        mine: reports { tasks(first: 5, where: $where, orderBy: $order) { totalCount nodes { ...row } } }
    } fragment row on TasksRow { __typename participant state: state }";
    let variables = json!({
        "where": { "state": { "oneOf": ["APPROVED", "RETURNED"] }, "not": { "participant": { "eq": "Ben" } } },
        "order": { "field": "STATE", "direction": "DESC" },
    });
    let told = office.query(document, variables).await;
    let row =
        |state: &str| json!({ "__typename": "TasksRow", "participant": "Ada", "state": state });
    let expected = json!({ "totalCount": 2, "nodes": [row("RETURNED"), row("APPROVED")] });
    assert_eq!(told["mine"]["tasks"], expected);
    for (arguments, code) in [
        ("", "INVALID_INPUT"),
        ("first: 101", "PAGE_TOO_LARGE"),
        ("first: 1, last: 1", "INVALID_INPUT"),
        ("first: 1, after: \"x\"", "INVALID_INPUT"),
        (
            "first: 1, where: {dueOn: {from: \"0001-01-01\"}}",
            "INVALID_INPUT",
        ),
        (
            "first: 1, where: {waitingDays: {from: 1.5}}",
            "GRAPHQL_VALIDATION_FAILED",
        ),
    ] {
        let arguments = if arguments.is_empty() {
            String::new()
        } else {
            format!("({arguments})")
        };
        let document = format!("{{ reports {{ tasks{arguments} {{ nodes {{ title }} }} }} }}");
        let answer = office.ask(&document, json!({})).await;
        let told = answer
            .code()
            .unwrap_or("GRAPHQL_VALIDATION_FAILED")
            .to_owned();
        assert!(
            !answer.is_ok() && told == code,
            "{arguments}: {}",
            answer.body
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_reader_may_not_read_is_kept_from_them_here_too() {
    let portal = Portal::start().await;
    let [ada, _] = busy(&portal).await;
    applied(&portal).await;
    let refused = "{ reports { tasks(first: 1) { totalCount } } }";
    ada.expect_error("FORBIDDEN", refused, json!({})).await;
    let nobody = portal.anonymous();
    nobody
        .expect_error("UNAUTHENTICATED", refused, json!({}))
        .await;
    let tutor = portal.tutor().await;
    for name in ["mailHealth", "agreementChase"] {
        let office = format!("{{ reports {{ {name}(first: 1) {{ totalCount }} }} }}");
        tutor.expect_error("FORBIDDEN", &office, json!({})).await;
    }
    let tool = portal.token(&[TokenScope::Reports]).await;
    for report in all() {
        let told = page(&tool, report, "first: 100").await.to_string();
        for secret in ["Ada", "Ben", "Dora", "Grace", "@willowbank"] {
            assert!(!told.contains(secret), "{} tells {secret}", report.name);
        }
    }
    for arguments in [
        "where: {participant: {startsWith: \"A\"}}",
        "orderBy: {field: PARTICIPANT}",
    ] {
        let document = format!("{{ reports {{ tasks(first: 1, {arguments}) {{ totalCount }} }} }}");
        tool.expect_error("FORBIDDEN", &document, json!({})).await;
    }
    let list =
        "{ reports { list { name columns { name header kind words personal filters sorts } } } }";
    let count = |told: &Value| told["reports"]["list"].as_array().map(Vec::len);
    assert_eq!(count(&tool.query(list, json!({})).await), Some(all().len()));
    assert_eq!(
        count(&tutor.query(list, json!({})).await),
        Some(all().len() - 2)
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_report_takes_as_many_statements_for_many_as_for_few() {
    let portal = Portal::start().await;
    let counting = Counting::at(&portal).await;
    let key = portal.token(&[TokenScope::Reports]).await;
    let tool = key.at(&counting.door);
    busy(&portal).await;
    applied(&portal).await;
    let mut heard = Vec::new();
    for report in all() {
        page(&tool, report, "first: 50").await;
        counting.heard();
        page(&tool, report, "first: 50").await;
        heard.push(counting.heard());
    }
    for name in ["Cy", "Dee"] {
        let who = portal.participant(name).await;
        who.asks_approval_of("policy_review").await;
    }
    portal.applicant("Finn").await.applies().await;
    for (report, first) in all().iter().zip(&heard) {
        counting.heard();
        page(&tool, report, "first: 50").await;
        let now = counting.heard();
        assert_eq!(
            first.len(),
            now.len(),
            "{}: {}",
            report.name,
            surplus(first, &now)
        );
    }
}
