//! Mutations over both servers while one of each is ended by force and started again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, Utc};
use entity::letter::{self, Kind, State};
use entity::{approval_request, event, task};
use mailbox::Fault;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use serde_json::json;
use tests::{LinkPage, Participant, Portal, Program, approval, until};
use tokio::task::JoinSet;
use tokio::time::sleep;
use uuid::Uuid;

const SUBMIT: &str = "mutation($input: SubmitTaskInput!) { submitTask(input: $input) { id } }";
const SAVE: &str = "mutation($input: SaveTaskInput!) { saveTask(input: $input) { id } }";
const LOOK: &str = "query($id: ID!) { task(id: $id) { state version } }";

/// What somebody was told is done.
type Told = Arc<Mutex<BTreeSet<Uuid>>>;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nothing_told_is_lost_and_nothing_happens_twice() {
    let Some(portal) = super::shared().await else {
        return;
    };
    let mut people = Vec::new();
    for name in ["Ada", "Ben", "Cleo", "Dora"] {
        people.push(portal.participant(name).await);
    }
    let slow = Fault::DelayReply(Duration::from_millis(30));
    portal.mailbox().faults().add(slow);
    let one = Program::start(&portal, &["serve", "--no-worker"]).await;
    let other = Program::start(&portal, &["serve", "--no-worker"]).await;
    let worker = Program::start(&portal, &["worker"]).await;
    let second = Program::start(&portal, &["worker"]).await;
    let urls = [one.url().to_owned(), other.url().to_owned()];

    // Participants submit; one server and one worker fall.
    let submitted = Told::default();
    let mut writers = JoinSet::new();
    for who in &people {
        for code in codes(&portal, who).await {
            writers.spawn(submits(who.clone(), code, urls.clone(), submitted.clone()));
        }
    }
    until(|| async { submitted.lock().expect("no panic").len() > 10 }).await;
    one.kill();
    worker.kill();
    sleep(Duration::from_millis(300)).await;
    let one = Program::start_at(&portal, &["serve", "--no-worker"], &urls[0]).await;
    writers.join_all().await;
    second.stop();
    let mut in_dead_hands = five_minutes_pass(&portal).await;
    let worker = Program::start(&portal, &["worker"]).await;
    let second = Program::start(&portal, &["worker"]).await;
    until(|| async { queued(&portal).await == 0 }).await;

    // A day later they ask again, at both servers at once.
    a_day_passes(&portal).await;
    let requests = approval_request::Entity::find()
        .all(&portal.app.db.read)
        .await;
    resend_twice(&people, &requests.expect("requests"), &urls).await;
    until(|| async { queued(&portal).await == 0 }).await;

    // Mentors click on everything at both servers; the others fall.
    let mut pages = Vec::new();
    for who in &people {
        let link = portal.mailbox().letter_to(&who.mentor.email).await.link();
        pages.push(portal.follow(&link).await);
    }
    let waiting: usize = pages.iter().map(|page| page.asked().len()).sum();
    assert_eq!(waiting, 48);
    let before = portal.mailbox().count();
    let clicks = click_everything(&pages, &urls);
    until(|| async { portal.mailbox().count() > before + 5 }).await;
    other.kill();
    second.kill();
    sleep(Duration::from_millis(300)).await;
    let other = Program::start_at(&portal, &["serve", "--no-worker"], &urls[1]).await;
    let approved: usize = clicks.join_all().await.into_iter().sum();
    click_everything(&pages, &urls).join_all().await;
    worker.stop();
    in_dead_hands.extend(five_minutes_pass(&portal).await);
    let workers = [
        Program::start(&portal, &["worker"]).await,
        Program::start(&portal, &["worker"]).await,
    ];
    until(|| async { queued(&portal).await == 0 }).await;
    workers.into_iter().for_each(Program::stop);
    one.stop();
    other.stop();

    assert!(approved > 0);
    assert_eq!(submitted.lock().expect("no panic").len(), waiting);
    for (kind, times) in [
        (event::Kind::TaskSubmitted, waiting),
        (event::Kind::ApprovalResent, waiting),
        (event::Kind::TaskApproved, waiting),
    ] {
        assert_once_each(&portal, kind, times).await;
    }
    assert_letters(&portal, &in_dead_hands, waiting).await;
    portal.tasks_and_requests_agree().await.expect("agreement");
}

async fn codes(portal: &Portal, who: &Participant) -> Vec<String> {
    let tasks = task::Entity::find().filter(task::Column::EnrolmentId.eq(who.enrolment_id));
    let tasks = tasks.all(&portal.app.db.read).await.expect("tasks");
    tasks.into_iter().map(|task| task.code).collect()
}

/// Writes and submits a task, trying again at the other server where one does not answer, as people do.
async fn submits(who: Participant, code: String, urls: [String; 2], told: Told) {
    let task = who.task(&code);
    for url in urls.iter().cycle().skip(code.len() % 2).take(400) {
        let at = who.at(url);
        let Ok(seen) = at.tries(LOOK, json!({ "id": task })).await else {
            sleep(Duration::from_millis(20)).await;
            continue;
        };
        let seen = seen.data();
        let version = seen["task"]["version"].as_i64().expect("a version");
        if seen["task"]["state"] == "SUBMITTED" {
            told.lock().expect("no panic").insert(task);
            return;
        }
        let draft = json!({ "input": who.draft(&code, version) });
        let Ok(saved) = at.tries(SAVE, draft).await else {
            continue;
        };
        saved.data();
        let submit = json!({ "input": { "taskId": task, "version": version + 1 } });
        if let Ok(answer) = at.tries(SUBMIT, submit).await {
            answer.data();
            told.lock().expect("no panic").insert(task);
            return;
        }
    }
    panic!("{code} could not be submitted anywhere");
}

async fn resend_twice(
    people: &[Participant],
    requests: &[approval_request::Model],
    urls: &[String; 2],
) {
    let document = "mutation($id: ID!) { resendApproval(input: { approvalId: $id }) { id } }";
    for who in people {
        let mut both = JoinSet::new();
        for request in requests
            .iter()
            .filter(|request| request.participant_id == who.id)
        {
            for url in urls {
                let (at, id) = (who.at(url), json!({ "id": request.id }));
                both.spawn(async move { at.ask(document, id).await.code().map(str::to_owned) });
            }
        }
        let codes = both.join_all().await;
        let refused = codes
            .iter()
            .filter(|code| code.as_deref() == Some("TOO_MANY"));
        let done = codes.iter().filter(|code| code.is_none());
        assert_eq!((done.count(), refused.count()), (12, 12), "{codes:?}");
    }
}

/// Sends every form of every page to both servers; answers of each whether it was told that the task is approved.
fn click_everything(pages: &[LinkPage], urls: &[String; 2]) -> JoinSet<usize> {
    let mut clicks = JoinSet::new();
    for page in pages {
        for asked in page.asked() {
            for url in urls {
                let (page, asked) = (page.clone().at(url), asked.clone());
                clicks.spawn(async move {
                    match page.tries(&approval(&[asked], "Grace Mentor")).await {
                        Ok(answer) => {
                            assert!(answer.status().is_success(), "{answer:?}");
                            1
                        }
                        Err(_) => 0,
                    }
                });
            }
        }
    }
    clicks
}

/// What a dead worker had in its hands is given back after five minutes. Nobody else may be at work. Answers what it was.
async fn five_minutes_pass(portal: &Portal) -> BTreeSet<String> {
    let long_ago: DateTime<Utc> = "2026-01-01T00:00:00Z".parse().expect("a moment");
    let held = letter::Entity::find()
        .filter(letter::Column::State.eq(State::Queued))
        .filter(letter::Column::ClaimedUntil.is_not_null());
    let held = held.all(&portal.app.db.read).await.expect("letters");
    letter::Entity::update_many()
        .col_expr(letter::Column::ClaimedUntil, Expr::value(long_ago))
        .filter(letter::Column::Id.is_in(held.iter().map(|letter| letter.id)))
        .exec(&portal.app.db.write)
        .await
        .expect("claims");
    held.into_iter().map(|letter| letter.message_id).collect()
}

async fn a_day_passes(portal: &Portal) {
    let asked = Utc::now() - chrono::Duration::hours(25);
    approval_request::Entity::update_many()
        .col_expr(approval_request::Column::AskedAt, Expr::value(asked))
        .exec(&portal.app.db.write)
        .await
        .expect("requests");
}

async fn queued(portal: &Portal) -> u64 {
    let due = letter::Entity::find()
        .filter(letter::Column::State.eq(State::Queued))
        .filter(letter::Column::Kind.ne(Kind::SchoolProgressDigest));
    due.count(&portal.app.db.read).await.expect("letters")
}

async fn assert_once_each(portal: &Portal, kind: event::Kind, times: usize) {
    let events = event::Entity::find().filter(event::Column::Kind.eq(kind));
    let events = events.all(&portal.app.db.read).await.expect("events");
    let tasks: BTreeSet<_> = events.iter().map(|event| event.task_id).collect();
    assert_eq!((events.len(), tasks.len()), (times, times), "{kind:?}");
}

/// Every letter arrived under its one id; twice only where a dead worker had it in its hands.
async fn assert_letters(portal: &Portal, in_dead_hands: &BTreeSet<String>, waiting: usize) {
    let mut arrived: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for letter in portal.mailbox().letters() {
        let id = format!("<{}>", letter.message_id().expect("an id"));
        arrived.entry(id).or_default().push(letter.subject());
    }
    let letters = letter::Entity::find().filter(letter::Column::State.eq(State::Sent));
    let letters = letters.all(&portal.app.db.read).await.expect("letters");
    for letter in &letters {
        let times = arrived.get(&letter.message_id).map_or(0, Vec::len);
        let most = if in_dead_hands.contains(&letter.message_id) {
            2
        } else {
            1
        };
        assert!((1..=most).contains(&times), "{times} times: {letter:?}");
    }
    assert_eq!(arrived.len(), letters.len(), "a letter that nobody sent");
    let news = letters
        .iter()
        .filter(|letter| letter.kind == Kind::TaskApproved);
    let told: BTreeSet<_> = news.clone().map(|letter| letter.request_id).collect();
    assert_eq!((news.count(), told.len()), (waiting, waiting));
    let doubled = arrived
        .values()
        .filter(|subjects| subjects.len() > 1)
        .count();
    println!(
        "{} letters, {} in dead hands, {doubled} doubled",
        letters.len(),
        in_dead_hands.len()
    );
}
