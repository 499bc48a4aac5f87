//! How much a key may ask for within an hour, and what it hears of that.

use chrono::Duration;
use entity::token_use;
use reqwest::Response;
use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use server::access::{Actor, TokenScope};
use server::token::{self, Recognised};
use tests::{Portal, Visitor};

use super::{QUESTION, key};
use crate::access::actors::open_door;

const LIMIT: u32 = 100;

async fn start() -> Portal {
    let portal = Portal::start_with(|config| config.token_points_per_hour = LIMIT).await;
    portal.wait_until("2026-06-30T10:37:30Z");
    portal
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_used_up_the_hour_hears_when_to_come_back() {
    let portal = start().await;
    let (secret, _) = key(&portal).await;
    for left in [80, 60, 40, 20, 0] {
        let answer = ask(portal.url(), &secret).await;
        assert_eq!(answer.status(), 200);
        assert_eq!(
            answer.headers()["ratelimit-policy"],
            "\"points\";q=100;w=3600"
        );
        let cost = cost(answer).await;
        assert_eq!(
            (&cost["left"], &cost["limit"]),
            (&json!(left), &json!(LIMIT))
        );
        assert_eq!(cost["requested"], QUESTION.1);
        assert_eq!(cost["resetsAt"], "2026-06-30T11:00:00Z");
    }
    let refused = ask(portal.url(), &secret).await;
    assert_eq!(refused.status(), 429);
    let wait: i64 = header(&refused, "retry-after").parse().expect("seconds");
    assert!((1300..=1350).contains(&wait), "{wait}");
    let told: Value = refused.json().await.expect("JSON");
    let error = &told["errors"][0];
    assert_eq!(error["extensions"]["code"], "TOO_MANY_REQUESTS");
    let message = error["message"].as_str().unwrap_or_default();
    assert!(
        message.contains("from 12:00 in London, 23 minutes from now"),
        "{message}"
    );
    assert_eq!(told["extensions"]["cost"]["left"], 0);
    assert!(told.get("data").is_none());

    // Others have points of their own, and people have as many as they like.
    let (other, _) = key(&portal).await;
    assert_eq!(ask(portal.url(), &other).await.status(), 200);
    let tutor = portal.tutor().await;
    for _ in 0..6 {
        let answer = tutor.ask(QUESTION.0, json!({})).await;
        assert!(answer.is_ok());
        assert_eq!(
            answer.body["extensions"],
            json!({ "cost": { "requested": QUESTION.1 } })
        );
    }
    portal.wait(Duration::seconds(wait + 1));
    assert_eq!(cost(ask(portal.url(), &secret).await).await["left"], 80);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_question_that_never_fits_is_told_so() {
    let portal = start().await;
    let tool = portal.token(&[TokenScope::Reports]).await;
    let document = "{ schools(first: 60) { nodes { name } } }";
    let error = tool
        .expect_error("TOO_MANY_REQUESTS", document, json!({}))
        .await;
    let message = error["message"].as_str().unwrap_or_default();
    assert!(message.contains("more than the 100"), "{message}");
    tool.query(QUESTION.0, json!({})).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_have_one_limit() {
    let portal = start().await;
    let second = second(&portal).await;
    let (here, there) = (portal.url().to_owned(), open_door(&second).await);
    let (secret, id) = key(&portal).await;
    let left = async |url: &str| cost(ask(url, &secret).await).await["left"].clone();
    // Neither knows yet what the other has given away.
    assert_eq!(
        (left(&here).await, left(&there).await),
        (json!(80), json!(80))
    );
    token::flush(&portal.app).await;
    assert_eq!(left(&there).await, 40, "known with the next request");
    token::flush(&second).await;
    assert_eq!(left(&here).await, 20);
    assert_eq!(left(&there).await, 20);
    token::flush(&portal.app).await;
    token::flush(&second).await;
    for url in [&here, &there] {
        assert_eq!(ask(url, &secret).await.status(), 429);
    }
    // A server that begins anew forgets nothing.
    let third = self::second(&portal).await;
    assert_eq!(ask(&open_door(&third).await, &secret).await.status(), 429);
    for app in [&portal.app, &second, &third] {
        token::flush(app).await;
    }
    let rows = token_use::Entity::find().all(&portal.app.db.read).await;
    let told = rows.expect("rows").into_iter();
    let told: Vec<_> = told
        .map(|row| (row.token_id, row.requests, row.cost, row.refused))
        .collect();
    assert_eq!(told, [(id, 5, 100, 3)]);
}

/// What doors other than GraphQL take.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_are_paid_for_too() {
    let portal = start().await;
    let (secret, _) = key(&portal).await;
    let known = token::recognise(&portal.app, &portal.app.db.read, &secret).await;
    let Ok(Recognised::Valid(Actor::Token(by))) = known else {
        panic!("{known:?}")
    };
    let begun = token::charge(&portal.app, &by, 1).expect("a point");
    assert_eq!(begun.left, 99);
    token::charge_more(&portal.app, &by, 250);
    let told = token::charge(&portal.app, &by, 0).expect_err("nothing is left");
    assert_eq!((told.0.left, told.0.requested), (0, 1));
}

/// Another server on the same database.
async fn second(portal: &Portal) -> server::portal::Portal {
    let config = (*portal.app.config).clone();
    let second = server::portal::Portal::open(config, portal.clock().clone()).await;
    second.expect("another server")
}

async fn ask(url: &str, secret: &str) -> Response {
    let tool = Visitor::new(url);
    let request = tool.client().post(format!("{url}/graphql"));
    let request = request
        .bearer_auth(secret)
        .json(&json!({ "query": QUESTION.0 }));
    request.send().await.expect("an answer")
}

async fn cost(answer: Response) -> Value {
    let told: Value = answer.json().await.expect("JSON");
    told["extensions"]["cost"].clone()
}

fn header(answer: &Response, name: &str) -> String {
    let value = answer.headers().get(name).expect(name);
    value.to_str().expect("a text").to_owned()
}
