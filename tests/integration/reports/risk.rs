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
