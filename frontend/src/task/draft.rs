//! A task's text while it is written. It saves itself a moment after the last key, and keeps every
//! letter in the browser until the server has it.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::changes::Saved;
use super::queries::Task;
use crate::api::Day;
use crate::ui::form::{Field, Form};
use crate::ui::{date_input, keep};

const PAUSE: Duration = Duration::from_millis(1500);

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
    pub(super) base: StoredValue<Base>,
    /// Counts the changes, so that a reply knows whether it is about the latest text.
    pub(super) edits: StoredValue<u32>,
}

#[derive(Clone)]
pub(super) struct Base {
    pub id: cynic::Id,
    pub key: String,
    pub version: i32,
    pub done_from: Option<Day>,
    pub done_to: Option<Day>,
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
            account: form.field_or("account", task.account.as_deref().unwrap_or_default()),
            reflection: form.field_or("reflection", task.reflection.as_deref().unwrap_or_default()),
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

    pub(super) fn touched(self) {
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

    pub(super) fn retry(self) {
        if matches!(self.status.try_get_untracked(), Some(Status::Unreachable)) {
            spawn_local(async move {
                self.save().await;
            });
        }
    }

    pub(super) fn is_saved(self) -> bool {
        matches!(
            self.status.get_untracked(),
            Status::Untouched | Status::Saved(_)
        )
    }
}
