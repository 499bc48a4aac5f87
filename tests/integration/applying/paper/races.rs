//! What happens at the same moment happens once.

use entity::agreement_scan::State;
use entity::event;
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use tests::Portal;

use super::{accepts, asked, kept, newest, seen, sent, states};

async fn signatures(portal: &Portal) -> u64 {
    let signed = event::Entity::find().filter(event::Column::Kind.eq(event::Kind::AgreementSigned));
    signed.count(&portal.app.db.read).await.expect("events")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_who_accept_accept_once() {
    let portal = Portal::start().await;
    let (ada, _) = sent(&portal).await;
    let office = portal.administrator().await;
    let scan = seen(&office, &ada).await["agreement"]["scan"].take();
    let answers = futures_of(8, || {
        let (office, scan) = (office.clone(), scan.clone());
        async move { accepts(&office, &scan).await.code().map(str::to_owned) }
    })
    .await;
    let done = answers.iter().filter(|code| code.is_none()).count();
    assert_eq!(done, 1, "{answers:?}");
    assert!(
        answers.iter().flatten().all(|code| code == "WRONG_STATE"),
        "{answers:?}"
    );
    assert_eq!(signatures(&portal).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn paper_and_online_signature_are_one_signature() {
    for _ in 0..3 {
        let portal = Portal::start().await;
        let (ada, page) = sent(&portal).await;
        let office = portal.administrator().await;
        let scan = seen(&office, &ada).await["agreement"]["scan"].take();
        let (accepted, signed) = tokio::join!(
            accepts(&office, &scan),
            page.signs("Helen Headteacher", &ada.mentor)
        );
        assert_eq!(signed.status, 200);
        assert_eq!(signatures(&portal).await, 1);
        let row = newest(&portal).await;
        let state = states(&portal).await;
        match accepted.code() {
            None => assert_eq!(
                (row.scan_id.is_some(), state),
                (true, vec![State::Accepted])
            ),
            Some(_) => assert_eq!((row.scan_id, state), (None, vec![State::Void])),
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_papers_leave_one_that_waits() {
    let portal = Portal::start().await;
    let (ada, page) = asked(&portal).await;
    let statuses = futures_of(4, || {
        let (page, mentor) = (page.clone(), ada.mentor.clone());
        async move { page.sends_paper(&mentor).await.status }
    })
    .await;
    assert_eq!(statuses, [200; 4]);
    let all = states(&portal).await;
    let waiting = all.iter().filter(|state| **state == State::Waiting).count();
    let replaced = all
        .iter()
        .filter(|state| **state == State::Replaced)
        .count();
    assert_eq!((waiting, replaced, kept(&portal).await), (1, 3, 1));
}

async fn futures_of<F: Future<Output: Send + 'static> + Send + 'static>(
    number: usize,
    make: impl Fn() -> F,
) -> Vec<F::Output> {
    let mut all = tokio::task::JoinSet::new();
    for _ in 0..number {
        all.spawn(make());
    }
    all.join_all().await
}
