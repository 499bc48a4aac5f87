//! How long mentors take to answer.

use chrono::Duration;
use tests::Portal;

use super::read::csv_rows;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn answers_are_counted_by_the_days_they_took() {
    let portal = Portal::start().await;
    let office = portal.administrator().await;
    let nobody = csv_rows(&office, "/reports/answeringTimes.csv").await;
    assert_eq!(nobody.len(), 29);
    assert!(
        nobody
            .iter()
            .all(|row| row["answered"] == "0" && row["median_hours"].is_empty())
    );
    for (name, waits) in [
        ("Ada", Duration::minutes(90)),
        ("Ben", Duration::hours(24)),
        ("Cy", Duration::hours(47)),
        ("Dee", Duration::days(20)),
    ] {
        let who = portal.participant(name).await;
        who.asks_approval_of("policy_review").await;
        let link = portal.link_to(&who.mentor.email).await;
        portal.wait(waits);
        portal.follow(&link).await.approves("Grace Mentor").await;
    }
    let waiting = portal.participant("Eve").await;
    waiting.asks_approval_of("policy_review").await;
    let rows = csv_rows(&office, "/reports/answeringTimes.csv?orderBy=days").await;
    let told = |days: usize| {
        let row = &rows[days];
        assert_eq!(row["days"], days.to_string());
        (row["answered"].as_str(), row["answered_by_then"].as_str())
    };
    assert_eq!(
        [told(0), told(1), told(2), told(20), told(28)],
        [("1", "1"), ("2", "3"), ("0", "3"), ("1", "4"), ("0", "4")]
    );
    // Between 24 and 47.
    assert!(
        rows.iter().all(|row| row["median_hours"] == "35.5"),
        "{:?}",
        rows[0]
    );
    let some =
        "/reports/answeringTimes.csv?where={\"answered\":{\"from\":1}}&columns=days,answeredByThen";
    let some = csv_rows(&office, some).await;
    let days: Vec<&str> = some.iter().map(|row| row["days"].as_str()).collect();
    assert_eq!(days, ["0", "1", "20"]);
    assert_eq!(some[2]["answered_by_then"], "4", "whatever is left out");
}
