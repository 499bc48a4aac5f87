//! A task's text while it is written. It saves itself a moment after the last key, and keeps every
//! letter in the browser until the server has it.

use std::time::Duration;

use cynic::{MutationBuilder, Operation, QueryBuilder};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::queries::{SaveTask, SaveTaskInput, SaveVariables, Saved, SavedQuery, Task};
use crate::api::{ById, Day, Problem, ask};
use crate::ui::form::{Field, Form};
use crate::ui::{date_input, keep, when};

const PAUSE: Duration = Duration::from_millis(1500);
const RETRY: Duration = Duration::from_secs(10);

#[derive(Clone)]
pub enum Status {
    Untouched,
    Typing,
    Saving,
    Saved(String),
    Unreachable,
    Refused(String),
    /// What the server holds instead.
    Conflict(Saved),
}

#[derive(Clone, Copy)]
pub struct Draft {
    pub form: Form,
    pub account: Field,
    pub reflection: Field,
    pub outcomes: Field,
    pub from: Field,
    pub to: Field,
    pub status: RwSignal<Status>,
    /// The server's version that this text goes on from.
    base: StoredValue<Base>,
    /// Counts the changes, so that a reply knows whether it is about the latest text.
    edits: StoredValue<u32>,
}

#[derive(Clone)]
struct Base {
    id: cynic::Id,
    key: String,
    version: i32,
    done_from: Option<Day>,
    done_to: Option<Day>,
}

impl Draft {
    pub fn open(task: &Task) -> Draft {
        let key = format!("task-{}", task.id.inner());
        let form = Form::new(&*key);
        let chosen: Vec<&str> = task.outcomes.iter().map(|one| one.id.inner()).collect();
        let kept_version = keep::kept(&key, "version").and_then(|version| version.parse().ok());
        let base = Base {
            id: task.id.clone(),
            key,
            version: task.version,
            done_from: task.done_from.clone(),
            done_to: task.done_to.clone(),
        };
        let draft = Draft {
            form,
            account: form.field_or("account", &task.account),
            reflection: form.field_or("reflection", &task.reflection),
            outcomes: form.field_or("outcomeIds", &chosen.join(",")),
            from: form.field_or("doneFrom", &date_input::written(task.done_from.as_ref())),
            to: form.field_or("doneTo", &date_input::written(task.done_to.as_ref())),
            status: RwSignal::new(Status::Untouched),
            base: StoredValue::new(base),
            edits: StoredValue::new(0),
        };
        draft.watch();
        if let Some(version) = kept_version {
            draft.base.update_value(|base| base.version = version);
            draft.touched();
        }
        draft
    }

    fn watch(self) {
        Effect::new(move |first: Option<()>| {
            for field in [
                self.account,
                self.reflection,
                self.outcomes,
                self.from,
                self.to,
            ] {
                field.value.track();
            }
            if first.is_some() {
                self.touched();
            }
        });
        let online = window_event_listener(ev::online, move |_| self.retry());
        on_cleanup(move || {
            online.remove();
            self.leave();
        });
    }

    fn touched(self) {
        self.edits.update_value(|edits| *edits += 1);
        self.base
            .with_value(|base| keep::keep(&base.key, "version", &base.version.to_string()));
        if matches!(self.status.get_untracked(), Status::Conflict(_)) {
            return;
        }
        self.status.set(Status::Typing);
        self.save_after(PAUSE);
    }

    fn save_after(self, pause: Duration) {
        let edits = self.edits.get_value();
        let later = move || {
            if self.edits.try_get_value() == Some(edits) {
                spawn_local(async move {
                    self.save().await;
                });
            }
        };
        set_timeout(later, pause);
    }

    fn retry(self) {
        if matches!(self.status.try_get_untracked(), Some(Status::Unreachable)) {
            spawn_local(async move {
                self.save().await;
            });
        }
    }

    fn is_saved(self) -> bool {
        matches!(
            self.status.get_untracked(),
            Status::Untouched | Status::Saved(_)
        )
    }

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
            Ok(SavedQuery { task: theirs })
                if theirs.account == self.account.get()
                    && theirs.reflection == self.reflection.get() =>
            {
                self.adopt(theirs);
                self.touched();
            }
            Ok(SavedQuery { task: theirs }) => self.status.set(Status::Conflict(theirs)),
            Err(problem) => self.status.set(Status::Refused(problem.words())),
        }
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
        self.account.set(theirs.account.clone());
        self.reflection.set(theirs.reflection.clone());
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
    fn leave(self) {
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
