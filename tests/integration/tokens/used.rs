//! What keys use adds up, whoever serves them.

use chrono::{Duration, NaiveDate};
use entity::{api_token, token_use};
use sea_orm::{EntityTrait as _, QueryOrder as _};
use serde_json::json;
use server::token;
use tests::{Portal, Visitor};
use uuid::Uuid;

use super::{QUESTION, key};
use crate::access::actors::open_door;
use crate::statements::counting::Counting;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn use_adds_up_under_parallel_requests() {
    let portal = Portal::start().await;
    let counting = Counting::at(&portal).await;
    let (secret, id) = key(&portal).await;
    let asking = (0..64).map(|_| {
        let tool = Visitor::with_key(&counting.door, &secret);
        tokio::spawn(async move { tool.query(QUESTION.0, json!({})).await })
    });
    let asking: Vec<_> = asking.collect();
    // Written down in between, too.
    token::flush(&portal.app).await;
    for one in asking {
        one.await.expect("an answer");
    }
    let written = |heard: Vec<String>| heard.into_iter().filter(|sql| !sql.starts_with("SELECT"));
    assert_eq!(
        written(counting.heard()).count(),
        0,
        "a request writes nothing"
    );
    token::flush(&portal.app).await;
    token::flush(&portal.app).await;
    assert_eq!(used(&portal, id).await, [(64, 64 * QUESTION.1, 0)]);
    let row = api_token::Entity::find_by_id(id)
        .one(&portal.app.db.read)
        .await;
    let last = row.expect("rows").expect("a key").last_used_at;
    assert!(last.is_some_and(|at| portal.now() - at < Duration::minutes(1)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_add_up_one_count() {
    let portal = Portal::start().await;
    let config = (*portal.app.config).clone();
    let second = server::portal::Portal::open(config, portal.clock().clone()).await;
    let second = second.expect("a second server");
    let door = open_door(&second).await;
    let (secret, id) = key(&portal).await;
    for _ in 0..3 {
        for url in [portal.url(), &door] {
            let tool = Visitor::with_key(url, &secret);
            tool.query(QUESTION.0, json!({})).await;
            tool.query(QUESTION.0, json!({})).await;
        }
        tokio::join!(token::flush(&portal.app), token::flush(&second));
    }
    assert_eq!(used(&portal, id).await, [(12, 12 * QUESTION.1, 0)]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_hour_belongs_to_its_day_in_london() {
    let portal = Portal::start().await;
    let (secret, id) = key(&portal).await;
    let tool = Visitor::with_key(portal.url(), &secret);
    for moment in ["2026-06-30T22:59:00Z", "2026-06-30T23:01:00Z"] {
        portal.wait_until(moment);
        tool.query(QUESTION.0, json!({})).await;
    }
    token::flush(&portal.app).await;
    let days: Vec<NaiveDate> = rows(&portal, id).await.iter().map(|row| row.day).collect();
    let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).expect("a day");
    assert_eq!(days, [day(6, 30), day(7, 1)]);
}

async fn used(portal: &Portal, id: Uuid) -> Vec<(i64, i64, i64)> {
    let rows = rows(portal, id).await.into_iter();
    rows.map(|row| (row.requests, row.cost, row.refused))
        .collect()
}

async fn rows(portal: &Portal, id: Uuid) -> Vec<token_use::Model> {
    let rows = token_use::Entity::find().order_by_asc(token_use::Column::Hour);
    let rows = rows.all(&portal.app.db.read).await.expect("rows");
    assert!(rows.iter().all(|row| row.token_id == id));
    rows
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_used_long_ago_is_forgotten() {
    let portal = Portal::start().await;
    let (secret, id) = key(&portal).await;
    let tool = Visitor::with_key(portal.url(), &secret);
    for days in [100, 0] {
        tool.query(QUESTION.0, json!({})).await;
        token::flush(&portal.app).await;
        portal.wait(Duration::days(days));
    }
    let mut kept = Vec::new();
    for days in [299, 2, 98, 2] {
        portal.wait(Duration::days(days));
        portal.rounds().await;
        kept.push(used(&portal, id).await.len());
    }
    assert_eq!(kept, [2, 1, 1, 0], "after 399, 401, 499 and 501 days");
}
