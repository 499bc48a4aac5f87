//! While it is being thrown at, the portal answers everybody else.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use reqwest::Client;
use serde_json::json;
use tests::Portal;
use tokio::task::JoinSet;

use super::bombs::bombs;

/// Bombs that are in the air at once, and how many there are in all.
const AT_ONCE: usize = 8;
const THROWN: usize = 200;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn others_are_answered_while_bombs_are_thrown() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let (bombs, url) = (Arc::new(bombs()), portal.url().to_owned());
    let mut throwers = JoinSet::new();
    for thrower in 0..AT_ONCE {
        let (bombs, url) = (bombs.clone(), url.clone());
        throwers.spawn(async move {
            // A new connection each: one on which a body was refused is closed.
            let client = Client::builder()
                .pool_max_idle_per_host(0)
                .build()
                .expect("a client");
            let mut took = Vec::new();
            for at in (thrower..THROWN).step_by(AT_ONCE) {
                let (name, bomb, code) = &bombs[at % bombs.len()];
                let begin = Instant::now();
                let received = bomb.send(&client, &url).await;
                took.push((*name, begin.elapsed()));
                assert_eq!(received.code, *code, "{name}");
            }
            took
        });
    }
    let document = "{ me { person { name } enrolments { progress { total } } } }";
    let (mut answered, mut times) = (Vec::new(), BTreeMap::<&str, Vec<Duration>>::new());
    loop {
        let begin = Instant::now();
        ada.query(document, json!({})).await;
        answered.push(begin.elapsed());
        let Some(thrown) = throwers.try_join_next() else {
            if throwers.is_empty() {
                break;
            }
            continue;
        };
        for (name, took) in thrown.expect("every bomb has its code") {
            times.entry(name).or_default().push(took);
        }
    }
    assert_eq!(times.values().map(Vec::len).sum::<usize>(), THROWN);
    assert!(
        answered.len() > 1,
        "nobody was answered before the last bomb was refused"
    );
    // Told, not asserted: what a number means depends on the machine and on what else it does.
    println!(
        "ordinary requests: {} answered, median {:?}",
        answered.len(),
        median(answered)
    );
    for (name, took) in times {
        println!("{name}: refused in {:?}", median(took));
    }
}

fn median(mut took: Vec<Duration>) -> Duration {
    took.sort_unstable();
    took[took.len() / 2]
}
