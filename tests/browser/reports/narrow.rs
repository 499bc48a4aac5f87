//! Which rows are shown, in which order.

use serde_json::json;
use tests::Browser;
use tests::browser::Key;

/// The address holds everything, so that the browser's own buttons work.
pub(super) async fn turns_and_sorts(amina: &Browser) {
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

pub(super) async fn narrows_by_keyboard(amina: &Browser) {
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

pub(super) async fn says_what_is_wrong(amina: &Browser) {
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
