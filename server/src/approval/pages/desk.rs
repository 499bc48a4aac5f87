//! The mentor's page: everything that waits, what has just been decided, and what became of it.

use std::collections::BTreeSet;

use askama::Template;
use entity::approval_request::{Column, State};
use entity::mentor;
use poem::Response;
use poem::http::StatusCode;
use sea_orm::{ColumnTrait as _, Condition};
use uuid::Uuid;

use super::decided::{Decided, Fresh, fresh};
use super::form::{Typed, Wrong};
use super::show::answered;
use super::view::Waiting;
use crate::approval::link::Link;
use crate::approval::waiting::{Case, among, waiting};
use crate::error::Result;
use crate::page::{AT_A_TIME, Frame, page};
use crate::person::masked;
use crate::portal::Portal;
use crate::words::count;

/// Requests that a form has just answered, by what was chosen.
#[derive(Clone, Debug, Default)]
pub(super) struct Sent {
    pub approve: Vec<Uuid>,
    pub send_back: Vec<Uuid>,
    /// Those of them whose text was not the one that had been shown.
    pub changed: Vec<Uuid>,
}

/// The mentor's page, with whatever was typed into it.
#[derive(Clone, Debug, Default)]
pub(super) struct Desk {
    pub sent: Sent,
    pub typed: Typed,
    pub wrong: Wrong,
    /// Why nothing was taken back.
    pub undo_error: Option<String>,
}

/// One line of "what became of what you sent".
#[derive(Clone, Debug)]
struct Became {
    what: String,
    said: String,
}

#[derive(Template)]
#[template(path = "pages/desk.html")]
struct DeskPage<'a> {
    frame: Frame,
    token: &'a str,
    mentor: &'a mentor::Model,
    address: String,
    /// Whose mentor, where and for what, as in "Ada Osei at Willowbank, for the award".
    roles: Vec<String>,
    tasks: Vec<Waiting>,
    /// Tasks that wait beyond those shown.
    more: u64,
    /// What was done as it was meant, and what was not.
    done: Vec<Became>,
    not_done: Vec<Became>,
    /// Typed about tasks that wait no longer.
    gone: usize,
    fresh: Option<Fresh>,
    wrong: &'a Wrong,
    errors: Vec<(String, String)>,
    name: &'a str,
    is_ticked: bool,
}

impl Desk {
    pub async fn show(
        &self,
        portal: &Portal,
        link: &Link,
        mentor: &mentor::Model,
    ) -> Result<Response> {
        let actor = link.actor(None);
        let (cases, total) = waiting(&portal.db.read, &actor).await?;
        let fresh = fresh(portal, &actor, self.undo_error.clone()).await?;
        let (done, not_done) = self.became(portal, link).await?;
        let has_news = fresh.is_some() || !done.is_empty() || !not_done.is_empty();
        if cases.is_empty() && !has_news && self.undo_error.is_none() && self.typed.tasks.is_empty()
        {
            return answered(portal, link, mentor).await;
        }
        let mut tasks: Vec<Waiting> = cases
            .iter()
            .map(|case| Waiting::new(case, &self.typed, &self.wrong))
            .collect();
        for task in &mut tasks {
            task.is_changed |= self.sent.changed.contains(&task.id);
        }
        if let Some(first) = tasks.first_mut().filter(|_| self.wrong.nothing_chosen) {
            first.choice_error = Some(nothing_chosen(cases.len()).into());
        }
        let errors = self.errors(&tasks, fresh.as_ref());
        let title = match tasks.as_slice() {
            [] if done.is_empty() => "Nothing waits for you now".to_owned(),
            [] => "Thank you, your answer is recorded".to_owned(),
            [one] => format!("{} asks for your approval", one.participant),
            _ => format!(
                "{} wait for your approval",
                count(usize::try_from(total).unwrap_or(usize::MAX), "task")
            ),
        };
        let status = if errors.is_empty() {
            StatusCode::OK
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        let shown = DeskPage {
            frame: Frame::new(portal, title).with_errors(!errors.is_empty()),
            token: &link.token,
            mentor,
            address: masked(&mentor.email),
            roles: roles(&cases),
            more: total.saturating_sub(AT_A_TIME),
            gone: self
                .typed
                .tasks
                .keys()
                .filter(|id| !tasks.iter().any(|task| task.id == **id))
                .count(),
            tasks,
            done,
            not_done,
            fresh,
            wrong: &self.wrong,
            errors,
            name: &self.typed.name,
            is_ticked: self.typed.is_ticked,
        };
        Ok(page(status, &shown))
    }

    /// What became of the answers that were sent, told from how things stand: a reload or a second click reads the same.
    async fn became(&self, portal: &Portal, link: &Link) -> Result<(Vec<Became>, Vec<Became>)> {
        let meant = |id: &Uuid| {
            if self.sent.approve.contains(id) {
                State::Approved
            } else {
                State::Returned
            }
        };
        let mut ids = [self.sent.approve.as_slice(), self.sent.send_back.as_slice()].concat();
        if ids.is_empty() {
            return Ok((Vec::new(), Vec::new()));
        }
        ids.truncate(usize::try_from(AT_A_TIME).unwrap_or(usize::MAX));
        let fits = Condition::all().add(Column::Id.is_in(ids.iter().copied()));
        let cases = among(&portal.db.read, &link.actor(None), fits, AT_A_TIME).await?;
        let (mut done, mut not_done) = (Vec::new(), Vec::new());
        for id in &ids {
            match cases.iter().find(|case| case.request.id == *id) {
                Some(case) => {
                    let decided = Decided::new(case);
                    let what = format!("“{}” of {}", decided.title, decided.participant);
                    let is_changed =
                        decided.state == State::Waiting && self.sent.changed.contains(id);
                    let said = if is_changed {
                        "its text changed after you opened the page".into()
                    } else {
                        decided.said()
                    };
                    let line = Became { what, said };
                    if decided.state == meant(id) {
                        done.push(line)
                    } else {
                        not_done.push(line)
                    }
                }
                // It waits for another mentor now; whose it was is no longer this mentor's to know.
                None => not_done.push(Became {
                    what: "One task".into(),
                    said: "no longer waits for you".into(),
                }),
            }
        }
        Ok((done, not_done))
    }

    /// Messages for the summary with the ids of their fields, in the order of the page.
    fn errors(&self, tasks: &[Waiting], fresh: Option<&Fresh>) -> Vec<(String, String)> {
        let mut errors = Vec::new();
        if let Some(message) = &self.undo_error {
            errors.push(Fresh::error(fresh, message.clone()));
        }
        for task in tasks {
            if let Some(message) = &task.choice_error {
                errors.push((format!("decision-{}", task.id), message.clone()));
            }
            if let Some(message) = &task.comment_error {
                errors.push((format!("comment-{}", task.id), message.clone()));
            }
        }
        // Without a task there is no form either, and nothing to correct in it.
        if tasks.is_empty() {
            return errors;
        }
        let rest = [("name", &self.wrong.name), ("tick", &self.wrong.tick)];
        errors.extend(
            rest.into_iter()
                .filter_map(|(field, message)| Some((field.to_owned(), message.clone()?))),
        );
        errors
    }
}

fn nothing_chosen(tasks: usize) -> &'static str {
    if tasks == 1 {
        "Choose whether to approve or return"
    } else {
        "Choose for at least one task whether to approve or return it"
    }
}

fn roles(cases: &[Case]) -> Vec<String> {
    let role = |case: &Case| {
        let place = &case.place;
        format!(
            "{} at {}, for the {}",
            place.participant.name, place.school.name, place.award.name
        )
    };
    cases
        .iter()
        .map(role)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}
