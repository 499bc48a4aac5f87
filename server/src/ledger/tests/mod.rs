use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use crate::ledger::{Ledger, Used};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

#[test]
fn points_run_out_and_come_back_with_the_hour() {
    let (ledger, token) = (Ledger::new(100), Uuid::now_v7());
    let now = at("2026-06-30T10:37:30Z");
    let first = ledger.charge(token, 60, now).expect("points");
    assert_eq!((first.left, first.limit), (40, 100));
    assert_eq!(first.resets_at, at("2026-06-30T11:00:00Z"));
    let told = ledger.charge(token, 41, now).expect_err("too many");
    assert_eq!(told.0.left, 40);
    assert_eq!(told.0.resets_in().as_secs(), 22 * 60 + 30);
    assert_eq!(
        told.to_string(),
        "This costs 41 points, and this token has 40 of its 100 for this hour left. \
         Ask again from 12:00 in London, 23 minutes from now."
    );
    assert_eq!(ledger.charge(token, 40, now).expect("the rest").left, 0);
    let later = now + Duration::minutes(23);
    assert_eq!(ledger.charge(token, 1, later).expect("new ones").left, 99);
    let told = ledger.charge(token, 101, later).expect_err("never");
    assert!(told.to_string().contains("in an hour"), "{told}");
    assert_eq!(
        ledger
            .charge(Uuid::now_v7(), 100, now)
            .expect("its own")
            .left,
        0
    );
}

#[test]
fn what_is_written_down_counts_once() {
    let (ledger, token) = (Ledger::new(1000), Uuid::now_v7());
    let now = at("2026-06-30T10:37:30Z");
    let left = |cost| ledger.charge(token, cost, now).expect("points").left;
    ledger.learn(token, now, 100);
    assert_eq!(left(50), 850);
    let takings = ledger.take();
    let hour = at("2026-06-30T10:00:00Z");
    let used = Used {
        requests: 1,
        cost: 50,
        refused: 0,
    };
    assert_eq!(takings.used, [((token, hour), used)]);
    // Whoever reads the row now finds our 50 in it, or not.
    ledger.learn(token, now, 150);
    assert_eq!(left(10), 840);
    // Another server wrote 200 meanwhile.
    ledger.settle(takings, &[(token, hour, 350)], now);
    assert_eq!(left(0), 640);
    let takings = ledger.take();
    ledger.give_back(takings);
    assert_eq!(left(0), 640);
    let takings = ledger.take();
    assert_eq!(takings.used[0].1.cost, 10, "what failed is tried again");
    ledger.settle(takings, &[(token, hour, 360)], now + Duration::hours(1));
    assert!(ledger.take().used.is_empty());
}
