//! `sgqlc`: types for Python, made from what the portal tells about itself, and a query written with them.

use crate::room::{Room, asked, told};
use crate::stage::Stage;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn python_has_types_for_our_schema() {
    let stage = Stage::set_up().await;
    let room = Room::with(&["python/typed.py"]);
    let mut introspect = room.python("-m");
    introspect.arg("sgqlc.introspection");
    introspect.arg(format!("--header=Authorization: Bearer {}", stage.key));
    introspect.arg(format!("{}/graphql", stage.url()));
    introspect.arg("portal.json");
    told(&mut introspect).await;
    let mut generate = room.pip("sgqlc-codegen");
    told(generate.args(["schema", "--docstrings", "portal.json", "portal_schema.py"])).await;
    let said = asked(&stage, &mut room.python("typed.py")).await;
    let people = Stage::PEOPLE;
    assert_eq!(said.trim(), format!("{people} of {people}"));
}
