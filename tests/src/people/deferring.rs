//! Going on with a later cohort, and giving a place up.

use serde_json::json;
use uuid::Uuid;

use super::{Answer, Applicant, Person};

const DEFER: &str = "mutation($input: DeferApplicationInput!) { deferApplication(input: $input) { id state carriedFrom } }";
const WITHDRAW: &str = "mutation($input: WithdrawApplicationInput!) { withdrawApplication(input: $input) { id state } }";

impl Applicant {
    /// Takes the application back.
    pub async fn gives_up(&self, reason: &str) -> Answer {
        let input =
            json!({ "applicationId": self.application_id, "leaving": "OTHER", "reason": reason });
        self.ask(WITHDRAW, json!({ "input": input })).await
    }

    /// The same because the place is too far away.
    pub async fn finds_it_too_far(&self) -> Answer {
        let input = json!({ "applicationId": self.application_id, "leaving": "TOO_FAR" });
        self.ask(WITHDRAW, json!({ "input": input })).await
    }

    /// Puts the application off, knowing what it means for the award.
    pub async fn defers(&self, to: Uuid) -> Answer {
        let version = self.version().await;
        self.defers_application(self.application_id, version, to)
            .await
    }

    /// The same applicant with the application that goes on.
    pub async fn goes_on(&self) -> Self {
        let id = self.sees().await["goesOnAs"].take();
        Self {
            application_id: id.as_str().expect("an id").parse().expect("an id"),
            ..self.clone()
        }
    }
}

impl Person {
    /// Puts an application off to a later cohort, knowing what it means for the award.
    pub async fn defers_application(&self, application_id: Uuid, version: i64, to: Uuid) -> Answer {
        let input = json!({
            "applicationId": application_id, "version": version, "toCohortId": to, "leaving": "TIMING",
            "acceptsLate": true,
        });
        self.ask(DEFER, json!({ "input": input })).await
    }
}
