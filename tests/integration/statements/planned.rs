//! The usual orders of the long lists come out of an index: the statements that lists really make, as SQLite plans them.

use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use serde_json::json;
use tests::{Portal, Programme};

use super::counting::Counting;

/// Lists that grow with the work, each with an order and what else is said.
const INDEXED: [&str; 11] = [
    "tasks(first: 25)",
    "tasks(last: 25, orderBy: { field: UPDATED_AT })",
    "tasks(first: 25, orderBy: { field: SUBMITTED_AT, direction: DESC })",
    "tasks(first: 25, after: $cursor)",
    "approvals(first: 25)",
    "approvals(first: 25, orderBy: { field: DECIDED_AT, direction: DESC })",
    "events(first: 25)",
    "events(first: 25, where: { kind: { eq: TASK_WAIVED } })",
    "letters(first: 25)",
    "people(first: 25)",
    "schools(last: 25)",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn long_lists_are_read_in_the_order_of_an_index() {
    let portal = Portal::start().await;
    let db = portal.app.db.read.clone();
    if db.get_database_backend() != DbBackend::Sqlite {
        return; // PostgreSQL plans by numbers of rows, of which a test has too few.
    }
    portal.participant("Ada").await;
    let counting = Counting::at(&portal).await;
    let by = counting.sign_in(&portal, Programme::ADMINISTRATOR).await;
    let first = by
        .query("{ tasks(first: 1) { pageInfo { endCursor } } }", json!({}))
        .await;
    let cursor = first["tasks"]["pageInfo"]["endCursor"].to_string();
    for list in INDEXED {
        let list = list.replace("$cursor", &cursor);
        let _since = counting.heard();
        by.query(&format!("{{ {list} {{ nodes {{ id }} }} }}"), json!({}))
            .await;
        let heard = counting.heard();
        let page = heard
            .iter()
            .find(|text| text.contains("LIMIT ") && text.contains("ORDER BY"));
        let page = page.unwrap_or_else(|| panic!("{list}: {heard:?}"));
        let plan = Statement::from_string(DbBackend::Sqlite, format!("EXPLAIN QUERY PLAN {page}"));
        let steps = db.query_all_raw(plan).await.expect("a plan");
        let steps: Vec<String> = steps
            .iter()
            .map(|step| step.try_get("", "detail").expect("a step"))
            .collect();
        assert!(
            // Ties within an index that ends before the id are sorted a few rows at a time.
            !steps
                .iter()
                .any(|step| step == "USE TEMP B-TREE FOR ORDER BY"),
            "{list} is sorted whole: {steps:#?}\n{page}"
        );
    }
}
