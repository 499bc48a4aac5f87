//! Somebody who is no SENCO yet, and has to say how they can show each learning outcome.

use serde_json::{Value, json};

use super::applicant::SAVE;
use super::{Answer, Applicant, Person};

const SAVE_NEEDS: &str =
    "mutation($input: SaveNeedsAnalysisInput!) { saveNeedsAnalysis(input: $input) { id version } }";
const ACCEPT_GAPS: &str = "mutation($id: ID!) { acceptGaps(input: { agreementId: $id, plan: \"A placement at another school\" }) { id } }";

impl Applicant {
    /// Writes as somebody who hopes to become a SENCO, and says the same of every learning outcome but the last, which they
    /// cannot show. Without `note`, nothing is said of any.
    pub async fn aspires(&self, note: Option<&str>) {
        let version = self.version().await;
        let mut input = self.answers(&Self::headteacher(), version);
        input["role"] = json!("ASPIRING");
        input["appointedOn"] = Value::Null;
        input["serviceMonths"] = Value::Null;
        self.query(SAVE, json!({ "input": input })).await;
        let Some(note) = note else { return };
        let sees = self.sees().await;
        let outcomes = sees["cohort"]["award"]["outcomes"]
            .as_array()
            .expect("outcomes");
        let last = outcomes.len() - 1;
        let said: Vec<Value> = (0..)
            .zip(outcomes)
            .map(|(at, outcome)| {
                let ability = if at == last { "CANNOT" } else { "NOW" };
                json!({ "code": outcome["code"], "ability": ability, "note": note })
            })
            .collect();
        let input = json!({
            "applicationId": self.application_id, "version": sees["version"], "outcomes": said,
        });
        self.query(SAVE_NEEDS, json!({ "input": input })).await;
    }
}

impl Person {
    /// For administrators: decides how outcomes are met that the school cannot support.
    pub async fn accepts_gaps(&self, agreement_id: &Value) -> Answer {
        self.ask(ACCEPT_GAPS, json!({ "id": agreement_id })).await
    }
}
