//! What may stand behind the question mark, and what is answered to what may not.

use reqwest::StatusCode;
use serde_json::Value;
use tests::{Portal, Visitor};

use super::read::csv_rows;
use super::world::busy;

async fn refused(who: &Visitor, address: &str) -> (StatusCode, Value) {
    let answer = who.get(address).await;
    let status = answer.status();
    let mut body: Value = answer.json().await.expect("JSON");
    (status, body["errors"][0].take())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_read_is_told_clearly() {
    let portal = Portal::start().await;
    let office = portal.administrator().await;
    let broken = [
        ("where=nonsense", "where", "no JSON"),
        ("where=[]", "where", "takes an object"),
        ("where={\"colour\":{\"eq\":1}}", "where", "Choose one of"),
        (
            "where={\"state\":{\"eq\":\"LOST\"}}",
            "where",
            "takes one of available",
        ),
        (
            "where={\"dueOn\":{\"from\":\"soon\"}}",
            "where",
            "takes days",
        ),
        (
            "where={\"dueOn\":{\"contains\":\"2026\"}}",
            "where",
            "is compared by",
        ),
        (
            "where={\"title\":{\"like\":\"a\"}}",
            "where",
            "is compared by",
        ),
        ("where={\"or\":{}}", "where", "takes a list"),
        (
            "where={\"waitingDays\":{\"from\":\"3\"}}",
            "where",
            "takes whole numbers",
        ),
        (
            "where={\"waitingDays\":{\"before\":3}}",
            "where",
            "is compared by eq, from, to",
        ),
        (
            "where={\"not\":{\"not\":{\"not\":{\"not\":{\"not\":{}}}}}}",
            "where",
            "too deep",
        ),
        ("orderBy=colour", "orderBy", "cannot be sorted"),
        ("orderBy=title&direction=UP", "direction", "ASC or DESC"),
        ("columns=title,colour", "columns", "no column"),
        ("limit=10", "query", "no parameter"),
    ];
    for (query, field, words) in broken {
        for ending in ["csv", "xlsx"] {
            let (status, error) =
                refused(&office, &format!("/reports/tasks.{ending}?{query}")).await;
            assert_eq!(status, 400, "{query}: {error}");
            assert_eq!(error["extensions"]["code"], "INVALID_INPUT", "{query}");
            assert_eq!(error["extensions"]["fields"][0]["name"], field, "{query}");
            let message = error["message"].as_str().expect("a message");
            assert!(message.contains(words), "{query}: {message}");
        }
    }
    let (status, error) = refused(&office, "/reports/secrets.csv").await;
    assert_eq!(
        (status.as_u16(), &error["extensions"]["code"]),
        (404, &"NOT_FOUND".into())
    );
    let (status, _) = refused(&office, "/reports/tasks.pdf").await;
    assert_eq!(status, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn filters_pick_the_rows_that_they_name() {
    let portal = Portal::start().await;
    let [ada, _] = busy(&portal).await;
    let office = portal.administrator().await;
    let all = csv_rows(&office, "/reports/tasks.csv").await;
    let count = |filter: String| {
        let office = &office;
        async move {
            csv_rows(office, &format!("/reports/tasks.csv?where={filter}"))
                .await
                .len()
        }
    };
    let half = all.len() / 2;
    let id = ada.enrolment_id;
    assert_eq!(count("{}".into()).await, all.len());
    assert_eq!(
        count(format!("{{\"enrolmentId\":{{\"eq\":\"{id}\"}}}}")).await,
        half
    );
    assert_eq!(
        count(format!(
            "{{\"not\":{{\"enrolmentId\":{{\"oneOf\":[\"{id}\"]}}}}}}"
        ))
        .await,
        half
    );
    assert_eq!(
        count("{\"participant\":{\"contains\":\"AD\"}}".into()).await,
        half
    );
    assert_eq!(
        count("{\"participant\":{\"startsWith\":\"da\"}}".into()).await,
        0
    );
    assert_eq!(
        count("{\"state\":{\"oneOf\":[\"approved\",\"RETURNED\"]}}".into()).await,
        4
    );
    assert_eq!(
        count("{\"approvedAt\":{\"from\":\"2026-01-01T00:00:00Z\"}}".into()).await,
        2
    );
    let both = "{\"or\":[{\"state\":{\"eq\":\"approved\"}},{\"state\":{\"eq\":\"submitted\"}}],\
                \"participant\":{\"eq\":\"Ada\"}}";
    assert_eq!(count(both.into()).await, 2);
    let due: Vec<&str> = all.iter().map(|row| row["due_on"].as_str()).collect();
    let first = due.iter().min().expect("a task");
    let early = due.iter().filter(|day| day == &first).count();
    assert_eq!(
        count(format!("{{\"dueOn\":{{\"to\":\"{first}\"}}}}")).await,
        early
    );
    assert_eq!(count("{\"overdue\":true}".into()).await, 0);
    let moment =
        "{\"submittedAt\":{\"from\":\"2026-03-03T00:00:00Z\",\"before\":\"2027-01-01T00:00:00Z\"}}";
    assert_eq!(count(moment.into()).await, 6);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn columns_come_as_they_are_asked_for() {
    let portal = Portal::start().await;
    portal.participant("Ada").await;
    let office = portal.administrator().await;
    let answer = office
        .get("/reports/tasks.csv?columns=dueOn,title,state&orderBy=DUE_ON")
        .await;
    let text = answer.text().await.expect("a file");
    assert!(text.starts_with("due_on,title,state\r\n"), "{text}");
}
