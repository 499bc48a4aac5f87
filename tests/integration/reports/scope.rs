//! Who reads what: nobody more than elsewhere.

use entity::person_role::Role;
use entity::training_group::Mode;
use serde_json::Value;
use server::access::{self, AddGroup, TokenScope};
use server::programme::NewGroup;
use server::tx;
use tests::{Enrolling, Portal, Visitor};

use super::read::{Row, csv_rows};
use super::world::{busy, names};

async fn code(who: &Visitor, name: &str) -> Option<String> {
    let answer = who.get(&format!("/reports/{name}.csv")).await;
    if answer.status() == 200 {
        // To its end: a file under way keeps a place from the next.
        answer.bytes().await.expect("a whole file");
        return None;
    }
    let body: Value = answer.json().await.expect("JSON");
    body["errors"][0]["extensions"]["code"]
        .as_str()
        .map(str::to_owned)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reports_are_for_those_who_run_the_programme() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let tutor = portal.tutor().await;
    let office = portal.administrator().await;
    let every = portal.token(&[TokenScope::Reports]).await;
    let group = Some(portal.programme.group_id);
    let one = portal.token_for(&[TokenScope::Reports], group).await;
    for name in names() {
        assert_eq!(
            code(&ada, name).await.as_deref(),
            Some("FORBIDDEN"),
            "{name}"
        );
        let nobody = code(&portal.anonymous(), name).await;
        assert_eq!(nobody.as_deref(), Some("UNAUTHENTICATED"), "{name}");
        assert_eq!(code(&office, name).await, None, "{name}");
        assert_eq!(code(&every, name).await, None, "{name}");
        let letters = (name == "mailHealth").then_some("FORBIDDEN");
        assert_eq!(code(&tutor, name).await.as_deref(), letters, "{name}");
        assert_eq!(code(&one, name).await.as_deref(), letters, "{name}");
    }
    let stranger = Visitor::with_key(portal.url(), "nas_nothing");
    assert_eq!(
        code(&stranger, "tasks").await.as_deref(),
        Some("UNAUTHENTICATED")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tutors_and_tools_read_their_own_groups() {
    let portal = Portal::start().await;
    busy(&portal).await;
    let other = another_group(&portal).await;
    let stranger = Enrolling {
        group_id: other,
        ..portal.enrolling("Zoe")
    };
    let stranger = portal.enrol(stranger).await;
    stranger.asks_approval_of("policy_review").await;
    let link = portal.link_to(&stranger.mentor.email).await;
    portal.follow(&link).await.approves("Grace Mentor").await;
    let tutor = portal.tutor().await;
    let key = [TokenScope::Reports, TokenScope::ReportsPersonal];
    let tool = portal
        .token_for(&key, Some(portal.programme.group_id))
        .await;
    let office = portal.administrator().await;
    for name in names().into_iter().filter(|name| *name != "mailHealth") {
        let address = format!("/reports/{name}.csv");
        let all = csv_rows(&office, &address).await;
        let (tutors, tools) = (
            csv_rows(&tutor, &address).await,
            csv_rows(&tool, &address).await,
        );
        let text = format!("{tutors:?}{tools:?}");
        assert!(
            !text.contains("Zoe") && !text.contains("Southfield"),
            "{name}"
        );
        assert_eq!(tutors.len(), tools.len(), "{name}");
        // Those with as many rows for everybody count fewer in them.
        let counted = match name {
            "approvalWeeks" => Some(("requests", (7, 6, 6))),
            "answeringTimes" => Some(("answered", (5, 4, 4))),
            "outcomes" => Some(("participants", (3, 2, 2))),
            _ => None,
        };
        let Some((column, expected)) = counted else {
            assert!(tutors.len() < all.len() && !tutors.is_empty(), "{name}");
            continue;
        };
        let sum = |rows: &[Row]| -> i64 {
            let numbers = rows.iter().map(|row| row[column].parse::<i64>());
            numbers.map(|number| number.expect("a number")).sum()
        };
        let of_each = |rows| match name {
            "outcomes" => sum(rows) / i64::try_from(rows.len()).expect("few"),
            _ => sum(rows),
        };
        let told = (of_each(&all), of_each(&tutors), of_each(&tools));
        assert_eq!(told, expected, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn names_are_for_those_who_may_read_them() {
    let portal = Portal::start().await;
    let [ada, _] = busy(&portal).await;
    let tool = portal.token(&[TokenScope::Reports]).await;
    for report in server::report::all() {
        let address = format!("/reports/{}.csv", report.name);
        let text = format!("{:?}", csv_rows(&tool, &address).await);
        for secret in ["Ada", "Ben", "Grace", "@willowbank"] {
            assert!(!text.contains(secret), "{} tells {secret}", report.name);
        }
        let personal = report.columns.iter().filter(|column| {
            column.privacy != server::report::Privacy::Open && column.can_filter()
        });
        for column in personal {
            let field = column.field();
            for query in [
                format!("where={{\"{field}\":{{\"startsWith\":\"A\"}}}}"),
                format!("orderBy={field}"),
            ] {
                let answer = tool.get(&format!("{address}?{query}")).await;
                assert_eq!(answer.status(), 403, "{}: {query}", report.name);
            }
        }
    }
    let tutor = portal.tutor().await;
    let mentors = csv_rows(&tutor, "/reports/mentorEngagement.csv?orderBy=mentor").await;
    assert_eq!(mentors[0]["email"], "m•••@willowbank.test");
    let asked = tutor
        .get("/reports/mentorEngagement.csv?orderBy=email")
        .await;
    assert_eq!(asked.status(), 403, "an order would tell what is masked");
    let office = portal.administrator().await;
    let seen = csv_rows(&office, "/reports/mentorEngagement.csv").await;
    assert!(seen.iter().any(|row| row["email"] == ada.mentor.email));
}

/// A group of another tutor.
async fn another_group(portal: &Portal) -> uuid::Uuid {
    let tutor = portal.somebody("Tess Other", Role::Tutor).await;
    let group = NewGroup {
        cohort_id: portal.programme.cohort_id,
        name: "Southfield".into(),
        place: "Southfield".into(),
        mode: Mode::FaceToFace,
        tutor_id: Some(tutor.id),
    };
    let office = portal.programme.office();
    let added = tx::write(&portal.app, &office, async |tx| {
        server::programme::add_group(tx, access::entitle::<AddGroup>(&tx.actor)?, group).await
    });
    added.await.expect("a group").id
}
