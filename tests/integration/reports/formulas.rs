//! A name is a text, whatever a spreadsheet makes of it.

use sea_orm::ActiveModelTrait as _;
use sea_orm::ActiveValue::{Set, Unchanged};
use tests::Portal;

use super::read::{csv_rows, xlsx_rows};

/// What somebody may write as a school's name, and what stands in a CSV file for it.
const NAMES: [(&str, &str); 10] = [
    ("=1+1", "'=1+1"),
    ("+44 20 7946 0000", "'+44 20 7946 0000"),
    ("-2+3", "'-2+3"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"),
    ("\r=1", "'\r=1"),
    ("  =1", "'  =1"),
    ("＝1+1", "'＝1+1"),
    (
        "=HYPERLINK(\"http://evil.test\", \"a, b\")",
        "'=HYPERLINK(\"http://evil.test\", \"a, b\")",
    ),
    ("St Mary's, \"old\" school", "St Mary's, \"old\" school"),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_name_becomes_a_formula() {
    let portal = Portal::start().await;
    portal.participant("Ada").await;
    let office = portal.administrator().await;
    for (name, written) in NAMES {
        let school = entity::school::ActiveModel {
            id: Unchanged(portal.programme.school_id),
            name: Set(name.to_owned()),
            ..Default::default()
        };
        school.update(&portal.app.db.write).await.expect("a school");
        let rows = csv_rows(&office, "/reports/participants.csv").await;
        assert_eq!(rows[0]["school"], written);
        let (sheet, _) = xlsx_rows(&office, "/reports/participants.xlsx").await;
        // A spreadsheet says itself that the cell is a text.
        assert_eq!(sheet[0]["school"], name);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn numbers_below_nothing_stay_numbers() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    super::world::appoint(&portal, &ada, "2020-01-06").await;
    let office = portal.administrator().await;
    let rows = csv_rows(&office, "/reports/statutoryRisk.csv").await;
    let slack: i64 = rows[0]["slack_days"].parse().expect("a number");
    assert!(slack < 0, "{slack}");
}
