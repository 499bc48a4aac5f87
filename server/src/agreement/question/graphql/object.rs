//! One question in the schema.

use async_graphql::{ID, Result};
use chrono::{DateTime, Utc};
use entity::agreement_question::Model;

use super::AgreementQuestionState;
use crate::application::graphql::{Application, ApplicationById};
use crate::schema::{must, object};

object! {
    /// Something that a signatory asked the programme office before answering for the school. What it says is between these
    /// two: the applicant sees that there is a question, and whether it was answered.
    AgreementQuestion(asked: Model, loads);

    /// Stable for good.
    id: ID => asked.id.into();
    /// Where it stands.
    state: AgreementQuestionState => asked.state.into();
    /// The application for which the signatory is asked to sign.
    application: Result<Application> where found = ApplicationById(asked.application_id) =>
        must(found, "application");
    /// The id of the asking whose signatory it is.
    agreement_id: ID => asked.agreement_id.into();
    /// The question; null to everybody but administrators.
    text: Option<&str> => Some(asked.text.as_str()).filter(|_| loads.actor().is_administrator());
    /// The name that was typed; null to everybody but administrators.
    asked_by: Option<&str> => Some(asked.asked_by.as_str()).filter(|_| loads.actor().is_administrator());
    /// When it was asked.
    asked_at: DateTime<Utc> => asked.asked_at;
    /// The answer, or why there is none; null while it is open, and to everybody but administrators.
    answer: Option<&str> => asked.answer.as_deref().filter(|_| loads.actor().is_administrator());
    /// Who answered or closed it; null to everybody but administrators.
    settled_by: Option<&str> => asked.settled_by.as_deref().filter(|_| loads.actor().is_administrator());
    /// When it was answered or closed; null while it is open.
    settled_at: Option<DateTime<Utc>> => asked.settled_at;
}
