//! One approval request in the schema.

use async_graphql::{ID, Result};
use chrono::{DateTime, Utc};
use entity::{approval_request, letter};

use super::ApprovalState;
use super::load::LetterOf;
use crate::access::{Action as _, Resend};
use crate::approval::resend_from;
use crate::clock::days_between;
use crate::letter::graphql::LetterState;
use crate::mentor::graphql::{Mentor, MentorById};
use crate::person::masked_within;
use crate::reading::int;
use crate::schema::{each, must, object};
use crate::task::graphql::{Task, TaskById};

object! {
    /// One asking of a mentor to approve one task.
    ApprovalRequest(request: approval_request::Model, loads);

    /// Stable for good.
    id: ID => request.id.into();
    /// What is to be approved.
    task: Result<Task> where found = TaskById(request.task_id) => must(found, "task");
    /// Who is asked.
    mentor: Result<Mentor> where found = MentorById(request.mentor_id) => must(found, "mentor");
    /// Where it stands.
    state: ApprovalState => request.state.into();
    /// When this mentor was asked.
    asked_at: DateTime<Utc> => request.asked_at;
    /// Days in London from the asking to the answer, or to today.
    waiting_days: i32 => {
        let until = request.decided_at.unwrap_or(loads.reader().now);
        int(days_between(request.asked_at, until))
    };
    /// When the mentor answered.
    decided_at: Option<DateTime<Utc>> => request.decided_at;
    /// The mentor's words; null for reporting tools.
    comment: Option<&str> => request.comment.as_deref().filter(|_| !loads.actor().is_tool());
    /// The name that the mentor typed; null for tools that may not read names.
    signed_name: Option<&str> => request.signed_name.as_deref().filter(|_| loads.actor().may_see_names());
    /// Until then the mentor may take the answer back.
    settles_at: Option<DateTime<Utc>> => request.settles_at;
    /// How the latest letter about it is doing.
    letter: Option<LetterStatus> where found = request.letter_id.map(LetterOf) => each(found);
    /// From when on you may have the letter sent again; null where you may not.
    resend_from: Option<DateTime<Utc>> => resend_from(request).filter(|_| Resend::permits(loads.actor(), request));
}

object! {
    /// How the latest letter to whoever is asked is doing.
    LetterStatus(letter: letter::Model, loads);

    /// Where it stands. Sent means that the mail server took it, not that somebody read it.
    state: LetterState => letter.state.into();
    /// When the mail server took it.
    sent_at: Option<DateTime<Utc>> => letter.sent_at;
    /// What the mail server said when it refused; addresses in it are masked unless you are an administrator.
    last_error: Option<String> => {
        let actor = loads.actor();
        let said = letter.last_error.as_ref().filter(|_| actor.may_see_names());
        said.map(|said| match actor.sees_addresses_whole() {
            true => said.clone(),
            false => masked_within(said),
        })
    };
}
