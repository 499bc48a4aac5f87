//! `get-graphql-schema`: what the portal tells about itself is the schema that we publish.

use crate::room::{Room, asked, told};
use crate::stage::Stage;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_schema_that_is_told_is_the_published_one() {
    let stage = Stage::set_up().await;
    let room = Room::with(&["same_schema.mjs", "../../server/schema.graphql"]);
    let mut get = room.npm("get-graphql-schema");
    get.arg(format!("{}/graphql", stage.url()));
    get.arg(format!("--header=Authorization=Bearer {}", stage.key));
    let said = told(&mut get).await;
    room.write("told.graphql", &said);
    // The program knows nothing newer than the GraphQL of 2018: today's own question is asked beside it.
    asked(&stage, &mut room.node("same_schema.mjs")).await;
}
