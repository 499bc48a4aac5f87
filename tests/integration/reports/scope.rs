//! Who reads what: nobody more than elsewhere.

use entity::person_role::Role;
use entity::training_group::Mode;
use serde_json::{Value, json};
use server::access::TokenScope;
use server::programme::GroupDetails;
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
    let hub = portal.hosted_by("Northfield Hub", "Hollie Host", portal.programme.group_id);
    let hub = hub.await;
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
        let work = (!FOR_PARTNERS.contains(&name)).then_some("FORBIDDEN");
        assert_eq!(code(&hub, name).await.as_deref(), work, "{name}");
        let office = FOR_THE_OFFICE.contains(&name).then_some("FORBIDDEN");
        assert_eq!(code(&tutor, name).await.as_deref(), office, "{name}");
        assert_eq!(code(&one, name).await.as_deref(), office, "{name}");
    }
    let stranger = Visitor::with_key(portal.url(), "nas_nothing");
    assert_eq!(
        code(&stranger, "tasks").await.as_deref(),
        Some("UNAUTHENTICATED")
    );
}

/// What only the office reads, and tools that may read every group.
const FOR_THE_OFFICE: [&str; 2] = ["mailHealth", "agreementChase"];

/// What a delivery partner may read: who is there and how far, not what they do.
const FOR_PARTNERS: [&str; 3] = ["sponsor", "outcomes", "progress"];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn partners_read_how_far_their_own_groups_are() {
    let portal = Portal::start().await;
    busy(&portal).await;
    let other = another_group(&portal).await;
    let stranger = Enrolling {
        group_id: other,
        ..portal.enrolling("Zoe")
    };
    portal.enrol(stranger).await;
    let group = portal.programme.group_id;
    let hub = portal
        .hosted_by("Northfield Hub", "Hollie Host", group)
        .await;
    let council = portal.hosted_by("Southfield Council", "Cass Council", other);
    let council = council.await;
    let tutor = portal.tutor().await;
    for name in FOR_PARTNERS {
        let address = format!("/reports/{name}.csv");
        let rows = csv_rows(&hub, &address).await;
        assert_eq!(rows, csv_rows(&tutor, &address).await, "{name}");
        assert_ne!(rows, csv_rows(&council, &address).await, "{name}");
        let text = format!("{rows:?}");
        assert!(!text.contains("Zoe") && !text.contains('@'), "{name}");
    }
    let listed = hub.query("{ reports { list { name } } }", json!({})).await;
    let mut listed: Vec<&str> = listed["reports"]["list"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|report| report["name"].as_str())
        .collect();
    listed.sort_unstable();
    let mut all = FOR_PARTNERS;
    all.sort_unstable();
    assert_eq!(listed, all);
    let rows = csv_rows(&hub, "/reports/sponsor.csv").await;
    assert!(
        rows.iter()
            .all(|row| row["delivery_partner"] == "Northfield Hub")
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
    for name in names()
        .into_iter()
        .filter(|name| !FOR_THE_OFFICE.contains(name))
    {
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
    let group = GroupDetails {
        tutor_id: Some(tutor.id),
        ..GroupDetails::new("Southfield", "Southfield", Mode::FaceToFace)
    };
    portal.add_group(group).await
}
