//! The statutory clock, as the report tells it.

use tests::Portal;

use super::read::csv_rows;
use super::world::set_days;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_has_a_colour_by_the_days_to_spare() {
    let portal = Portal::start().await;
    let people = [
        ("Ada", Some("2024-02-29"), None, "2027-02-28", "red"),
        // Twelve weeks after 18 December 2026 it is 12 March 2027.
        (
            "Ben",
            Some("2024-07-30"),
            Some("2026-12-18"),
            "2027-07-30",
            "green",
        ),
        (
            "Cy",
            Some("2025-11-03"),
            Some("2027-03-25"),
            "2027-08-31",
            "amber",
        ),
        ("Dee", None, None, "", ""),
        ("Eve", Some("2009-09-01"), None, "", ""),
    ];
    for (name, appointed, ends, ..) in people {
        let who = portal.participant(name).await;
        set_days(&portal, &who, appointed, ends).await;
    }
    let office = portal.administrator().await;
    let rows = csv_rows(&office, "/reports/statutoryRisk.csv?orderBy=participant").await;
    for (row, (name, appointed, _, deadline, risk)) in rows.iter().zip(people) {
        assert_eq!(row["participant"], name);
        assert_eq!(row["appointed_on"], appointed.unwrap_or_default(), "{name}");
        assert_eq!(row["deadline"], deadline, "{name}: {row:?}");
        assert_eq!(row["risk"], risk, "{name}: {row:?}");
    }
    let urgent = csv_rows(&office, "/reports/statutoryRisk.csv?orderBy=deadline").await;
    let names: Vec<&str> = urgent
        .iter()
        .map(|row| row["participant"].as_str())
        .collect();
    assert_eq!(names[..3], ["Ada", "Ben", "Cy"]);
    let late = csv_rows(
        &office,
        "/reports/statutoryRisk.csv?orderBy=deadline&direction=DESC",
    )
    .await;
    assert_eq!(
        late[0]["participant"], "Cy",
        "who has no deadline comes last either way"
    );
}

/// What the database reckons to pick rows by, and what the row tells.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rows_are_picked_by_the_colour_that_they_tell() {
    let portal = Portal::start().await;
    let appointed = [
        "2024-02-29",
        "2024-03-01",
        "2024-02-28",
        "2009-09-02",
        "2025-05-01",
    ];
    let ends = [
        "2026-12-18",
        "2026-12-06",
        "2026-12-05",
        "2020-01-01",
        "2027-06-08",
    ];
    let days = appointed.into_iter().map(Some).chain([None]);
    for (number, day) in days.enumerate() {
        for (at, ends) in ends.into_iter().enumerate() {
            let who = portal.participant(&format!("P{number}{at}")).await;
            set_days(&portal, &who, day, Some(ends)).await;
        }
    }
    let office = portal.administrator().await;
    let all = csv_rows(&office, "/reports/statutoryRisk.csv").await;
    let mut picked = 0;
    for risk in ["red", "amber", "green"] {
        let address =
            format!("/reports/statutoryRisk.csv?where={{\"risk\":{{\"eq\":\"{risk}\"}}}}");
        let rows = csv_rows(&office, &address).await;
        let told: Vec<_> = all
            .iter()
            .filter(|row| row["risk"] == risk)
            .cloned()
            .collect();
        assert_eq!(rows, told, "{risk}");
        picked += rows.len();
    }
    assert_eq!(
        picked + ends.len(),
        all.len(),
        "who is aspiring has no colour"
    );
    for row in all.iter().filter(|row| !row["slack_days"].is_empty()) {
        let (id, slack) = (&row["enrolment_id"], &row["slack_days"]);
        let address = format!(
            "/reports/statutoryRisk.csv?where={{\"enrolmentId\":{{\"eq\":\"{id}\"}},\"slackDays\":{{\"eq\":{slack}}}}}"
        );
        assert_eq!(csv_rows(&office, &address).await.len(), 1, "{row:?}");
    }
}
