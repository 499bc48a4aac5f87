//! `gql`, the Python client of `REPORTING.md`: it fetches the schema, holds its own queries against it, and pages.

use crate::room::{Room, asked};
use crate::stage::Stage;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn python_pages_through_a_list() {
    let stage = Stage::set_up().await;
    let room = Room::with(&["python/paged.py"]);
    let said = asked(&stage, &mut room.python("paged.py")).await;
    let tasks = Stage::TASKS;
    assert_eq!(said.trim(), format!("{tasks} of {tasks}"));
}
