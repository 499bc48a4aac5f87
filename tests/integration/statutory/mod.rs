//! The statutory clock: as a calculation, and as everybody is shown it.

mod properties;

use serde_json::{Value, json};
use tests::{Portal, Programme};

use crate::reports::{read::csv_rows, world::set_days};

const CLOCK: &str =
    "{ appointedOn startsOn deadline forecastAwardOn slackDays colour latestSafeStart today }";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_participant_is_shown_what_the_report_tells() {
    let portal = Portal::start().await;
    let (ada, ben) = (
        portal.participant("Ada").await,
        portal.participant("Ben").await,
    );
    set_days(&portal, &ada, Some("2024-02-29"), None).await;
    let office = portal.administrator().await;
    let document = format!("query($id: ID!) {{ enrolment(id: $id) {{ clock {CLOCK} }} }}");
    let rows = csv_rows(&office, "/reports/statutoryRisk.csv?orderBy=participant").await;
    for (who, row) in [(&ada, &rows[0]), (&ben, &rows[1])] {
        let id = json!({ "id": who.enrolment_id });
        let clock = who.query(&document, id.clone()).await["enrolment"]["clock"].take();
        let told = |name: &str| match &clock[name] {
            Value::Null => String::new(),
            Value::Number(number) => number.to_string(),
            text => text.as_str().expect("a word").to_lowercase(),
        };
        for (field, column) in [
            ("appointedOn", "appointed_on"),
            ("deadline", "deadline"),
            ("forecastAwardOn", "forecast_award_on"),
            ("slackDays", "slack_days"),
            ("colour", "risk"),
        ] {
            assert_eq!(told(field), row[column], "{column}: {clock}");
        }
        let tutor = portal.tutor().await.query(&document, id).await;
        assert_eq!(tutor["enrolment"]["clock"], clock);
    }
    // Twenty months and twelve weeks before 28 February 2027.
    let seen = ada
        .query(&document, json!({ "id": ada.enrolment_id }))
        .await;
    let clock = &seen["enrolment"]["clock"];
    assert_eq!(clock["latestSafeStart"], "2025-04-06");
    assert_eq!(clock["startsOn"], "2026-01-12");
    assert_eq!(clock["today"], "2026-03-03");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_deferral_tells_what_it_would_cost() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    // Five terms from January 2026 end on 16 July 2027; the award is closed at the end of August.
    set_days(&portal, &ada, Some("2025-09-01"), Some("2027-03-25")).await;
    for day in ["2027-01-11", "2026-09-07", "2026-01-26"] {
        Programme::opens_cohort(&portal.app, "nasenco", day).await;
    }
    Programme::opens_cohort(&portal.app, "npq_senco", "2026-10-05").await;
    let document = "query($id: ID!) { enrolment(id: $id) { clock { forecastAwardOn colour } deferrals { \
        daysLater missesDeadline clock { startsOn deadline forecastAwardOn colour } } } }";
    let id = json!({ "id": ada.enrolment_id });
    let seen = ada.query(document, id.clone()).await;
    assert_eq!(
        seen["enrolment"]["clock"],
        json!({ "forecastAwardOn": "2027-06-17", "colour": "AMBER" })
    );
    let deferrals = seen["enrolment"]["deferrals"].as_array().expect("a list");
    let starts: Vec<&Value> = deferrals
        .iter()
        .map(|one| &one["clock"]["startsOn"])
        .collect();
    assert_eq!(
        starts,
        ["2026-09-07", "2027-01-11"],
        "what has begun, and another award's cohort, are no choice"
    );
    // The calendar ends before five terms from September do: four months a term.
    let clock = json!({ "startsOn": "2026-09-07", "deadline": "2027-08-31", "forecastAwardOn": "2028-07-30", "colour": "RED" });
    assert_eq!(deferrals[0]["clock"], clock);
    assert_eq!(deferrals[0]["missesDeadline"], true);
    assert_eq!(deferrals[0]["daysLater"], 409);

    let office = portal.administrator().await;
    let gone = "UPDATE enrolment SET state = 'withdrawn'";
    sea_orm::ConnectionTrait::execute_unprepared(&portal.app.db.write, gone)
        .await
        .expect("they left");
    let seen = office.query(document, id).await;
    assert_eq!(seen["enrolment"]["clock"], Value::Null);
    assert_eq!(seen["enrolment"]["deferrals"], json!([]));
}
