//! A teacher who works towards the award.

use std::collections::BTreeMap;
use std::ops::Deref;

use serde_json::{Value, json};
use uuid::Uuid;

use super::{Answer, Mentor, Person, Seen};

/// The id of a participant's task.
pub type TaskId = Uuid;

/// A participant with their place, their mentor and their tasks.
#[derive(Clone, Debug)]
pub struct Participant {
    pub enrolment_id: Uuid,
    pub mentor: Mentor,
    person: Person,
    tasks: BTreeMap<String, Set>,
}

/// A task as it was set.
#[derive(Clone, Debug)]
pub(crate) struct Set {
    pub id: TaskId,
    pub title: String,
    pub outcomes: Vec<Uuid>,
}

impl Deref for Participant {
    type Target = Person;

    fn deref(&self) -> &Person {
        &self.person
    }
}

const SAVE: &str =
    "mutation($input: SaveTaskInput!) { saveTask(input: $input) { id state version } }";
const SUBMIT: &str =
    "mutation($input: SubmitTaskInput!) { submitTask(input: $input) { id state version } }";
const WITHDRAW: &str =
    "mutation($input: WithdrawTaskInput!) { withdrawTask(input: $input) { id state version } }";
const RESEND: &str =
    "mutation($id: ID!) { resendApproval(input: { approvalId: $id }) { id state } }";

impl Participant {
    /// What is written into a task where a test says nothing else; it must stand in no letter.
    pub const ACCOUNT: &str =
        "I read the policy with two colleagues and rewrote the part on assessment.";
    pub const REFLECTION: &str = "I learned that nobody had read it for years.";

    pub(super) fn new(
        person: Person,
        enrolment_id: Uuid,
        mentor: Mentor,
        tasks: BTreeMap<String, Set>,
    ) -> Self {
        Self {
            enrolment_id,
            mentor,
            person,
            tasks,
        }
    }

    /// The same participant in another browser.
    pub fn in_browser(&self, person: Person) -> Self {
        Self {
            person,
            ..self.clone()
        }
    }

    /// A task by the award's code, such as `policy_review`.
    pub fn task(&self, code: &str) -> TaskId {
        self.set(code).id
    }

    /// What the task is called.
    pub fn title(&self, code: &str) -> &str {
        &self.set(code).title
    }

    /// A draft that could be submitted, for this version of the task.
    pub fn draft(&self, code: &str, version: i64) -> Value {
        let set = self.set(code);
        json!({
            "taskId": set.id, "version": version, "account": Self::ACCOUNT, "reflection": Self::REFLECTION,
            "doneFrom": "2026-02-23", "doneTo": "2026-02-27", "outcomeIds": set.outcomes,
        })
    }

    /// Writes all that a task needs. Answers its id.
    pub async fn writes(&self, code: &str) -> TaskId {
        let version = self.sees(self.task(code)).await.version();
        self.saves(self.draft(code, version)).await.data();
        self.task(code)
    }

    pub async fn saves(&self, input: Value) -> Answer {
        self.ask(SAVE, json!({ "input": input })).await
    }

    /// Writes a task and submits it. Answers its id.
    pub async fn asks_approval_of(&self, code: &str) -> TaskId {
        let task = self.writes(code).await;
        self.submits(task).await.data();
        task
    }

    /// Submits a task as it stands.
    pub async fn submits(&self, task: TaskId) -> Answer {
        let version = self.sees(task).await.version();
        self.submits_version(task, version).await
    }

    pub async fn submits_version(&self, task: TaskId, version: i64) -> Answer {
        self.ask(
            SUBMIT,
            json!({ "input": { "taskId": task, "version": version } }),
        )
        .await
    }

    pub async fn withdraws(&self, task: TaskId) -> Answer {
        self.ask(WITHDRAW, json!({ "input": { "taskId": task } }))
            .await
    }

    /// Has the letter about a task sent again.
    pub async fn resends(&self, task: TaskId) -> Answer {
        let seen = self.sees(task).await;
        self.ask(RESEND, json!({ "id": seen.get("/approval/id") }))
            .await
    }

    /// A task as this participant's page shows it.
    pub async fn sees(&self, task: TaskId) -> Seen {
        Seen::by(self, task).await
    }

    fn set(&self, code: &str) -> &Set {
        self.tasks
            .get(code)
            .unwrap_or_else(|| panic!("no task {code}"))
    }
}
