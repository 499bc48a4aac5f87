//! The examples that we give to analysts, run as they would run them: every block of `REPORTING.md`, and the texts that the
//! app fills in for each report.

use std::path::Path;

use tests::until;

use crate::room::{Room, asked, ours};
use crate::stage::Stage;

/// A block of code, with the language that stands at its fence.
struct Block<'t> {
    language: &'t str,
    code: &'t str,
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    // What is within fences is every other part.
    let parts = text.split("```").skip(1).step_by(2);
    let blocks = parts.filter_map(|part| part.split_once('\n'));
    blocks
        .map(|(language, code)| Block { language, code })
        .collect()
}

/// Blocks that are no questions to a running portal: they make a key, and say where it is kept.
const NOT_RUN: [&str; 2] = ["portal token create ", "export PORTAL_URL="];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_examples_of_the_guide_run() {
    let stage = Stage::set_up().await;
    let room = Room::with(&[]);
    let guide = text("server/REPORTING.md");
    let mut run = 0;
    for Block { language, code } in blocks(&guide) {
        if NOT_RUN.iter().any(|begin| code.starts_with(begin)) {
            continue;
        }
        run += 1;
        let said = match language {
            "sh" => shell(&stage, &room, code).await,
            "python" => python(&stage, &room, code).await,
            "r" => r(&stage, &room, code).await,
            "" => power_query(&stage, code).await,
            other => panic!("how is {other:?} run?\n{code}"),
        };
        assert!(!said.contains("\"errors\""), "{code}\n{said}");
    }
    assert_eq!(run, 7, "blocks");
    for (file, least) in [("outcomes.png", 5_000), ("Rplots.pdf", 2_000)] {
        let size = room.path(file).metadata().expect(file).len();
        assert!(size > least, "{file} has {size} bytes");
    }

    // The copy of the guide's last part is up to date, and is again after something has changed.
    let copy = blocks(&guide).pop().expect("a block").code;
    let before = kept(&room);
    let task = stage.ada.task("coaching").to_string();
    assert_eq!(before.len(), Stage::TASKS);
    assert_eq!(before[&task]["state"], "AVAILABLE");
    stage.ada.writes("coaching").await;
    // Told as soon as nothing earlier can come any more: another test on the same server may be in the midst of something.
    until(async || {
        python(&stage, &room, copy).await;
        kept(&room)[&task]["state"] == "IN_PROGRESS"
    })
    .await;
}

fn kept(room: &Room) -> serde_json::Map<String, serde_json::Value> {
    let kept: serde_json::Value = serde_json::from_str(&room.read("tasks.json")).expect("a copy");
    kept["tasks"].as_object().expect("tasks").clone()
}

/// The places of the app's examples, filled for one report.
const FILLED: [(&str, &str); 7] = [
    ("{report}", "tasks"),
    (
        "{path}",
        "reports/tasks.csv?columns=title%2Cgroup%2CdueOn&orderBy=dueOn&where=%7B%22dueOn%22%3A%7B%22from%22%3A%222020-01-01%22%7D%7D",
    ),
    ("{dates}", r#"["due_on"]"#),
    (
        "{query}",
        "query($after: String, $where: TasksRowWhere) {
  reports {
    tasks(first: 100, after: $after, where: $where) {
      nodes { title group dueOn }
      pageInfo { hasNextPage endCursor }
    }
  }
}
",
    ),
    (
        "{variables}",
        r#"{"where": {"dueOn": {"from": "2020-01-01"}}}"#,
    ),
    (
        "{body}",
        r#"{"query": "query($n: Int) { reports { tasks(first: $n) { totalCount } } }", "variables": {"n": 5}}"#,
    ),
    (
        "{parameters}",
        r#"columns = "title,group", orderBy = "title""#,
    ),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_examples_of_the_app_run() {
    let stage = Stage::set_up().await;
    let room = Room::with(&[]);
    let mut names = Vec::new();
    let folder = ours().join("../../frontend/src/report/examples");
    for file in std::fs::read_dir(folder).expect("the examples") {
        let path = file.expect("an example").path();
        let name = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let mut code = std::fs::read_to_string(&path).expect("a text");
        code = code.replace("{address}", stage.url());
        for (place, words) in FILLED {
            code = code.replace(place, words);
        }
        let rows = Stage::TASKS.to_string();
        match name.as_str() {
            "curl_csv" => {
                shell(&stage, &room, &code).await;
                let lines = room.read("tasks.csv").lines().count();
                assert_eq!(lines, Stage::TASKS + 1);
            }
            "curl_graphql" => assert!(shell(&stage, &room, &code).await.contains(&rows)),
            "gql" => assert!(python(&stage, &room, &code).await.contains(&rows)),
            "pandas" => assert!(python(&stage, &room, &code).await.contains(&rows)),
            "r" => assert!(r(&stage, &room, &code).await.contains(&rows)),
            "power_query" => {
                let said = power_query(&stage, &code).await;
                assert_eq!(said.lines().next(), Some("title,group"));
            }
            other => panic!("how is {other} run?"),
        }
        names.push(name);
    }
    assert_eq!(names.len(), 6, "{names:?}");
}

/// As somebody types it, but that an answer with an error stops it.
async fn shell(stage: &Stage, room: &Room, code: &str) -> String {
    let strict = "set -eu\ncurl() { command curl --silent --show-error --fail \"$@\"; }\n";
    room.write("example.sh", &format!("{strict}{code}"));
    let mut shell = room.command("sh", "dash");
    room.command("curl", "curl");
    asked(stage, shell.arg("example.sh")).await
}

async fn python(stage: &Stage, room: &Room, code: &str) -> String {
    room.write("example.py", code);
    let mut python = room.python("example.py");
    // A machine of tests has no screen.
    asked(stage, python.env("MPLBACKEND", "Agg")).await
}

async fn r(stage: &Stage, room: &Room, code: &str) -> String {
    room.write("example.R", code);
    let mut r = room.command("Rscript", "r-base-core r-cran-httr2 r-cran-readr");
    asked(stage, r.arg("example.R")).await
}

/// Only the question: Power Query runs nowhere but in Excel and Power BI.
async fn power_query(stage: &Stage, code: &str) -> String {
    let path = between(code, "RelativePath = \"", "\"");
    let mut address = format!("{}/{path}?", stage.url());
    if code.contains("Query = [") {
        for field in between(code, "Query = [", "]").split("\", ") {
            let (name, value) = field.split_once(" = \"").expect("a parameter");
            address += &format!("{name}={}&", value.trim_end_matches('"'));
        }
    }
    assert!(code.contains("Authorization = \"Bearer "), "{code}");
    let asked = reqwest::Client::new().get(address).bearer_auth(&stage.key);
    let answer = asked.send().await.expect("an answer");
    assert_eq!(answer.status(), 200, "{code}");
    answer.text().await.expect("a whole file")
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    let found = text
        .split_once(before)
        .and_then(|(_, rest)| rest.split_once(after));
    found.unwrap_or_else(|| panic!("no {before} in {text}")).0
}

fn text(path: &str) -> String {
    let path = ours().join(Path::new("../..").join(path));
    std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}
