//! Taking rows away: as files, and as questions for other programs.

use std::io::Cursor;

use calamine::{Reader as _, Xlsx};
use serde_json::{Value, json};
use server::access::TokenScope;
use tests::{Browser, Portal};

/// A file has the rows and columns of the page, in its order.
pub(super) async fn takes_files(amina: &Browser) {
    amina
        .goes(
            "/reports/tasks?state=submitted&columns=title,participant&sort=-participant",
            "Tasks",
        )
        .await;
    amina.sees("2 rows").await;
    let (name, csv) = amina.saves("#download-csv").await;
    assert!(
        name.starts_with("tasks-") && name.ends_with(".csv"),
        "{name}"
    );
    let csv = String::from_utf8(csv).expect("a text");
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], "title,participant");
    assert!(
        lines[1].ends_with(",Cleo") && lines[2].ends_with(",Ada") && lines.len() == 3,
        "{csv}"
    );
    amina.sees(&format!("Saved {name}")).await;
    amina.looks_right("report-saved").await;
    let (name, book) = amina.saves("#download-xlsx").await;
    assert!(name.ends_with(".xlsx"), "{name}");
    let mut book = Xlsx::new(Cursor::new(book)).expect("a workbook");
    let rows = book.worksheet_range("Rows").expect("the rows");
    assert_eq!(rows.height(), 3);
    assert_eq!(
        rows.get((1, 1)).map(ToString::to_string).as_deref(),
        Some("Cleo")
    );
}

/// What is copied is what the page itself asked, and other programs get the same.
pub(super) async fn copies_graphql(portal: &Portal, amina: &Browser) {
    amina.clicks("Copy this as GraphQL").await;
    amina.looks_right("report-graphql").await;
    let mut copied = Vec::new();
    for (button, text) in [
        ("Copy the query", "graphql-query"),
        ("Copy the variables", "graphql-variables"),
    ] {
        amina.clipboard().await;
        amina.clicks(button).await;
        amina.sees("Copied.").await;
        let shown = amina
            .run(
                "return document.getElementById(arguments[0]).textContent",
                json!([text]),
            )
            .await;
        copied.push(amina.clipboard().await);
        assert_eq!(copied.last().map(String::as_str), shown.as_str());
    }
    let key = [TokenScope::Reports, TokenScope::ReportsPersonal];
    let tool = portal.token(&key).await;
    let variables: Value = serde_json::from_str(&copied[1]).expect("JSON");
    let told = tool.query(&copied[0], variables).await;
    assert_eq!(told["reports"]["tasks"]["nodes"][0]["participant"], "Cleo");
    for example in ["R: httr2", "Excel and Power BI", "curl: GraphQL"] {
        amina.chooses("example", example).await;
    }
    amina.sees("Authorization: Bearer").await;
    let link = "return document.querySelector(\"a[href^='/graphiql#']\").getAttribute('href')";
    let link = amina.run(link, json!([])).await;
    amina.read_console().await;
    amina.goes_plainly(link.as_str().expect("an address")).await;
    amina.clicks_at(".graphiql-execute-button").await;
    amina.sees("\"participant\": \"Cleo\"").await;
}
