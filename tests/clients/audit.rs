//! `graphql-http`: the audit of the GraphQL-over-HTTP specification, by the people who wrote it.

use crate::room::{Room, asked};
use crate::stage::Stage;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_specification_is_met() {
    let stage = Stage::set_up().await;
    let room = Room::with(&["audit.mjs"]);
    let said = asked(&stage, &mut room.node("audit.mjs")).await;
    assert!(
        said.contains("61 of 61 met"),
        "another audit than the one we know: {said}"
    );
}
