//! Amina and Tom look into reports and take rows away with them; Ada is told that they are not for her.

use std::io::Cursor;

use calamine::{Reader as _, Xlsx};
use chrono::Duration;
use serde_json::{Value, json};
use server::access::TokenScope;
use tests::browser::Key;
use tests::{Browser, Enrolling, Portal, Programme};

use crate::tutor::somebody_elses_group;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_administrator_narrows_a_report_and_takes_it_along() {
    let portal = Portal::start().await;
    busy(&portal).await;
    let amina = portal.browser().await;
    amina
        .signs_in(&portal, Programme::ADMINISTRATOR, "Overview")
        .await;
    amina.clicks("Reports").await;
    amina.arrives_at("Reports").await;
    amina.sees("Half came within").await;
    amina.looks_right("reports").await;
    amina
        .clicks_at("section[aria-label^='How soon'] summary")
        .await;
    amina.sees("28 days or more").await;
    for report in server::report::all() {
        amina
            .goes(&format!("/reports/{}", report.name), report.title)
            .await;
        amina
            .until("rows", "!!document.querySelector('#results')", json!([]))
            .await;
        amina.looks_right(&format!("report-{}", report.name)).await;
    }
    turns_and_sorts(&amina).await;
    narrows_by_keyboard(&amina).await;
    says_what_is_wrong(&amina).await;
    takes_files(&amina).await;
    copies_graphql(&portal, &amina).await;
}

/// Ada, Ben and, in somebody else's group, Cleo.
async fn busy(portal: &Portal) {
    let ada = portal.participant("Ada").await;
    portal.participant("Ben").await;
    let group_id = somebody_elses_group(portal).await;
    let cleo = Enrolling {
        group_id,
        ..portal.enrolling("Cleo")
    };
    let cleo = portal.enrol(cleo).await;
    for who in [&ada, &cleo] {
        who.asks_approval_of("policy_review").await;
    }
    let link = portal.link_to(&ada.mentor.email).await;
    portal.wait(Duration::hours(30));
    portal.follow(&link).await.approves("Grace Mentor").await;
    ada.asks_approval_of("data_review").await;
}

/// The address holds everything, so that the browser's own buttons work.
async fn turns_and_sorts(amina: &Browser) {
    amina.goes("/reports/tasks", "Tasks").await;
    amina.sees("1 to 25 of").await;
    amina.clicks_at("#sort-participant").await;
    amina.until_sorted("ascending", "Participant").await;
    amina.clicks_at("#sort-participant").await;
    amina.until_sorted("descending", "Participant").await;
    amina
        .until(
            "Cleo first",
            "document.querySelector('tbody tr').innerText.includes('Cleo')",
            json!([]),
        )
        .await;
    amina.clicks("Next →").await;
    amina.sees("26 to").await;
    amina.reloads().await;
    amina.sees("26 to").await;
    amina.until_sorted("descending", "Participant").await;
    amina.session().back().await.expect("a page");
    amina.sees("1 to 25 of").await;
    amina
        .clicks("Choose columns, and read what they mean")
        .await;
    amina.looks_right("report-columns").await;
    amina.clicks("Code").await;
    amina.clicks("Show these columns").await;
    amina
        .until(
            "no codes",
            "!document.body.innerText.includes('policy_review')",
            json!([]),
        )
        .await;
    amina.clicks("Ada").await;
    amina.arrives_at("Ada").await;
}

async fn narrows_by_keyboard(amina: &Browser) {
    amina.goes("/reports/tasks", "Tasks").await;
    amina.sees("1 to 25 of").await;
    amina.tabs_to_and_enters("Filter the rows").await;
    amina.looks_right("report-filters").await;
    amina.tabs_to("title").await;
    amina.types("Review").await;
    amina.tabs_to("state-submitted").await;
    amina.presses(Key::Space).await;
    amina.tabs_to_and_enters("Apply filters").await;
    amina.sees("2 rows").await;
    amina.sees("Task: “Review”").await;
    let focus = amina.focused().await;
    assert_eq!(focus.id, "results", "{focus:?}");
    let address = amina.address().await;
    assert!(address.contains("state=submitted"), "{address}");
    amina.looks_right("report-narrowed").await;
    amina.clicks("Take away: Task").await;
    amina.sees("2 rows").await;
    amina.session().back().await.expect("a page");
    amina.sees("Task: “Review”").await;
    amina.clicks("Filter the rows").await;
    assert_eq!(amina.value_of("title").await, "Review");
    amina.fills("title", "nothing of this name").await;
    amina.clicks("Apply filters").await;
    amina.sees("No rows match.").await;
    amina.looks_right("report-empty").await;
    amina.clicks("Clear all filters").await;
    amina.sees("1 to 25 of").await;
}

async fn says_what_is_wrong(amina: &Browser) {
    amina
        .goes("/reports/mentorEngagement", "Mentor engagement")
        .await;
    amina.clicks("Filter the rows").await;
    amina.fills("waiting.from", "many").await;
    amina.clicks("Apply filters").await;
    amina.sees("Enter a whole number, such as 14").await;
    assert_eq!(amina.focused().await.id, "waiting.from");
    amina.looks_right("report-filter-mistake").await;
    amina.fills("waiting.from", "5").await;
    amina.fills("waiting.to", "4").await;
    amina.clicks("Apply filters").await;
    amina.sees("The end cannot come before the beginning").await;
    amina
        .goes(
            "/reports/answeringTimes?medianHours.from=1",
            "Answering times",
        )
        .await;
    amina.sees("You cannot filter by “Median hours”.").await;
    for nonsense in ["nonsense=1", "sort=nonsense", "state=lost"] {
        amina
            .goes(&format!("/reports/tasks?{nonsense}"), "Tasks")
            .await;
        amina.sees("The address cannot be understood.").await;
    }
    amina.looks_right("report-unclear").await;
    amina.clicks("Show all rows").await;
    amina.sees("1 to 25 of").await;
    amina.goes("/reports/nonsense", "Page not found").await;
}

/// A file has the rows and columns of the page, in its order.
async fn takes_files(amina: &Browser) {
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
async fn copies_graphql(portal: &Portal, amina: &Browser) {
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tutor_reads_of_the_own_groups_and_a_participant_of_none() {
    let portal = Portal::start().await;
    busy(&portal).await;
    let tom = portal.browser().await;
    tom.signs_in(&portal, Programme::TUTOR, "Your participants")
        .await;
    tom.clicks("Reports").await;
    tom.arrives_at("Reports").await;
    assert!(tom.has("Statutory risk").await && !tom.has("Mail health").await);
    tom.looks_right("reports-tutor").await;
    tom.goes_plainly("/graphiql").await;
    tom.sees("Variables").await;
    tom.goes("/reports/mailHealth", "Page not found").await;
    tom.goes("/reports/participants", "Participants").await;
    tom.sees("2 rows").await;
    assert_eq!(tom.first_column().await, ["Ada", "Ben"]);
    let (_, csv) = tom.saves("#download-csv").await;
    let csv = String::from_utf8(csv).expect("a text");
    assert!(csv.contains("Ada") && !csv.contains("Cleo"), "{csv}");
    tom.goes("/reports/mentorEngagement?email=grace", "Mentor engagement")
        .await;
    tom.sees("You cannot filter by “E-mail”.").await;

    let ada = portal.browser().await;
    ada.signs_in(&portal, "ada@willowbank.test", "Your award")
        .await;
    assert!(!ada.has("Reports").await);
    for path in ["/reports", "/reports/tasks"] {
        ada.goes(path, "Reports are for tutors and administrators")
            .await;
        ada.looks_right("reports-participant").await;
    }
    ada.goes_plainly("/graphiql").await;
    ada.sees("There is nothing at this address.").await;
}
