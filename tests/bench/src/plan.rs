//! What is asked, of whom, and by whom.

use std::fs;
use std::net::SocketAddr;
use std::path::Path;

use anyhow::Context as _;
use chrono::{DateTime, NaiveDate, Utc};
use clap::ValueEnum;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "lower")]
pub enum Question {
    /// One participant's dashboard.
    Q1,
    /// A group of fifty with their progress.
    Q2,
    /// A report page of a hundred submitted tasks.
    Q3,
    /// Submit a task.
    M1,
    /// All tasks as CSV.
    R1,
}

/// Who is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Side {
    Portal,
    Ceiling,
}

/// Everything that can be asked. Made once for a database, so that all rounds ask from the same.
#[derive(Debug, Serialize, Deserialize)]
pub struct Plan {
    pub portal: SocketAddr,
    pub ceiling: Option<SocketAddr>,
    pub token: String,
    pub made_at: DateTime<Utc>,
    pub participants: Vec<SignedIn>,
    pub tutors: Vec<SignedIn>,
    pub drafts: Vec<Draft>,
    pub cursors: Vec<After>,
}

/// Somebody's session, and the enrolment or the group that they look at.
#[derive(Debug, Serialize, Deserialize)]
pub struct SignedIn {
    pub cookie: String,
    pub sees: Uuid,
}

/// A task that can be submitted.
#[derive(Debug, Serialize, Deserialize)]
pub struct Draft {
    pub cookie: String,
    pub task: Uuid,
    pub version: i32,
}

/// Where a page of the report begins: after this task, in the order of due days.
#[derive(Debug, Serialize, Deserialize)]
pub struct After {
    pub cursor: String,
    pub due_on: NaiveDate,
    pub task: Uuid,
}

const Q1: &str = "query($id: ID!) { enrolment(id: $id) { id state startedOn endsOn person { name } \
    school { name town urn } group { name tutor { name } } \
    tasks { id code title state dueOn overdue version submittedAt approvedAt outcomes { code title } } } }";

const Q2: &str = "query($group: ID!) { participants(first: 50, where: { group: { eq: $group } }) { nodes { \
    id state person { name } school { name urn } \
    progress { total approved waiting returned drafts notStarted waived overdue oldestWaitingAt \
    outcomes { outcome { code } coverage } } } } }";

const Q3: &str = "query($after: String) { tasks(first: 100, after: $after, where: { state: { eq: SUBMITTED } }) { \
    pageInfo { hasNextPage } edges { cursor node { id code title state dueOn submittedAt \
    enrolment { person { name } school { name urn } } } } } }";

const M1: &str =
    "mutation($input: SubmitTaskInput!) { submitTask(input: $input) { id state version } }";

impl Plan {
    pub fn read(file: &Path) -> anyhow::Result<Self> {
        let text = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        Ok(serde_json::from_slice(&text)?)
    }

    pub fn write(&self, file: &Path) -> anyhow::Result<()> {
        let text = serde_json::to_vec(self)?;
        fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
    }

    pub fn address(&self, side: Side) -> anyhow::Result<SocketAddr> {
        match side {
            Side::Portal => Ok(self.portal),
            Side::Ceiling => self.ceiling.context("there is no ceiling"),
        }
    }

    /// All requests for a question, as they go over the wire.
    pub fn requests(&self, side: Side, question: Question) -> Vec<Vec<u8>> {
        let portal = side == Side::Portal;
        match question {
            Question::Q1 => each(&self.participants, |one| match side {
                Side::Portal => graphql(Q1, &json!({ "id": one.sees }), &cookie(&one.cookie)),
                Side::Ceiling => post("/q1", "", &json!({ "id": one.sees })),
            }),
            Question::Q2 => each(&self.tutors, |one| match side {
                Side::Portal => graphql(Q2, &json!({ "group": one.sees }), &cookie(&one.cookie)),
                Side::Ceiling => post("/q2", "", &json!({ "id": one.sees })),
            }),
            Question::Q3 => each(&self.cursors, |one| match side {
                Side::Portal => graphql(Q3, &json!({ "after": one.cursor }), &self.key()),
                Side::Ceiling => post(
                    "/q3",
                    "",
                    &json!({ "due_on": one.due_on, "task": one.task }),
                ),
            }),
            Question::M1 => each(&self.drafts, |one| match side {
                Side::Portal => {
                    let input = json!({ "taskId": one.task, "version": one.version });
                    graphql(M1, &json!({ "input": input }), &cookie(&one.cookie))
                }
                Side::Ceiling => post(
                    "/m1",
                    "",
                    &json!({ "task": one.task, "version": one.version }),
                ),
            }),
            Question::R1 => {
                let head = if portal { self.key() } else { String::new() };
                vec![
                    format!("GET /reports/tasks.csv HTTP/1.1\r\nHost: bench\r\n{head}\r\n")
                        .into_bytes(),
                ]
            }
        }
    }

    fn key(&self) -> String {
        format!("Authorization: Bearer {}\r\n", self.token)
    }
}

/// The first page of the report, by which the others are found.
pub fn report_page(after: Option<&str>, token: &str) -> Vec<u8> {
    let key = format!("Authorization: Bearer {token}\r\n");
    graphql(Q3, &json!({ "after": after }), &key)
}

fn each<T>(all: &[T], request: impl Fn(&T) -> Vec<u8>) -> Vec<Vec<u8>> {
    all.iter().map(request).collect()
}

fn cookie(value: &str) -> String {
    format!("Cookie: session={value}\r\n")
}

fn graphql(document: &str, variables: &serde_json::Value, head: &str) -> Vec<u8> {
    post(
        "/graphql",
        head,
        &json!({ "query": document, "variables": variables }),
    )
}

fn post(path: &str, head: &str, body: &serde_json::Value) -> Vec<u8> {
    let body = body.to_string();
    let length = body.len();
    format!(
        "POST {path} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n{head}Content-Length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}
