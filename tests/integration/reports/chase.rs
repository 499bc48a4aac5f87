//! Which schools have not signed yet, for how long, and what helps.

use mailbox::{Fault, Refusal};
use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use serde_json::{Value, json};
use server::access::TokenScope;
use tests::{Applicant, Portal, Programme, Signatory};

use super::read::{Row, csv_rows};
use crate::statements::counting::Counting;

const LIST: &str = "/reports/agreementChase.csv";

fn signatory(name: &str) -> Signatory {
    Signatory {
        name: name.into(),
        email: format!("{}@willowbank.test", name.to_lowercase()),
    }
}

async fn asks(portal: &Portal, who: &Applicant, name: &str) {
    who.applies_with(&signatory(name)).await.data();
    portal.post_letters().await;
    portal.rounds().await;
    portal.post_letters().await;
}

/// Ada's signatory has had every reminder, Ben's is asked anew after he declined, Cy's letter came back, and Dee's school
/// has said no.
async fn waiting(portal: &Portal) {
    let ada = portal.applicant("Ada").await;
    asks(portal, &ada, "Anna").await;
    for moment in [
        "2026-03-10T12:00:00Z",
        "2026-03-17T12:00:00Z",
        "2026-04-13T12:00:00Z",
    ] {
        portal.wait_until(moment);
        portal.rounds().await;
    }
    let dee = portal.applicant("Dee").await;
    asks(portal, &dee, "Doris").await;
    let link = portal.link_to(&signatory("Doris").email).await;
    let page = portal.follow(&link).await;
    page.declines("Doris", "Not this year").await;
    portal.wait_until("2026-04-15T12:00:00Z");
    let cy = portal.applicant("Cy").await;
    let refused = Fault::RefuseRecipient(Refusal::NEVER).once();
    portal
        .mailbox()
        .faults()
        .add(refused.to(&signatory("Carl").email));
    asks(portal, &cy, "Carl").await;
    portal.wait_until("2026-04-16T12:00:00Z");
    let ben = portal.applicant("Ben").await;
    asks(portal, &ben, "Bert").await;
    ben.has_asked_instead(&signatory("Bella")).await.data();
    portal.post_letters().await;
    // Neither a draft nor what is signed is chased.
    portal.applicant("Eve").await;
    portal.ready_applicant("Fay").await;
    portal.wait_until("2026-04-20T12:00:00Z");
}

fn told<'r>(rows: &'r [Row], columns: &[&str]) -> Vec<Vec<&'r str>> {
    let row = |row: &'r Row| columns.iter().map(|name| row[*name].as_str()).collect();
    rows.iter().map(row).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_longest_wait_comes_first_with_what_helps() {
    let portal = Portal::start().await;
    waiting(&portal).await;
    let office = portal.administrator().await;
    let rows = csv_rows(&office, LIST).await;
    let columns = [
        "applicant",
        "signatory",
        "recipient",
        "state",
        "delivery",
        "reminders",
        "waiting_days",
        "next_action",
    ];
    assert_eq!(
        told(&rows, &columns),
        [
            [
                "Ada",
                "Anna",
                "a•••@willowbank.test",
                "sent",
                "sent",
                "3",
                "48",
                "call_school"
            ],
            [
                "Dee",
                "Doris",
                "d•••@willowbank.test",
                "declined",
                "sent",
                "0",
                "7",
                "name_signatory"
            ],
            [
                "Cy",
                "Carl",
                "c•••@willowbank.test",
                "bounced",
                "failed",
                "0",
                "5",
                "correct_address"
            ],
            [
                "Ben",
                "Bella",
                "b•••@willowbank.test",
                "sent",
                "sent",
                "0",
                "4",
                "wait"
            ],
        ]
    );
    assert_eq!(rows[0]["school"], "Willowbank Primary School");
    assert_eq!(rows[0]["cohort"], "September 2026");
    assert!(
        rows[0]["asked_at"].starts_with("2026-03-03T10:0"),
        "{:?}",
        rows[0]
    );
    assert!(rows[2]["sent_at"].is_empty(), "{:?}", rows[2]);
    for (filter, names) in [
        (
            json!({ "nextAction": { "eq": "CALL_SCHOOL" } }),
            &["Ada"][..],
        ),
        (
            json!({ "waitingDays": { "from": 5, "to": 7 } }),
            &["Dee", "Cy"],
        ),
        (json!({ "delivery": { "eq": "FAILED" } }), &["Cy"]),
        (
            json!({ "state": { "oneOf": ["DECLINED", "BOUNCED"] } }),
            &["Dee", "Cy"],
        ),
    ] {
        let picked = csv_rows(&office, &format!("{LIST}?where={filter}")).await;
        let picked: Vec<&str> = picked.iter().map(|row| row["applicant"].as_str()).collect();
        assert_eq!(picked, names, "{filter}");
    }
    let sorted = csv_rows(&office, &format!("{LIST}?orderBy=waitingDays")).await;
    assert_eq!(
        told(&sorted, &["waiting_days"]),
        [["4"], ["5"], ["7"], ["48"]]
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_turned_page_by_page_and_tells_tools_no_names() {
    let portal = Portal::start().await;
    waiting(&portal).await;
    let office = portal.administrator().await;
    let document = "query($after: String) { reports { agreementChase(first: 3, after: $after) {
        totalCount nodes { applicant signatory recipient waitingDays nextAction }
        pageInfo { endCursor hasNextPage } } } }";
    let mut told = office.query(document, json!({ "after": null })).await;
    let mut first = told["reports"]["agreementChase"].take();
    assert_eq!(first["totalCount"], 4);
    let after = first["pageInfo"]["endCursor"].take();
    let second = office.query(document, json!({ "after": after })).await;
    let nodes = |page: &Value| page["nodes"].as_array().cloned().unwrap_or_default();
    let mut all = nodes(&first);
    all.extend(nodes(&second["reports"]["agreementChase"]));
    let days: Vec<_> = all.iter().map(|row| row["waitingDays"].clone()).collect();
    assert_eq!(days, [48, 7, 5, 4]);
    let tool = portal.token(&[TokenScope::Reports]).await;
    let told = tool.query(document, json!({ "after": null })).await;
    for row in nodes(&told["reports"]["agreementChase"]) {
        assert!(row["waitingDays"].is_number(), "{row}");
        for name in ["applicant", "signatory", "recipient"] {
            assert!(row[name].is_null(), "{row}");
        }
    }
}

/// Those that wait are found by the index on the state; whatever hangs on them, by its key.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_what_waits_is_looked_at() {
    let portal = Portal::start().await;
    let db = portal.app.db.read.clone();
    if db.get_database_backend() != DbBackend::Sqlite {
        return; // PostgreSQL plans by numbers of rows, of which a test has too few.
    }
    let counting = Counting::at(&portal).await;
    let office = counting.sign_in(&portal, Programme::ADMINISTRATOR).await;
    counting.heard();
    let document = "{ reports { agreementChase(first: 25) { nodes { applicant delivery } } } }";
    office.query(document, json!({})).await;
    let heard = counting.heard();
    let page = heard.iter().find(|text| text.contains("LIMIT "));
    let page = page.unwrap_or_else(|| panic!("{heard:?}"));
    let plan = Statement::from_string(DbBackend::Sqlite, format!("EXPLAIN QUERY PLAN {page}"));
    let steps = db.query_all_raw(plan).await.expect("a plan");
    let steps: Vec<String> = steps
        .iter()
        .map(|step| step.try_get("", "detail").expect("a step"))
        .collect();
    assert!(
        !steps.iter().any(|step| step.starts_with("SCAN")),
        "{steps:#?}\n{page}"
    );
}
