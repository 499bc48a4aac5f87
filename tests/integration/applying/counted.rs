//! A round takes as many statements for much that is not due as for little.

use chrono::Duration;
use server::serve;
use tests::Portal;

use crate::statements::counting::{Counting, surplus};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_due_costs_no_statements() {
    let portal = Portal::start().await;
    let counting = Counting::at(&portal).await;
    wait_for_something(&portal, &["Ada"]).await;
    let few = a_round(&counting).await;
    wait_for_something(&portal, &["Ben", "Cleo", "Dan"]).await;
    let many = a_round(&counting).await;
    assert_eq!(few.len(), many.len(), "{}", surplus(&few, &many));
}

/// Each waits for the school, for the mentor, and for the applicant.
async fn wait_for_something(portal: &Portal, names: &[&str]) {
    for name in names {
        let waits = portal.applicant(&format!("{name} One")).await;
        waits.applies().await;
        portal.ready_applicant(&format!("{name} Two")).await;
        portal.offered_applicant(&format!("{name} Three")).await;
    }
    portal.wait(Duration::days(1));
    portal.post_letters().await;
    // What was written down is sealed before it is counted.
    portal.rounds().await;
}

async fn a_round(counting: &Counting) -> Vec<String> {
    counting.heard();
    serve::round(&counting.app).await;
    counting.heard()
}
