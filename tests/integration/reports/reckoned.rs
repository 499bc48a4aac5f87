//! What is shown is reckoned row by row; what rows are picked and sorted by, the database reckons. The two agree.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use entity::enrolment;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ActiveModelTrait as _, ConnectionTrait as _, EntityTrait as _, QueryOrder as _};
use serde_json::{Value, json};
use server::programme::scale::{Scale, load};
use tests::{Portal, Visitor};

use super::read::{Row, csv_rows};

/// Days of appointment that are the first or the last of something, also one that is none.
const APPOINTED: [&str; 12] = [
    "",
    "2009-09-01",
    "2009-09-02",
    "2024-02-28",
    "2024-02-29",
    "2024-03-01",
    "2016-02-29",
    "2024-08-31",
    "2024-09-01",
    "2023-12-31",
    "2024-05-06",
    "2026-03-03",
];
/// Last days of a programme, one of them long ago.
const ENDS: [&str; 5] = [
    "2026-12-18",
    "2027-03-25",
    "2028-02-29",
    "2020-01-01",
    "2026-12-09",
];
/// What an award can say of its clock, beside what every award says.
const LIMITS: [&str; 5] = [
    "{}",
    r#"{"complete_before": "2027-09-01"}"#,
    r#"{"complete_before": null, "award_weeks": 3, "slack_days": 0}"#,
    r#"{"complete_before": "2027-03-01", "award_weeks": 0, "slack_days": 30}"#,
    r#"{"statutory_months": 30, "caught_after": "2016-02-28"}"#,
];

/// Values of a column around which rows are picked.
const SAMPLES: usize = 3;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_statutory_clock_is_the_same_in_the_database() {
    let portal = Portal::start().await;
    let scale = Scale {
        participants: APPOINTED.len(),
        random: 1,
        today: portal.now().date_naive(),
    };
    load(&portal.app, &scale).await.expect("participants");
    let office = portal.administrator().await;
    let mut colours = BTreeSet::new();
    for (round, limits) in LIMITS.iter().enumerate() {
        set_clocks(&portal, round, limits).await;
        for (column, header) in [
            ("deadline", "deadline"),
            ("forecastAwardOn", "forecast_award_on"),
            ("slackDays", "slack_days"),
        ] {
            agrees(&office, "statutoryRisk", column, header).await;
        }
        colours.extend(words_agree(&office).await);
    }
    assert_eq!(colours.len(), 4, "{colours:?}");
    portal.leave_as_it_is();
}

/// Gives everybody other days, and every award these limits.
async fn set_clocks(portal: &Portal, round: usize, limits: &str) {
    let db = &portal.app.db.write;
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    let places = enrolment::Entity::find().order_by_asc(enrolment::Column::Id);
    let places = places.all(db).await.expect("enrolments");
    for (number, place) in places.iter().enumerate() {
        let row = enrolment::ActiveModel {
            id: Unchanged(place.id),
            appointed_on: Set(day(APPOINTED[number % APPOINTED.len()])),
            ends_on: Set(day(ENDS[(number + round) % ENDS.len()]).expect("a day")),
            clock_runs: Set(number % 7 != 6),
            ..Default::default()
        };
        row.update(db).await.expect("an enrolment");
    }
    let mut all = json!({ "taught_days": 6, "release_days": 10, "assignment_months": 15, "programme_terms": 5,
        "link_days": 21, "undo_minutes": 10, "mentor_reminder_days": [], "participant_notice_days": [] });
    let own: serde_json::Map<String, Value> = serde_json::from_str(limits).expect("limits");
    all.as_object_mut().expect("limits").extend(own);
    let sql = format!("UPDATE award SET limits = '{all}'");
    db.execute_unprepared(&sql).await.expect("limits");
}

/// Picks by every colour, and answers the colours that there are.
async fn words_agree(office: &Visitor) -> BTreeSet<String> {
    let rows = csv_rows(office, "/reports/statutoryRisk.csv").await;
    let colours = [&["red"][..], &["amber"], &["green"], &["red", "amber"], &[]];
    for some in colours {
        let fits = |row: &&Row| some.contains(&row["risk"].as_str());
        let found = picked(
            office,
            "statutoryRisk",
            json!({ "risk": { "oneOf": some } }),
        )
        .await;
        assert_eq!(
            found,
            rows.iter().filter(fits).cloned().collect::<Vec<_>>(),
            "{some:?}"
        );
        let others = json!({ "not": { "risk": { "oneOf": some } } });
        let found = picked(office, "statutoryRisk", others).await;
        let others = rows.iter().filter(|row| !fits(row));
        assert_eq!(
            found,
            others.cloned().collect::<Vec<_>>(),
            "none of {some:?}"
        );
    }
    rows.iter().map(|row| row["risk"].clone()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn days_of_waiting_are_compared_by_the_moment() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let ben = portal.participant("Ben").await;
    // Around midnight in London, before and after the clocks go forward on 29 March.
    for (moment, code) in [
        ("2026-03-28T23:59:59Z", "policy_review"),
        ("2026-03-29T00:00:00Z", "data_review"),
        ("2026-03-29T22:59:59Z", "provision_map"),
        ("2026-03-29T23:00:00Z", "pupil_profile"),
        ("2026-03-31T12:00:00Z", "coaching"),
    ] {
        portal.wait_until(moment);
        ada.asks_approval_of(code).await;
    }
    ben.asks_approval_of("coaching").await;
    let office = portal.administrator().await;
    for now in [
        "2026-03-31T22:55:00Z",
        "2026-03-31T23:00:00Z",
        "2026-04-03T00:30:00Z",
    ] {
        portal.wait_until(now);
        for (report, column, header) in [
            ("tasks", "waitingDays", "waiting_days"),
            ("approvals", "waitingDays", "waiting_days"),
            (
                "mentorEngagement",
                "oldestWaitingDays",
                "oldest_waiting_days",
            ),
        ] {
            agrees(&office, report, column, header).await;
        }
    }
    portal.leave_as_it_is();
}

/// Picks and sorts by this column around every value that is there, and holds it against what the rows say.
async fn agrees(office: &Visitor, report: &str, column: &str, header: &str) {
    let rows = csv_rows(office, &format!("/reports/{report}.csv")).await;
    let cells = rows.iter().filter_map(|row| Cell::read(&row[header]));
    let cells: BTreeSet<Cell> = cells.collect();
    let every = cells.len().div_ceil(SAMPLES).max(1);
    let cells: BTreeSet<Cell> = cells
        .into_iter()
        .step_by(every)
        .flat_map(Cell::around)
        .collect();
    assert!(cells.len() > 2, "{report}.{column}: {cells:?}");
    for cell in cells {
        for (operator, fits) in [
            ("eq", Cell::eq as fn(&Cell, &Cell) -> bool),
            ("from", Cell::ge),
            ("to", Cell::le),
        ] {
            let said = json!({ (column): { (operator): cell.json() } });
            let expected = rows
                .iter()
                .filter(|row| Cell::read(&row[header]).is_some_and(|own| fits(&own, &cell)));
            let found = picked(office, report, said.clone()).await;
            assert_eq!(
                found,
                expected.cloned().collect::<Vec<_>>(),
                "{report}: {said}"
            );
        }
    }
    for direction in ["ASC", "DESC"] {
        let address = format!("/reports/{report}.csv?orderBy={column}&direction={direction}");
        let sorted = csv_rows(office, &address).await;
        let told: Vec<Option<Cell>> = sorted.iter().map(|row| Cell::read(&row[header])).collect();
        let mut expected = told.clone();
        expected.sort_by(|one, other| match (one, other) {
            (Some(one), Some(other)) if direction == "ASC" => one.cmp(other),
            (Some(one), Some(other)) => other.cmp(one),
            // Rows with nothing there come last either way.
            (one, other) => one.is_none().cmp(&other.is_none()),
        });
        assert_eq!(told, expected, "{address}");
        assert_eq!(sorted.len(), rows.len());
    }
}

async fn picked(office: &Visitor, report: &str, filter: Value) -> Vec<Row> {
    csv_rows(office, &format!("/reports/{report}.csv?where={filter}")).await
}

/// A number of days, or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Cell {
    Days(i64),
    Day(NaiveDate),
}

impl Cell {
    fn read(text: &str) -> Option<Self> {
        let number = text.parse().ok().map(Self::Days);
        number.or_else(|| text.parse().ok().map(Self::Day))
    }

    /// The value with the ones below and above it.
    fn around(self) -> [Self; 3] {
        let by = |days: i64| match self {
            Self::Days(number) => Self::Days(number + days),
            Self::Day(day) => Self::Day(day + chrono::Duration::days(days)),
        };
        [by(-1), self, by(1)]
    }

    fn json(self) -> Value {
        match self {
            Self::Days(number) => json!(number),
            Self::Day(day) => json!(day),
        }
    }
}
