//! Addresses that stand for a key: each opens one report's file and no more.

use chrono::Duration;
use entity::report_address::Format;
use serde_json::json;
use server::access::Actor;
use server::token::{self, recognise_address};
use tests::{Portal, Visitor, log};

use super::{address, key, revoke};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_opens_its_own_report_by_the_right_of_its_key() {
    let portal = Portal::start().await;
    let (_, id) = key(&portal).await;
    let (url, secret, _) = address(&portal, id, "outcomes").await;
    assert!(url.ends_with("/outcomes.csv"), "{url}");
    let (_, other, _) = address(&portal, id, "mentors").await;
    assert_ne!(secret, other);
    let opened = recognise_address(&portal.app, &secret).await;
    let opened = opened.expect("an answer").expect("an address");
    assert_eq!(
        (opened.report.as_str(), opened.format),
        ("outcomes", Format::Csv)
    );
    assert_eq!(opened.file(), "outcomes.csv");
    let Actor::Token(by) = &opened.actor else {
        panic!("{:?} is no key", opened.actor)
    };
    assert_eq!(by.id, id);
    assert!(!opened.actor.may_see_names());
    for wrong in ["", "x", &url, &secret[1..], &secret.to_lowercase()] {
        let opened = recognise_address(&portal.app, wrong)
            .await
            .expect("an answer");
        assert_eq!(opened, None, "{wrong}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_goes_alone_and_with_its_key() {
    let portal = Portal::start().await;
    let (_, id) = key(&portal).await;
    let (_, first, first_id) = address(&portal, id, "outcomes").await;
    let (_, second, _) = address(&portal, id, "outcomes").await;
    let opens = async |secret: &str| {
        let opened = recognise_address(&portal.app, secret).await;
        opened.expect("an answer").is_some()
    };
    let office = portal.programme.office();
    for _ in 0..2 {
        let revoked = server::tx::write(&portal.app, &office, async |tx| {
            let address = server::access::load::<server::access::RevokeAddress>(tx, first_id);
            token::revoke_address(tx, address.await?).await
        });
        revoked.await.expect("it is revoked");
    }
    assert_eq!((opens(&first).await, opens(&second).await), (false, true));
    revoke(&portal, id).await;
    assert!(!opens(&second).await);

    let (_, lasting) = key(&portal).await;
    let (_, third, _) = address(&portal, lasting, "outcomes").await;
    assert!(opens(&third).await);
    portal.wait(Duration::days(365));
    assert!(!opens(&third).await, "its key is over");
    let refused = server::tx::write(&portal.app, &office, async |tx| {
        let token = server::access::load::<server::access::AddAddress>(tx, lasting).await?;
        let new = token::NewAddress {
            report: "outcomes".into(),
            format: Format::Csv,
            filter: None,
        };
        token::add_address(tx, token, new).await
    });
    assert_eq!(refused.await.expect_err("no key").code(), "WRONG_STATE");
}

/// Everything that the schema tells of tokens and addresses.
const TOLD: &str = "{ apiTokens(first: 10) { nodes {
    id name scopes state pointsPerHour createdAt expiresAt lastUsedAt revokedAt
    usage { day requests cost refused }
    addresses { id report format file filter createdAt lastUsedAt revokedAt } } }
    events(first: 50) { nodes { kind note } } }";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_office_makes_addresses_and_is_told_each_once() {
    let portal = Portal::start().await;
    let office = portal.administrator().await;
    let made = "mutation { createApiToken(input: { name: \"Sheet\", scopes: [REPORTS] }) { secret token { id state } } }";
    let made = office.query(made, json!({})).await["createApiToken"].clone();
    assert_eq!(made["token"]["state"], "ACTIVE");
    let id = &made["token"]["id"];
    let document = "mutation($input: CreateReportAddressInput!) {
        createReportAddress(input: $input) { url address { id file filter } } }";
    let input = json!({
        "tokenId": id, "report": "tasks", "format": "XLSX", "where": { "state": { "oneOf": ["submitted"] } },
    });
    let address = office.query(document, json!({ "input": input })).await;
    let address = &address["createReportAddress"];
    assert_eq!(address["address"]["file"], "tasks.xlsx");
    assert_eq!(
        address["address"]["filter"],
        r#"{"state":{"oneOf":["submitted"]}}"#
    );
    let url = address["url"].as_str().expect("an address");
    let beginning = format!("{}/reports/at/", portal.url());
    let secret = url.strip_prefix(&beginning).expect(url);
    let secret = secret.strip_suffix("/tasks.xlsx").expect(url).to_owned();
    assert!(secret.len() >= 43, "256 bits: {secret}");

    let tool = Visitor::with_key(portal.url(), made["secret"].as_str().expect("a secret"));
    tool.query("{ awards { id } }", json!({})).await;
    let status = async |url: &str| {
        let answer = portal.anonymous().client().get(url).send().await;
        answer.expect("an answer").status().as_u16()
    };
    assert_eq!(status(url).await, 200);
    assert_eq!(status(&url.replace("tasks", "participants")).await, 404);
    assert_eq!(status(&url.replace(".xlsx", ".csv")).await, 404);
    token::flush(&portal.app).await;
    let told = office.query(TOLD, json!({})).await;
    let row = &told["apiTokens"]["nodes"][0];
    assert!(row["usage"][0]["requests"].as_i64() > Some(1), "{row}");
    assert!(row["usage"][0]["cost"].as_i64() > Some(1), "{row}");
    assert!(row["lastUsedAt"].is_string() && row["addresses"][0]["lastUsedAt"].is_string());

    let (told, dump, log) = (told.to_string(), portal.dump().await, log());
    let key = made["secret"].as_str().expect("a secret");
    for secret in [key.trim_start_matches("nas_"), &secret] {
        for part in [secret, &secret[..20], &secret[secret.len() - 20..]] {
            assert!(!told.contains(part) && !log.contains(part));
            assert_eq!(dump.find(part), Vec::<(&str, &str)>::new());
        }
    }
    let revoked = "mutation($id: ID!) { revokeReportAddress(id: $id) { revokedAt } }";
    let id = json!({ "id": address["address"]["id"] });
    let first = office.query(revoked, id.clone()).await;
    assert_eq!(first, office.query(revoked, id).await);
    assert_eq!(status(url).await, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_has_to_make_sense() {
    let portal = Portal::start().await;
    let (_, id) = key(&portal).await;
    let office = portal.administrator().await;
    let document = "mutation($input: CreateReportAddressInput!) {
        createReportAddress(input: $input) { url } }";
    let inputs = [
        ("report", json!({ "report": "" })),
        ("report", json!({ "report": "../tasks" })),
        ("where", json!({ "where": { "nothing": { "eq": 1 } } })),
        (
            "where",
            json!({ "where": { "title": { "contains": "x".repeat(5_000) } } }),
        ),
    ];
    for (field, wrong) in inputs {
        let mut input = json!({ "tokenId": id, "report": "tasks", "format": "CSV" });
        for (name, value) in wrong.as_object().expect("fields") {
            input[name] = value.clone();
        }
        let error = office
            .expect_error("INVALID_INPUT", document, json!({ "input": input }))
            .await;
        assert_eq!(error["extensions"]["fields"][0]["name"], field);
    }
}
