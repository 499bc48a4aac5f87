//! A form: its fields, what is wrong with them, and sending it once at a time.

use std::cell::RefCell;
use std::collections::HashSet;

use cynic::Operation;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;
use serde_json::Value;

use super::{heading, keep};
use crate::api::read::Read;
use crate::api::{Day, FieldProblem, Problem, ask_for_json, body_of, read_as};

type Done = Box<dyn FnOnce(&Value) -> Result<(), Problem>>;

#[derive(Clone, Copy)]
pub struct Form {
    key: StoredValue<String>,
    pub problems: RwSignal<Vec<FieldProblem>>,
    /// Why the whole form was refused, if that has nothing to do with one field.
    pub refused: RwSignal<Option<Problem>>,
    pub busy: RwSignal<bool>,
}

/// One answer. `name` is the name of the input field on the server; it is the element's id too.
#[derive(Clone, Copy)]
pub struct Field {
    pub name: &'static str,
    pub value: RwSignal<String>,
    pub form: Form,
}

impl Form {
    /// What was typed into a form of the same key and not yet sent is there again.
    pub fn new(key: impl Into<String>) -> Form {
        Form {
            key: StoredValue::new(key.into()),
            problems: RwSignal::new(Vec::new()),
            refused: RwSignal::new(None),
            busy: RwSignal::new(false),
        }
    }

    pub fn field(self, name: &'static str) -> Field {
        self.field_or(name, "")
    }

    pub fn field_or(self, name: &'static str, initial: &str) -> Field {
        let kept = self.key.with_value(|key| keep::kept(key, name));
        Field {
            name,
            value: RwSignal::new(kept.unwrap_or_else(|| initial.into())),
            form: self,
        }
    }

    /// A field whose name is known only now, such as one for each outcome of an award.
    pub fn field_named(self, name: String, initial: &str) -> Field {
        self.field_or(interned(name), initial)
    }

    pub fn forget(self) {
        self.key.with_value(|key| keep::forget(key));
    }

    pub fn complain(self, name: &str, message: impl Into<String>) {
        let problem = FieldProblem {
            name: name.into(),
            message: message.into(),
        };
        self.problems.update(|problems| problems.push(problem));
        heading::mark_title(true);
    }

    pub fn problem_of(self, name: &'static str) -> Option<String> {
        self.problems.with(|problems| {
            problems
                .iter()
                .find(|problem| problem.name == name)
                .map(|problem| problem.message.clone())
        })
    }

    pub fn clear(self) {
        self.problems.set(Vec::new());
        self.refused.set(None);
        heading::mark_title(false);
    }

    pub fn show(self, problem: Problem) {
        match problem {
            Problem::Invalid(problems) => self.problems.set(problems),
            // The session asks to sign in again; the fields are kept.
            Problem::SignedOut => return,
            problem => self.refused.set(Some(problem)),
        }
        heading::mark_title(true);
    }

    /// Sends unless this form is already on its way, or has a problem that the browser could see.
    pub fn send<D: Read, V: Serialize>(
        self,
        operation: Operation<D, V>,
        done: impl FnOnce(D) + 'static,
    ) {
        let done = move |data: &Value| read_as(data).map(done);
        self.send_body(body_of(&operation), Box::new(done));
    }

    fn send_body(self, body: String, done: Done) {
        if self.busy.get_untracked() || self.has_problems() {
            return;
        }
        self.busy.set(true);
        // The form may be gone when the answer comes.
        let key = self.key.get_value();
        spawn_local(async move {
            let reply = ask_for_json(body).await;
            let _ = self.busy.try_set(false);
            let reply = reply.and_then(|data| {
                keep::forget(&key);
                done(&data)
            });
            if let Err(problem) = reply {
                self.show(problem);
            }
        });
    }

    pub fn has_problems(self) -> bool {
        self.problems
            .with_untracked(|problems| !problems.is_empty())
    }
}

thread_local! {
    static NAMES: RefCell<HashSet<&'static str>> = RefCell::new(HashSet::new());
}

/// The names of fields last as long as the app: each is kept once, and there are only so many.
fn interned(name: String) -> &'static str {
    NAMES.with_borrow_mut(|names| match names.get(&*name) {
        Some(known) => known,
        None => {
            let kept: &'static str = name.leak();
            names.insert(kept);
            kept
        }
    })
}

impl Field {
    pub fn get(self) -> String {
        self.value.get_untracked()
    }

    pub fn set(self, value: String) {
        self.form
            .key
            .with_value(|key| keep::keep(key, self.name, &value));
        self.value.set(value);
    }

    /// None when nothing is typed.
    pub fn filled(self) -> Option<String> {
        Some(self.get().trim().to_string()).filter(|value| !value.is_empty())
    }

    pub fn problem(self) -> Option<String> {
        self.form.problem_of(self.name)
    }

    /// What is chosen where several answers may be: they are kept separated by commas.
    pub fn chosen(self) -> Vec<String> {
        self.value.with_untracked(|value| split(value))
    }

    pub fn has(self, choice: &str) -> bool {
        self.value
            .with(|value| value.split(',').any(|one| one == choice))
    }

    pub fn toggle(self, choice: &str) {
        let mut chosen = self.chosen();
        match chosen.iter().position(|one| one == choice) {
            Some(at) => drop(chosen.remove(at)),
            None => chosen.push(choice.into()),
        }
        self.set(chosen.join(","));
    }

    /// The answer, or a complaint beside the field. The server asks the same; an empty id would not even reach its rules.
    pub fn required(self, complaint: &'static str) -> String {
        let value = self.get();
        if value.trim().is_empty() {
            self.form.complain(self.name, complaint);
        }
        value
    }

    /// The date; None when nothing is typed; a complaint when it is not in the calendar.
    pub fn day(self) -> Option<Day> {
        match super::date_input::read(&self.get()) {
            Ok(day) => day,
            Err(complaint) => {
                self.form.complain(self.name, complaint);
                None
            }
        }
    }
}

fn split(value: &str) -> Vec<String> {
    value
        .split(',')
        .filter(|one| !one.is_empty())
        .map(String::from)
        .collect()
}
