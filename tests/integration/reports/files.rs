//! One definition, several forms: the same rows.

use tests::Portal;

use super::read::{csv_rows, xlsx_rows};
use super::world::{applied, busy, names};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_spreadsheet_has_the_rows_of_the_csv_file() {
    let portal = Portal::start().await;
    busy(&portal).await;
    applied(&portal).await;
    let office = portal.administrator().await;
    for name in names() {
        let rows = csv_rows(&office, &format!("/reports/{name}.csv")).await;
        let (sheet, sheets) = xlsx_rows(&office, &format!("/reports/{name}.xlsx")).await;
        assert!(rows.len() > 1, "{name} has {} rows", rows.len());
        assert_eq!(rows, sheet, "{name}");
        assert_eq!(sheets, ["Rows", "Columns"], "{name}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_says_what_it_is() {
    let portal = Portal::start().await;
    let office = portal.administrator().await;
    let answer = office.get("/reports/tasks.csv").await;
    let header = |name: &str| answer.headers()[name].to_str().expect("a text");
    assert_eq!(
        header("content-disposition"),
        "attachment; filename=\"tasks-2026-03-03.csv\""
    );
    assert_eq!(
        header("content-type"),
        "text/csv; charset=utf-8; header=present"
    );
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("cache-control"), "no-store");
    let text = answer.text().await.expect("a file");
    assert!(text.starts_with("task_id,code,title,enrolment_id,participant,school,urn,"));
    assert!(text.ends_with("\r\n"));
    let marked = office.get("/reports/tasks.csv?bom=1").await;
    assert!(
        marked
            .bytes()
            .await
            .expect("a file")
            .starts_with(b"\xef\xbb\xbftask_id")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_are_only_looked_at() {
    let portal = Portal::start().await;
    let office = portal.administrator().await;
    let address = format!("{}/reports/tasks.xlsx", portal.url());
    let looked = office
        .client()
        .head(&address)
        .send()
        .await
        .expect("an answer");
    assert_eq!(looked.status(), 200);
    assert!(looked.headers().contains_key("content-disposition"));
    for method in [
        reqwest::Method::POST,
        reqwest::Method::PUT,
        reqwest::Method::DELETE,
    ] {
        let answer = office.client().request(method, &address).send().await;
        assert_eq!(answer.expect("an answer").status(), 405);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_task_tells_what_it_claims_and_how_long_it_waits() {
    let portal = Portal::start().await;
    busy(&portal).await;
    let office = portal.administrator().await;
    let rows = csv_rows(
        &office,
        "/reports/tasks.csv?where={\"state\":{\"eq\":\"SUBMITTED\"}}&orderBy=participant",
    )
    .await;
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0]["participant"], "Ada");
    assert_eq!(rows[0]["code"], "provision_map");
    assert_eq!(rows[0]["waiting_days"], "1");
    assert_eq!(rows[0]["overdue"], "false");
    assert!(rows[0]["outcomes"].split(' ').count() > 1, "{:?}", rows[0]);
    assert!(rows[0]["submitted_at"].ends_with('Z'), "{:?}", rows[0]);
    let approvals = csv_rows(&office, "/reports/approvals.csv?orderBy=askedAt").await;
    assert_eq!(approvals[0]["hours_to_answer"], "1.5");
    assert_eq!(approvals[0]["state"], "approved");
    let engaged = csv_rows(&office, "/reports/mentorEngagement.csv").await;
    assert_eq!(engaged[0]["waiting"], "1");
    assert_eq!(engaged[0]["answered"], "2");
    assert_eq!(engaged[0]["oldest_waiting_days"], "1");
}
