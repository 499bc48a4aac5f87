//! Files that are larger than anybody wants to keep in memory.

use std::time::Duration;

use entity::task;
use sea_orm::ActiveValue::Set;
use sea_orm::{ConnectionTrait as _, EntityTrait as _, IntoActiveModel as _};
use tests::Portal;
use uuid::Uuid;

use super::read::parse;
use crate::statements::counting::Counting;

/// Enough to fill what lies between server and client many times over.
const TASKS: usize = 30_000;

/// Many copies of one task, each with a template of its own.
async fn many_tasks(portal: &Portal) {
    let ada = portal.participant("Ada").await;
    let db = &portal.app.db.write;
    let found = task::Entity::find_by_id(ada.task("policy_review"))
        .one(db)
        .await;
    let pattern = found.expect("a task").expect("a task");
    let template = entity::task_template::Entity::find_by_id(pattern.template_id)
        .one(db)
        .await;
    let template = template.expect("a template").expect("a template");
    for batch in 0..TASKS / 1000 {
        let ids: Vec<Uuid> = (0..1000).map(|_| Uuid::now_v7()).collect();
        let templates = ids.iter().enumerate().map(|(n, id)| {
            let mut row = template.clone().into_active_model();
            row.id = Set(*id);
            row.code = Set(format!("copy_{batch}_{n}"));
            row
        });
        entity::task_template::Entity::insert_many(templates)
            .exec_without_returning(db)
            .await
            .expect("templates");
        let tasks = ids.iter().map(|id| {
            let mut row = pattern.clone().into_active_model();
            row.id = Set(Uuid::now_v7());
            row.template_id = Set(*id);
            row.title = Set("A title that is as long as the titles of tasks are, or longer".into());
            row
        });
        task::Entity::insert_many(tasks)
            .exec_without_returning(db)
            .await
            .expect("tasks");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_large_file_is_one_statement_and_whole() {
    let portal = Portal::start().await;
    let few = statements(&portal).await;
    many_tasks(&portal).await;
    let office = portal.administrator().await;
    let text = office
        .get("/reports/tasks.csv")
        .await
        .text()
        .await
        .expect("a file");
    assert!(parse(&text).len() > TASKS);
    assert_eq!(statements(&portal).await, few, "more rows, more statements");
}

/// How many statements one file takes.
async fn statements(portal: &Portal) -> usize {
    let counting = Counting::at(portal).await;
    let key = portal.token(&[server::access::TokenScope::Reports]).await;
    let tool = key.at(&counting.door);
    tool.get("/reports/tasks.csv")
        .await
        .text()
        .await
        .expect("a file");
    // The first use of a key is written down.
    counting.heard();
    tool.get("/reports/tasks.csv")
        .await
        .text()
        .await
        .expect("a file");
    counting.heard().len()
}

/// A file that nobody takes holds a place, and no more than that: others write meanwhile, and too many are told to wait.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_that_nobody_takes_keep_nobody_from_writing() {
    let portal = Portal::start().await;
    let ben = portal.participant("Ben").await;
    many_tasks(&portal).await;
    let office = portal.administrator().await;
    let mut held = Vec::new();
    let busy = loop {
        let answer = office.get("/reports/tasks.csv").await;
        if answer.status() != 200 {
            break answer;
        }
        held.push(answer);
        assert!(held.len() < 10, "no end of places");
    };
    assert_eq!(busy.status(), 503);
    assert!(busy.headers().contains_key("retry-after"));
    assert!(busy.text().await.expect("JSON").contains("\"BUSY\""));
    ben.asks_approval_of("policy_review").await;
    held.clear();
    for _ in 0..100 {
        if office.get("/reports/tasks.csv").await.status() == 200 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("places were not given back");
}

/// PostgreSQL can be made to hang up; a file of SQLite cannot.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_breaks_off_does_not_look_whole() {
    let portal = Portal::start().await;
    if portal.app.db.is_sqlite() {
        return;
    }
    many_tasks(&portal).await;
    let office = portal.administrator().await;
    let answer = office.get("/reports/tasks.csv").await;
    assert_eq!(answer.status(), 200);
    let hang_up = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                   WHERE datname = current_database() AND query LIKE '%string_agg%' AND pid <> pg_backend_pid()";
    let db = &portal.app.db.read;
    db.execute_unprepared(hang_up).await.expect("the server");
    assert!(answer.bytes().await.is_err(), "a part passed for the whole");
}
