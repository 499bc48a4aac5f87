//! `ariadne-codegen`: a client made from our schema and somebody's queries.

use crate::room::{Room, asked, told};
use crate::stage::Stage;

const OURS: [&str; 4] = [
    "python/pyproject.toml",
    "python/queries.graphql",
    "python/generated.py",
    "../../server/schema.graphql",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn python_has_a_client_for_our_schema() {
    let stage = Stage::set_up().await;
    let room = Room::with(&OURS);
    told(&mut room.pip("ariadne-codegen")).await;
    let said = asked(&stage, &mut room.python("generated.py")).await;
    let (read, all) = said.trim().split_once(" of ").expect("a count");
    assert_eq!(read, all);
    assert!(Stage::PEOPLE / 2 < all.parse().expect("a number"), "{said}");
}
