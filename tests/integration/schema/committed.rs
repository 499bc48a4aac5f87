//! `server/schema.graphql` is the schema.

use chrono::Utc;

use super::breaking::breaking;
use super::model::Model;

const COMMITTED: &str = include_str!("../../../server/schema.graphql");

#[test]
fn the_committed_schema_is_the_servers() {
    let sdl = server::schema::sdl();
    if sdl == COMMITTED {
        return;
    }
    let broken = breaking(
        &Model::read(COMMITTED),
        &Model::read(&sdl),
        Utc::now().date_naive(),
    );
    let told = if broken.is_empty() {
        "Nothing in it breaks a client.".to_owned()
    } else {
        format!("Clients break, because:\n  {}", broken.join("\n  "))
    };
    panic!(
        "server/schema.graphql is not the server's schema. {told}\n\
         If that is meant, run `cargo run -p server -- schema > server/schema.graphql`."
    );
}
