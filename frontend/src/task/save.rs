//! Saving a draft: by itself, again after a failure, and after somebody else was faster.

use std::time::Duration;

use cynic::{MutationBuilder, Operation, QueryBuilder};
use js_sys::Promise;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::changes::{SaveTask, SaveTaskInput, SaveVariables, Saved, SavedQuery};
use super::draft::{Draft, Status};
use crate::api::{ById, FieldProblem, Problem, ask};
use crate::ui::{date_input, heading, keep, when};

const RETRY: Duration = Duration::from_secs(10);

impl Draft {
    /// True once the server has the latest text.
    pub async fn save(self) -> bool {
        match self.status.get_untracked() {
            Status::Untouched | Status::Saved(_) => return true,
            Status::Saving | Status::Conflict(_) => return false,
            Status::Typing | Status::Unreachable | Status::Refused(_) => {}
        }
        self.status.set(Status::Saving);
        let edits = self.edits.get_value();
        let reply = ask(self.operation()).await;
        // The page may have been left meanwhile.
        let Some(now) = self.edits.try_get_value() else {
            return false;
        };
        match reply {
            Ok(SaveTask { save_task: saved }) => {
                self.adopt(saved);
                if now == edits {
                    self.form.forget();
                    self.drop_settled_complaints();
                    self.status.set(Status::Saved(when::clock_now()));
                    return true;
                }
                self.touched();
            }
            Err(Problem::SignedOut) => self.status.set(Status::Typing),
            Err(Problem::Conflict) => self.compare().await,
            Err(Problem::Offline | Problem::Broken(_)) => {
                self.status.set(Status::Unreachable);
                set_timeout(move || self.retry(), RETRY);
            }
            Err(Problem::Invalid(problems)) => {
                self.status.set(Status::Refused(
                    problems
                        .first()
                        .map(|problem| problem.message.clone())
                        .unwrap_or_default(),
                ));
                self.form.problems.set(problems);
            }
            Err(problem) => self.status.set(Status::Refused(problem.words())),
        }
        false
    }

    /// Waits until no save is under way, so that a press meanwhile is not lost.
    pub async fn settle(self) {
        while matches!(self.status.try_get_untracked(), Some(Status::Saving)) {
            let soon = Promise::new(&mut |resolve, _| {
                set_timeout(
                    move || drop(resolve.call0(&JsValue::UNDEFINED)),
                    Duration::from_millis(50),
                );
            });
            let _ = JsFuture::from(soon).await;
        }
    }

    /// The server has no complaint any more. A date that is not in the calendar it has never seen.
    fn drop_settled_complaints(self) {
        let stands = |problem: &FieldProblem| {
            [self.from, self.to]
                .iter()
                .any(|date| date.name == problem.name && date_input::read(&date.get()).is_err())
        };
        let problems = self.form.problems;
        if problems.with_untracked(|all| all.iter().all(stands)) {
            return;
        }
        problems.update(|all| all.retain(stands));
        heading::mark_title(self.form.has_problems());
    }

    fn adopt(self, saved: Saved) {
        self.base.update_value(|base| {
            base.version = saved.version;
            base.done_from = saved.done_from;
            base.done_to = saved.done_to;
        });
    }

    /// The other text may be our own, saved from a page that was left: then there is nothing to ask.
    async fn compare(self) {
        let id = self.base.with_value(|base| base.id.clone());
        let reply = ask(SavedQuery::build(ById { id })).await;
        if self.edits.try_get_value().is_none() {
            return;
        }
        match reply {
            Ok(SavedQuery { task: theirs }) if self.says_the_same(&theirs) => {
                self.adopt(theirs);
                self.touched();
            }
            Ok(SavedQuery { task: theirs }) => self.status.set(Status::Conflict(theirs)),
            Err(problem) => self.status.set(Status::Refused(problem.words())),
        }
    }

    fn says_the_same(self, theirs: &Saved) -> bool {
        let mine = self.outcomes.chosen();
        let outcomes = theirs
            .outcomes
            .iter()
            .all(|one| mine.iter().any(|id| id == one.id.inner()));
        outcomes
            && theirs.outcomes.len() == mine.len()
            && theirs.account == Some(self.account.get())
            && theirs.reflection == Some(self.reflection.get())
    }

    /// After a conflict: my text goes over theirs.
    pub fn keep_mine(self, theirs: Saved) {
        self.adopt(theirs);
        self.status.set(Status::Typing);
        self.touched();
    }

    /// After a conflict: theirs replaces mine.
    pub fn take_theirs(self, theirs: Saved) {
        let chosen: Vec<&str> = theirs.outcomes.iter().map(|one| one.id.inner()).collect();
        self.outcomes.set(chosen.join(","));
        self.from
            .set(date_input::written(theirs.done_from.as_ref()));
        self.to.set(date_input::written(theirs.done_to.as_ref()));
        self.account.set(theirs.account.clone().unwrap_or_default());
        self.reflection
            .set(theirs.reflection.clone().unwrap_or_default());
        self.keep_mine(theirs);
    }

    /// A date that is not in the calendar yet leaves the saved one as it is.
    fn operation(self) -> Operation<SaveTask, SaveVariables> {
        let base = self.base.get_value();
        let input = SaveTaskInput {
            task_id: base.id,
            version: base.version,
            account: self.account.get(),
            reflection: self.reflection.get(),
            done_from: date_input::read(&self.from.get()).unwrap_or(base.done_from),
            done_to: date_input::read(&self.to.get()).unwrap_or(base.done_to),
            outcome_ids: self
                .outcomes
                .chosen()
                .into_iter()
                .map(cynic::Id::new)
                .collect(),
        };
        SaveTask::build(SaveVariables { input })
    }

    /// Saves what is not saved yet, on the way out.
    pub(super) fn leave(self) {
        if self.is_saved()
            || crate::session::who().is_none()
            || matches!(self.status.get_untracked(), Status::Conflict(_))
        {
            return;
        }
        let (operation, key) = (
            self.operation(),
            self.base.with_value(|base| base.key.clone()),
        );
        spawn_local(async move {
            if ask(operation).await.is_ok() {
                keep::forget(&key);
            }
        });
    }
}
