//! A task as somebody's page shows it.

use serde_json::{Value, json};

use super::{TaskId, Visitor};

/// What the portal tells of a task.
#[derive(Clone, Debug)]
pub struct Seen(Value);

const TASK: &str = "query($id: ID!) { task(id: $id) {
    id code title state version account reflection submittedAt approvedAt can
    approval {
        id state comment signedName askedAt decidedAt settlesAt resendFrom
        letter { state sentAt lastError } mentor { name email bouncedAt }
    }
    timeline { kind actorKind actorName note }
} }";

impl Seen {
    /// The task as this person sees it.
    pub async fn by(visitor: &Visitor, task: TaskId) -> Self {
        let mut told = visitor.query(TASK, json!({ "id": task })).await;
        Self(told["task"].take())
    }

    pub fn is_approved(&self) -> bool {
        self.state() == "APPROVED"
    }

    /// Such as `SUBMITTED`.
    pub fn state(&self) -> &str {
        self.text("/state")
    }

    pub fn version(&self) -> i64 {
        self.get("/version").as_i64().expect("a version")
    }

    /// Where the newest asking stands, such as `WAITING`; empty where there was none.
    pub fn approval(&self) -> &str {
        self.get("/approval/state").as_str().unwrap_or_default()
    }

    /// What happened to it, oldest first, such as `TASK_SUBMITTED`.
    pub fn history(&self) -> Vec<&str> {
        let events = self.get("/timeline").as_array().expect("a timeline");
        events
            .iter()
            .rev()
            .filter_map(|event| event["kind"].as_str())
            .collect()
    }

    /// How often this happened to it.
    pub fn times(&self, kind: &str) -> usize {
        self.history()
            .iter()
            .filter(|happened| **happened == kind)
            .count()
    }

    /// Whatever lies at this pointer, such as `/approval/letter/state`; null where there is nothing.
    pub fn get(&self, pointer: &str) -> &Value {
        self.0.pointer(pointer).unwrap_or(&Value::Null)
    }

    /// The same, for what has to be text.
    pub fn text(&self, pointer: &str) -> &str {
        self.get(pointer)
            .as_str()
            .unwrap_or_else(|| panic!("no text at {pointer} of {}", self.0))
    }
}
