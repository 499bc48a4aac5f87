//! Filters: every operator of every list, held against the rows themselves.

use std::collections::BTreeSet;

use chrono::Duration;
use serde_json::{Value, json};
use server::access::TokenScope;
use tests::{Portal, Visitor};

use super::operators::{Probe, probes, shown};
use crate::access::applying::{applied, text};
use crate::schema::model::model;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_operator_of_every_list_says_what_it_means() {
    let portal = Portal::start().await;
    busy(&portal).await;
    let (office, model) = (portal.administrator().await, model());
    let mut tried = 0;
    for (list, field) in &model.object("Query").expect("Query").fields {
        let Some(filter) = field.arguments.get("where") else {
            assert!(
                !field.base().ends_with("Connection"),
                "{list} has no filter"
            );
            continue;
        };
        // A board has the filter of its list.
        let Some(node) = field.base().strip_suffix("Connection") else {
            continue;
        };
        let selection = shown(&model, filter.base(), node);
        let document = format!("{{ {list}(first: 100) {{ nodes {{ id {selection} }} }} }}");
        let rows = office.query(&document, json!({})).await[list]["nodes"].take();
        let rows = rows.as_array().expect("rows");
        let all: BTreeSet<&str> = rows.iter().filter_map(|row| row["id"].as_str()).collect();
        assert!(!all.is_empty() && all.len() < 100, "{list}");
        let mut before = Found::default();
        for probe in probes(&model, filter.base(), node, rows) {
            before = consistent(&office, list, &probe, &all, before).await;
            tried += 1;
        }
    }
    assert!(tried > 200, "{tried}");
}

/// Something of everything, and some of it not everywhere.
async fn busy(portal: &Portal) {
    let text = text(portal).await;
    for name in ["Ada 100%", "Ben_Östberg"] {
        let who = portal.participant(name).await;
        who.asks_approval_of("policy_review").await;
        let link = portal.link_to(&who.mentor.email).await;
        portal.follow(&link).await.approves("Grace Mentor").await;
        portal.wait(Duration::days(9));
        who.asks_approval_of("provision_map").await;
        who.writes("pupil_profile").await;
        applied(portal, &who, text).await;
    }
    portal.participant("Cy").await;
    portal.wait(Duration::days(90));
    portal.post_letters().await;
    portal.token(&[TokenScope::Reports]).await;
    let group = portal.programme.group_id;
    portal
        .hosted_by("Northfield Hub", "Hollie Host", group)
        .await;
}

/// A filter, and the rows that it finds; without one, no row.
struct Found {
    said: String,
    ids: BTreeSet<String>,
}

impl Default for Found {
    fn default() -> Self {
        Self {
            said: "{ or: [] }".into(),
            ids: BTreeSet::new(),
        }
    }
}

/// One filter alone, turned round, put together with itself, and with the one before.
async fn consistent(
    office: &Visitor,
    list: &str,
    probe: &Probe,
    all: &BTreeSet<&str>,
    before: Found,
) -> Found {
    let (said, other) = (&probe.said, &before.said);
    let asked = [
        ("it", said.clone()),
        ("no", format!("{{ not: {said} }}")),
        ("notNo", format!("{{ not: {{ not: {said} }} }}")),
        ("both", format!("{{ and: [{said}, {{}}] }}")),
        ("either", format!("{{ or: [{said}, {{ not: {said} }}] }}")),
        ("neither", format!("{{ and: [{{ not: {said} }}, {said}] }}")),
        ("two", format!("{{ and: [{said}, {other}] }}")),
        ("one", format!("{{ or: [{said}, {other}] }}")),
        ("none", format!("{{ not: {{ or: [{other}, {said}] }} }}")),
    ];
    let fields: Vec<String> = asked
        .iter()
        .map(|(alias, filter)| {
            format!("{alias}: {list}(first: 99, where: {filter}) {{ totalCount nodes {{ id }} }}")
        })
        .collect();
    let told = office
        .query(&format!("{{ {} }}", fields.join(" ")), json!({}))
        .await;
    let found = |alias: &str| -> BTreeSet<&str> {
        let page = &told[alias];
        let ids: BTreeSet<&str> = page["nodes"]
            .as_array()
            .expect("rows")
            .iter()
            .filter_map(|row| row["id"].as_str())
            .collect();
        assert_eq!(
            page["totalCount"],
            json!(ids.len()),
            "{list} {said} {alias}"
        );
        ids
    };
    let it = found("it");
    if let Some(expected) = &probe.expected {
        let expected: BTreeSet<&str> = expected.iter().map(String::as_str).collect();
        assert_eq!(it, expected, "{list} where {said}");
    }
    assert_eq!(found("no"), all - &it, "{list}: not {said}");
    assert_eq!(found("notNo"), it, "{list}: not not {said}");
    assert_eq!(found("both"), it, "{list}: {said} and nothing else");
    assert_eq!(&found("either"), all, "{list}: {said} or not");
    assert!(found("neither").is_empty(), "{list}: {said} and not");
    let others: BTreeSet<&str> = before.ids.iter().map(String::as_str).collect();
    assert_eq!(found("two"), &it & &others, "{list}: {said} and {other}");
    assert_eq!(found("one"), &it | &others, "{list}: {said} or {other}");
    assert_eq!(
        found("none"),
        &(all - &it) - &others,
        "{list}: not {said}, nor {other}"
    );
    Found {
        said: said.clone(),
        ids: it.into_iter().map(str::to_owned).collect(),
    }
}

/// Whoever could filter or sort by names could spell them out.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_without_names_learns_none_by_asking() {
    let portal = Portal::start().await;
    for name in ["Zoe Quillfeather", "Ada Thistlewood"] {
        portal.participant(name).await;
    }
    let plain = portal.token(&[TokenScope::Reports]).await;
    let personal = [TokenScope::Reports, TokenScope::ReportsPersonal];
    let personal = portal.token(&personal).await;
    let (mut seen, mut hidden) = (Vec::new(), Vec::new());
    for arguments in [
        "where: { name: { startsWith: \"Q\" } }",
        "where: { not: { or: [{ name: { eq: \"\" } }] } }",
        "where: { and: [{ not: { name: { oneOf: [] } } }] }",
        "orderBy: { field: NAME }",
        "orderBy: { field: NAME, direction: DESC }",
    ] {
        let document = format!("{{ participants(first: 5, {arguments}) {{ totalCount }} }}");
        let error = plain.expect_error("FORBIDDEN", &document, json!({})).await;
        assert!(
            error["message"]
                .as_str()
                .expect("words")
                .contains("reports:personal")
        );
        personal.query(&document, json!({})).await;
    }
    for (by, found) in [(&plain, &mut hidden), (&personal, &mut seen)] {
        for filter in ["{}", "{ search: \"quill\" }"] {
            let document =
                format!("{{ participants(first: 5, where: {filter}) {{ nodes {{ id }} }} }}");
            let mut told = by.query(&document, json!({})).await;
            found.push(told["participants"]["nodes"].take());
        }
    }
    // By name for one, as they were enrolled for the other; and the search finds a name for one only.
    let reversed: Vec<Value> = seen[0]
        .as_array()
        .expect("rows")
        .iter()
        .rev()
        .cloned()
        .collect();
    assert_eq!(hidden[0], Value::Array(reversed));
    assert_eq!(
        (seen[1].as_array().expect("rows").len(), &hidden[1]),
        (1, &json!([]))
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_asked_is_said_clearly() {
    let portal = Portal::start().await;
    let office = portal.administrator().await;
    let nested = |levels: usize| {
        let open = "{ not: ".repeat(levels - 1);
        format!("{open}{{ overdue: true }}{}", " }".repeat(levels - 1))
    };
    let many = |count: usize| format!("{{ or: [{}] }}", "{ overdue: true }".repeat(count));
    for (filter, name) in [
        (nested(6), "where"),
        (many(50), "where"),
        ("{ id: { eq: \"x\" } }".into(), "eq"),
        ("{ id: { oneOf: [\"\"] } }".into(), "oneOf"),
        ("{ title: { contains: \"a\\u0000\" } }".into(), "contains"),
        ("{ title: { oneOf: [\"\\u0000\"] } }".into(), "oneOf"),
        ("{ dueOn: { from: \"-0044-03-15\" } }".into(), "from"),
        ("{ dueOn: { to: \"+99999-01-01\" } }".into(), "to"),
        (
            "{ updatedAt: { before: \"0001-01-01T00:00:00Z\" } }".into(),
            "before",
        ),
    ] {
        let document = format!("{{ tasks(first: 1, where: {filter}) {{ totalCount }} }}");
        let error = office
            .expect_error("INVALID_INPUT", &document, json!({}))
            .await;
        assert_eq!(error["extensions"]["fields"][0]["name"], name, "{filter}");
    }
    for filter in [nested(5), many(49)] {
        let document = format!("{{ tasks(first: 1, where: {filter}) {{ totalCount }} }}");
        office.query(&document, json!({})).await;
    }
    for days in [-1, 10_000, i32::MAX] {
        let document = format!(
            "{{ participants(first: 1, where: {{ waitingOver: {days} }}) {{ totalCount }} }}"
        );
        office
            .expect_error("INVALID_INPUT", &document, json!({}))
            .await;
    }
}
