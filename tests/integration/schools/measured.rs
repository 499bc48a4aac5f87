//! What reading the whole list costs. Run by hand, on a quiet machine:
//! `cargo nextest run -p tests --run-ignored only -E 'test(fifty_thousand)' --no-capture`.

use std::fs;
use std::time::Instant;

use tests::{Portal, Program, SchoolList};

/// Sixty seconds and 200 MB, on either database.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "measures for a minute"]
async fn fifty_thousand_rows() {
    let portal = Portal::start().await;
    let made = SchoolList::of(50_000);
    let folder = tempfile::tempdir().expect("a folder");
    let (schools, links) = (
        folder.path().join("schools.csv"),
        folder.path().join("links.csv"),
    );
    fs::write(&schools, &made.schools).expect("a file");
    fs::write(&links, &made.links).expect("a file");
    let rejects = folder.path().join("rejects.csv");
    let [schools, links, rejects] =
        [&schools, &links, &rejects].map(|path| path.to_str().expect("a path"));
    let arguments = [
        "schools",
        "import",
        schools,
        "--links",
        links,
        "--rejects",
        rejects,
    ];
    for round in ["first", "again"] {
        let began = Instant::now();
        let memory = Program::start(&portal, &arguments).await.ends().await;
        let took = began.elapsed();
        println!("{round}: {took:?}, {} MB", memory / 1_000_000);
        assert!(took.as_secs() < 60 && memory < 200_000_000);
    }
    let told = fs::read_to_string(rejects).expect("rejected rows");
    assert_eq!(told.lines().count(), 1 + made.bad + made.shortened + 2);
}
