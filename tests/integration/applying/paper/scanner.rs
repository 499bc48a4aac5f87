//! The scanner for harmful files: nobody sees what it has not called clean.

use std::time::Duration;

use entity::agreement_scan::State;
use entity::letter::Kind;
use server::config::Scanner;
use tests::Portal;

use super::{accepts, kept, newest, rejects, seen, sent, states};
use crate::applying;

fn shell(script: &str) -> Scanner {
    Scanner {
        command: ["sh", "-c", script].map(str::to_owned).into(),
        patience: Duration::from_secs(1),
    }
}

async fn portal(script: &str) -> Portal {
    let scanner = shell(script);
    Portal::start_with(|config| config.upload_scanner = Some(scanner)).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_clean_is_shown_once_it_was_scanned() {
    // The file lies in a folder that nobody else may enter, and is the one that is kept. `$0` is its path.
    let portal = portal("test \"$(stat -c %a \"$(dirname \"$0\")\")\" = 700 && head -c 3 \"$0\" | od -An -tx1 | grep -q 'ff d8 ff'").await;
    let (ada, _) = sent(&portal).await;
    let office = portal.administrator().await;
    let scan = seen(&office, &ada).await["agreement"]["scan"].take();
    assert_eq!(
        (&scan["state"], &scan["filePath"]),
        (&"CHECKING".into(), &serde_json::Value::Null)
    );
    let path = format!("/agreement-scans/{}", scan["id"].as_str().expect("an id"));
    assert_eq!(office.get(&path).await.status().as_u16(), 403);
    assert_eq!(accepts(&office, &scan).await.code(), Some("WRONG_STATE"));
    assert_eq!(
        rejects(&office, &scan, "No").await.code(),
        Some("WRONG_STATE")
    );
    portal.rounds().await;
    assert_eq!(states(&portal).await, [State::Waiting]);
    assert_eq!(office.get(&path).await.status().as_u16(), 200);
    accepts(&office, &scan).await.data();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_infected_is_deleted_and_the_sender_told() {
    let portal = portal("exit 1").await;
    let (ada, page) = sent(&portal).await;
    portal.rounds().await;
    assert_eq!(states(&portal).await, [State::Infected]);
    assert_eq!(kept(&portal).await, 0);
    assert_eq!(newest(&portal).await.paper_since, None);
    assert_eq!(
        applying::states(&portal, Kind::AgreementScanRejected)
            .await
            .len(),
        1
    );
    assert_eq!(seen(&ada, &ada).await["nextStep"], "WAIT_FOR_SCHOOL");
    let paper = page.paper().await;
    assert!(
        paper.html().contains("something harmful"),
        "{}",
        paper.html()
    );
    page.signs("Helen Headteacher", &ada.mentor).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_scanner_that_errs_has_said_nothing() {
    for script in ["exit 2", "exit 127", "kill -9 $$", "sleep 5"] {
        let portal = portal(script).await;
        let (ada, _) = sent(&portal).await;
        portal.rounds().await;
        portal.rounds().await;
        assert_eq!(states(&portal).await, [State::Checking], "{script}");
        let office = portal.administrator().await;
        let scan = seen(&office, &ada).await["agreement"]["scan"].take();
        assert_eq!(accepts(&office, &scan).await.code(), Some("WRONG_STATE"));
    }
    let nowhere = Scanner {
        command: vec!["/there/is/no/such/scanner".into()],
        patience: Duration::from_secs(1),
    };
    let portal = Portal::start_with(|config| config.upload_scanner = Some(nowhere)).await;
    sent(&portal).await;
    portal.rounds().await;
    assert_eq!(states(&portal).await, [State::Checking]);
}
