//! Relay: its compiler takes our connections for connections, and its runtime reads them to the end.

use crate::room::{Room, asked, told};
use crate::stage::Stage;

const OURS: [&str; 5] = [
    "relay/relay.config.json",
    "relay/Tasks.js",
    "relay/Participants.js",
    "relay/follow.cjs",
    "../../server/schema.graphql",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_is_paged_through_by_relay() {
    let stage = Stage::set_up().await;
    let room = Room::with(&OURS);
    let said = told(room.npm("relay-compiler").arg("relay.config.json")).await;
    assert!(said.contains("compiled documents"), "{said}");
    let said = asked(&stage, &mut room.node("follow.cjs")).await;
    let tasks = Stage::TASKS;
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        [
            format!("tasks: {tasks} of {tasks}"),
            format!("participants: {0} of {0}", Stage::PEOPLE),
        ]
    );
}
