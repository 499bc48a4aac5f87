//! Applications as a board: who stands where and for how long, who holds the next step, and what hinders it.

use std::collections::BTreeSet;

use chrono::Duration;
use serde_json::{Value, json};
use server::access::TokenScope;
use tests::{Applicant, Portal, Programme, Signatory, Visitor};

use super::bounces::{a_minute_passes, refuse_once};
use crate::statements::counting::{Counting, surplus};

const BOARD: &str = "query($cards: Int!, $where: ApplicationWhere) {
    applicationBoard(cards: $cards, where: $where) {
        columns { state count oldestSince oldestDays isSettled cards { id person { name } school { name } standsSince
            nextStep holder troubles } }
    }
}";
const LIST: &str = "query($where: ApplicationWhere) {
    applications(first: 100, where: $where, orderBy: { field: STANDS_SINCE }) {
        nodes { id state nextStep holder troubles needsAnalysis { state } can agreement { checkedAt } }
    }
}";

async fn board(by: &Visitor, cards: i32, narrow: Value) -> Vec<Value> {
    let told = by.query(BOARD, json!({ "cards": cards, "where": narrow }));
    let columns = told.await["applicationBoard"]["columns"].take();
    columns.as_array().expect("columns").clone()
}

fn column<'c>(columns: &'c [Value], state: &str) -> &'c Value {
    let found = columns.iter().find(|column| column["state"] == state);
    found.expect("a column for each state")
}

/// The names on the cards of a column, from above.
fn names(column: &Value) -> Vec<&str> {
    let cards = column["cards"].as_array().expect("cards").iter();
    cards
        .filter_map(|card| card["person"]["name"].as_str())
        .collect()
}

/// The ids of the list that is narrowed so.
async fn listed(by: &Visitor, narrow: Value) -> BTreeSet<String> {
    let found = by.query(LIST, json!({ "where": narrow })).await;
    ids(&found, |_| true)
}

fn ids(found: &Value, fits: impl Fn(&Value) -> bool) -> BTreeSet<String> {
    let rows = found["applications"]["nodes"].as_array().expect("rows");
    let fitting = rows.iter().filter(|row| fits(row));
    fitting
        .filter_map(|row| Some(row["id"].as_str()?.to_owned()))
        .collect()
}

/// Somebody at every stage, some days apart.
async fn busy(portal: &Portal) -> Vec<Applicant> {
    let waits = portal.applicant("Wanda Waits").await;
    waits.applies().await;
    let lost = portal.applicant("Lois Lost").await;
    let nowhere = Signatory {
        email: "lost@willowbank.test".into(),
        ..Applicant::headteacher()
    };
    refuse_once(portal, &nowhere.email);
    lost.applies_with(&nowhere).await.data();
    a_minute_passes(portal).await;
    portal.wait(Duration::days(13));
    portal.rounds().await;
    let drafts = portal.applicant("Dora Drafts").await;
    let ready = portal.ready_applicant("Rita Ready").await;
    let unchecked = portal.applicant("Uma Unchecked").await;
    let chair = Signatory {
        name: "Charlie Chair".into(),
        email: "chair@willowbank.test".into(),
    };
    unchecked.applies_with(&chair).await.data();
    let link = portal.link_to(&chair.email).await;
    let page = portal.follow(&link).await;
    page.signs(&chair.name, &unchecked.mentor).await;
    portal.wait(Duration::days(3));
    let gaps = portal.applicant("Gail Gaps").await;
    gaps.aspires(Some("Every week")).await;
    gaps.hands_in().await.data();
    let gap = [
        ("supports", "yes"),
        ("gap-C4", "yes"),
        ("comment-C4", "The leadership team meets parents"),
    ];
    let link = portal.link_to(Programme::HEADTEACHER).await;
    let page = portal.follow(&link).await;
    page.signs_with("Helen Headteacher", &gaps.mentor, &gap)
        .await;
    let office = portal.administrator().await;
    let checked = gaps.sees().await["agreement"]["id"].take();
    office.checks_signatory(&checked).await.data();
    let offered = portal.offered_applicant("Olga Offered").await;
    let placed = portal.offered_applicant("Petra Placed").await;
    placed.accepts().await.data();
    let refused = portal.ready_applicant("Rose Refused").await;
    office
        .rejects(refused.application_id, "No teacher status")
        .await
        .data();
    let no = portal.applicant("Nora No").await;
    no.applies().await;
    let link = portal.link_to(Programme::HEADTEACHER).await;
    let page = portal.follow(&link).await;
    page.declines("Helen Headteacher", "No money").await;
    vec![
        waits, lost, drafts, ready, unchecked, gaps, offered, placed, refused, no,
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_stands_where_and_for_how_long() {
    let portal = Portal::start().await;
    let people = busy(&portal).await;
    let office = portal.administrator().await;
    let columns = board(&office, 20, json!({})).await;
    let counts: Vec<(&str, i64)> = columns
        .iter()
        .map(|one| {
            (
                one["state"].as_str().expect("a state"),
                one["count"].as_i64().expect("a count"),
            )
        })
        .collect();
    assert_eq!(
        counts,
        [
            ("DRAFT", 1),
            ("SUBMITTED", 0),
            ("AWAITING_SCHOOL", 3),
            ("READY", 3),
            ("OFFERED", 1),
            ("ACCEPTED", 0),
            ("ENROLLED", 1),
            ("REJECTED", 1),
            ("WITHDRAWN", 0),
            ("DEFERRED", 0),
            ("EXPIRED", 0),
        ]
    );
    let waiting = column(&columns, "AWAITING_SCHOOL");
    assert_eq!(names(waiting), ["Wanda Waits", "Lois Lost", "Nora No"]);
    assert_eq!(waiting["oldestDays"], 16);
    assert_eq!(waiting["oldestSince"], waiting["cards"][0]["standsSince"]);
    let told = |at: usize| {
        let card = &waiting["cards"][at];
        (
            card["nextStep"].clone(),
            card["holder"].clone(),
            card["troubles"].clone(),
        )
    };
    assert_eq!(
        told(0),
        (
            json!("WAIT_FOR_SCHOOL"),
            json!("SCHOOL"),
            json!(["SCHOOL_SILENT"])
        )
    );
    assert_eq!(
        told(1),
        (
            json!("CORRECT_ADDRESS"),
            json!("APPLICANT"),
            json!(["SCHOOL_BOUNCED"])
        )
    );
    assert_eq!(
        told(2),
        (
            json!("NAME_SIGNATORY"),
            json!("APPLICANT"),
            json!(["SCHOOL_DECLINED"])
        )
    );
    let ready = column(&columns, "READY");
    assert_eq!(names(ready), ["Rita Ready", "Uma Unchecked", "Gail Gaps"]);
    assert_eq!(ready["cards"][0]["troubles"], json!([]));
    assert_eq!(ready["cards"][1]["troubles"], json!(["UNCHECKED"]));
    assert_eq!(ready["cards"][2]["troubles"], json!(["GAPS"]));
    assert_eq!(ready["cards"][2]["holder"], "OFFICE");
    let open = columns.iter().filter(|one| one["isSettled"] == false);
    assert_eq!(
        open.count(),
        6,
        "`endpoint::measure` counts six columns with cards"
    );
    let enrolled = column(&columns, "ENROLLED");
    assert_eq!(
        (&enrolled["isSettled"], names(enrolled).len()),
        (&json!(true), 0)
    );

    let short = board(&office, 1, json!({})).await;
    let waiting = column(&short, "AWAITING_SCHOOL");
    assert_eq!(
        (names(waiting), &waiting["count"]),
        (vec!["Wanda Waits"], &json!(3))
    );
    let narrowed = board(&office, 20, json!({ "holder": { "eq": "OFFICE" } })).await;
    assert_eq!(column(&narrowed, "READY")["count"], 3);
    assert_eq!(column(&narrowed, "AWAITING_SCHOOL")["count"], 0);
    for (cards, code) in [(-1, "PAGE_TOO_LARGE"), (51, "INVALID_INPUT")] {
        let asked = json!({ "cards": cards });
        office.ask(BOARD, asked).await.error(code);
    }
    // An applicant has a board of their own; a tool counts what the office counts.
    let own = board(&people[0], 20, json!({})).await;
    assert_eq!(column(&own, "AWAITING_SCHOOL")["count"], 1);
    assert_eq!(column(&own, "READY")["count"], 0);
    let tool = portal.token(&[TokenScope::Reports]).await;
    assert_eq!(
        column(&board(&tool, 0, json!({})).await, "READY")["count"],
        3
    );
    for answer in ["role", "mode"] {
        let asked = json!({ "cards": 0, "where": { answer: {} } });
        tool.ask(BOARD, asked).await.error("FORBIDDEN");
    }
}

/// What is decided in SQL is what the verbs go by, and every way to ask for it finds the same.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_are_narrowed_by_what_they_show() {
    let portal = Portal::start().await;
    busy(&portal).await;
    let office = portal.administrator().await;
    let all = office.query(LIST, json!({})).await;
    for holder in ["APPLICANT", "SCHOOL", "MENTOR", "OFFICE", "NOBODY"] {
        let shown = ids(&all, |row| row["holder"] == holder);
        let found = listed(&office, json!({ "holder": { "eq": holder } })).await;
        assert_eq!(found, shown, "{holder}");
    }
    let mut troubled = BTreeSet::new();
    for trouble in [
        "SCHOOL_BOUNCED",
        "SCHOOL_SILENT",
        "SCHOOL_DECLINED",
        "MENTOR_BOUNCED",
        "MENTOR_SILENT",
        "MENTOR_DECLINED",
        "UNCHECKED",
        "GAPS",
    ] {
        let has = |row: &Value| {
            row["troubles"]
                .as_array()
                .is_some_and(|all| all.contains(&json!(trouble)))
        };
        let shown = ids(&all, has);
        let found = listed(&office, json!({ "trouble": { "eq": trouble } })).await;
        assert_eq!(found, shown, "{trouble}");
        troubled.extend(found);
    }
    let any = json!({ "trouble": { "oneOf": ["SCHOOL_BOUNCED", "SCHOOL_SILENT", "SCHOOL_DECLINED", "UNCHECKED", "GAPS",
        "MENTOR_SILENT"] } });
    assert_eq!(listed(&office, any).await, troubled);
    let analysed = ids(&all, |row| !row["needsAnalysis"].is_null());
    let found = listed(&office, json!({ "hasNeedsAnalysis": true })).await;
    assert_eq!((found.len(), found), (1, analysed));
    let offers = ids(&all, |row| {
        row["can"]
            .as_array()
            .is_some_and(|can| can.contains(&json!("OFFER")))
    });
    let ready = listed(&office, json!({ "nextStep": { "eq": "WAIT_FOR_OFFER" } })).await;
    assert_eq!(ready, offers);
    let unresolved = ids(&all, |row| {
        row["needsAnalysis"]["state"] == "GAPS_UNRESOLVED" && row["state"] == "READY"
    });
    let gaps = listed(&office, json!({ "trouble": { "eq": "GAPS" } })).await;
    assert_eq!((gaps.len(), gaps), (1, unresolved));
    for (narrow, expected) in [
        (json!({ "role": { "eq": "ASPIRING" } }), 1),
        (json!({ "mode": { "eq": "FACE_TO_FACE" } }), 9),
        (json!({ "standsDays": 14 }), 2),
        (json!({ "standsDays": 3 }), 5),
        (json!({ "standsDays": -5 }), 10),
        (json!({ "search": " waits" }), 1),
        (json!({ "search": " 100001 " }), 9),
    ] {
        let found = listed(&office, narrow.clone()).await;
        assert_eq!(found.len(), expected, "{narrow}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_board_takes_as_many_statements_for_many_as_for_few() {
    let portal = Portal::start().await;
    let counting = Counting::at(&portal).await;
    let office = counting.sign_in(&portal, Programme::ADMINISTRATOR).await;
    let mut heard = Vec::new();
    let narrow = json!({ "trouble": { "oneOf": ["UNCHECKED", "GAPS"] } });
    for names in [["Ada", "Ben"], ["Cleo", "Dan"], ["Edda", "Finn"]] {
        for name in names {
            portal.ready_applicant(name).await;
            portal.applicant(&format!("{name} Draft")).await;
        }
        counting.heard();
        board(&office, 20, json!({})).await;
        board(&office, 20, narrow.clone()).await;
        heard.push(counting.heard());
    }
    assert_eq!(
        heard[0].len(),
        heard[2].len(),
        "{}",
        surplus(&heard[0], &heard[2])
    );
    assert!(heard[0].len() <= 12, "{:#?}", heard[0]);
}
