//! `schemathesis`: queries and mutations made from the schema, with values that nobody would send.

use std::collections::BTreeMap;

use serde_json::json;

use crate::room::{Room, asked};
use crate::stage::Stage;

/// Some requests for each field of the schema's roots, the same ones every time.
const OPTIONS: [&str; 7] = [
    "--phases=fuzzing",
    "--checks=every_answer_is_an_answer",
    "--max-examples=10",
    "--generation-deterministic",
    "--no-shrink",
    "--no-color",
    "--continue-on-failure",
];
/// The longest that anything may take in a debug build on a busy machine.
const LONGEST_SECONDS: &str = "5";
/// What the process may hold more than before.
const MORE_MEMORY: u64 = 64 << 20;
/// What would end the session that asks.
const LEAVING: &str = "--exclude-name-regex=Mutation[.](signOut|signOutEverywhere|endSession)";

const SIGN_IN: &str =
    "mutation($input: SignInByLinkInput!) { signInByLink(input: $input) { person { id } } }";

/// Counts of what was answered, by code.
type Codes = BTreeMap<String, u32>;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tool_breaks_nothing() {
    let stage = stage().await;
    let key = format!("--header=Authorization: Bearer {}", stage.key);
    // It reads: mutations are for people.
    let queries = "--include-name-regex=^Query";
    let codes = fuzz(&stage, &["--mode=all", queries, &key]).await;
    assert!(codes["answered"] > 30, "{codes:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_administrator_breaks_nothing() {
    let stage = stage().await;
    let cookie = format!("--header=Cookie: {}", sign_in(&stage).await);
    let codes = fuzz(&stage, &["--mode=positive", LEAVING, &cookie]).await;
    assert!(codes["answered"] > 80, "{codes:?}");
}

async fn stage() -> Stage {
    // The hour's points would be used up, and then nothing be tried any more.
    Stage::set_up_with(&[("TOKEN_POINTS_PER_HOUR", "10000000")]).await
}

/// # Panics
/// If an answer is none, or the process holds much more memory than before.
async fn fuzz(stage: &Stage, options: &[&str]) -> Codes {
    let before = stage.program.most_memory();
    let room = Room::with(&["python/fuzz.py"]);
    let mut schemathesis = room.pip("schemathesis");
    schemathesis
        .arg("run")
        .arg(format!("{}/graphql", stage.url()))
        .args(OPTIONS)
        .args(options)
        .env("SCHEMATHESIS_HOOKS", "fuzz")
        .env("PYTHONPATH", room.path(""))
        .env("LONGEST_SECONDS", LONGEST_SECONDS);
    let said = asked(stage, &mut schemathesis).await;
    let codes: Codes = serde_json::from_str(&room.read("codes.json")).expect("counts");
    let more = stage.program.most_memory() - before;
    println!("{said}\n{codes:?}, {} KB more", more >> 10);
    assert!(more < MORE_MEMORY, "{} MB more", more >> 20);
    codes
}

/// The cookie of the programme's administrator.
async fn sign_in(stage: &Stage) -> String {
    let token = stage.sign_in_link().await;
    let body = json!({ "query": SIGN_IN, "variables": { "input": { "token": token } } });
    let address = format!("{}/graphql", stage.url());
    let asked = reqwest::Client::new().post(address).json(&body).send();
    let answer = asked.await.expect("an answer");
    let cookie = answer.headers().get("set-cookie").expect("a cookie");
    let cookie = cookie.to_str().expect("a text");
    cookie.split(';').next().expect("its value").to_owned()
}
