//! One waiting task as the page shows it.

use uuid::Uuid;

use super::form::{Choice, Typed, Wrong};
use crate::approval::waiting::Case;
use crate::words::{moment, span};

#[derive(Clone, Debug)]
pub(super) struct Waiting {
    pub id: Uuid,
    pub title: String,
    pub participant: String,
    pub school: String,
    pub award: String,
    pub asked: String,
    pub done: String,
    pub account: String,
    pub reflection: String,
    /// Code and title.
    pub outcomes: Vec<(String, String)>,
    pub hash: String,
    pub choice: Option<Choice>,
    pub comment: String,
    pub choice_error: Option<String>,
    pub comment_error: Option<String>,
    /// The text is not the one that the typed decision was about.
    pub is_changed: bool,
}

impl Waiting {
    /// The task with what was typed about it, if anything was.
    pub fn new(case: &Case, typed: &Typed, wrong: &Wrong) -> Self {
        let hash = case.hash();
        let id = case.request.id;
        let entry = typed.tasks.get(&id);
        let is_changed = entry.is_some_and(|entry| entry.hash != hash);
        Self {
            id,
            title: case.task.title.clone(),
            participant: case.place.participant.name.clone(),
            school: case.place.school.name.clone(),
            award: case.place.award.name.clone(),
            asked: moment(case.request.asked_at),
            done: span(case.task.done_from, case.task.done_to),
            account: case.task.account.clone(),
            reflection: case.task.reflection.clone(),
            outcomes: case
                .outcomes
                .iter()
                .map(|outcome| (outcome.code.clone(), outcome.title.clone()))
                .collect(),
            // A decision on an earlier text is not one on this.
            choice: entry.and_then(|entry| entry.choice).filter(|_| !is_changed),
            comment: entry.map(|entry| entry.comment.clone()).unwrap_or_default(),
            choice_error: wrong.choices.get(&id).cloned(),
            comment_error: wrong.comments.get(&id).cloned(),
            hash,
            is_changed,
        }
    }

    pub fn is_chosen(&self, choice: &str) -> bool {
        match self.choice {
            Some(Choice::Approve) => choice == "approve",
            Some(Choice::Return) => choice == "return",
            Some(Choice::Later) => choice == "later",
            None => false,
        }
    }
}
