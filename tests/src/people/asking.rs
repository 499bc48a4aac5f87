//! A signatory who asks the office something, and the office that answers.

use serde_json::{Value, json};

use super::{Answer, Person};

const ASKED: &str =
    "{ agreementQuestions(first: 100, where: { state: { eq: OPEN } }) { nodes { id } } }";
const ANSWER: &str = "mutation($input: AnswerAgreementQuestionInput!) {
    answerAgreementQuestion(input: $input) { id state answer settledBy }
}";

impl Person {
    /// For administrators: answers a signatory's question.
    pub async fn answers_question(&self, id: &Value, words: &str) -> Answer {
        let input = json!({ "questionId": id, "answer": words });
        self.ask(ANSWER, json!({ "input": input })).await
    }

    /// For administrators: answers every question that is open.
    pub async fn answers_questions(&self, words: &str) {
        let asked = self.query(ASKED, json!({})).await;
        let asked = asked["agreementQuestions"]["nodes"].as_array();
        for question in asked.expect("questions") {
            self.answers_question(&question["id"], words).await.data();
        }
    }
}
