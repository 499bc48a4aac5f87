//! Showing what a link opens.

use std::collections::BTreeSet;

use askama::Template;
use entity::approval_request::{Column, State};
use entity::letter::Kind;
use entity::mentor;
use poem::Response;
use poem::http::StatusCode;
use sea_orm::{ColumnTrait as _, Condition};
use uuid::Uuid;

use super::decided::{Decided, Fresh, fresh, past};
use super::form::{Fields, Typed, Wrong};
use super::frame::{Frame, page};
use super::view::Waiting;
use super::{closed, progress, receipt};
use crate::approval::link::{Holder, Link, Standing};
use crate::approval::waiting::{AT_A_TIME, Case, among, waiting};
use crate::error::Result;
use crate::person::masked;
use crate::portal::Portal;
use crate::words::count;

/// The page of a link. `query` names what a form has just sent, so that the page can say what became of it.
pub(super) async fn show(portal: &Portal, link: &Link, query: &Fields) -> Result<Response> {
    match (link.standing, &link.holder) {
        (Standing::Open, Holder::Headteacher(school)) => progress::show(portal, link, school).await,
        (Standing::Open, Holder::Mentor(mentor))
            if link.letter.kind == Kind::TaskDecisionReceipt =>
        {
            receipt::show(portal, link, mentor, None).await
        }
        (Standing::Open, Holder::Mentor(mentor)) => {
            let sent = Sent {
                approve: query.ids("a"),
                send_back: query.ids("r"),
            };
            let desk = Desk {
                sent,
                ..Desk::default()
            };
            desk.show(portal, link, mentor).await
        }
        (Standing::Expired | Standing::Replaced | Standing::Disowned, _) => {
            closed::show(portal, link, None).await
        }
    }
}

/// Requests that a form has just answered, by what was chosen.
#[derive(Clone, Debug, Default)]
pub(super) struct Sent {
    pub approve: Vec<Uuid>,
    pub send_back: Vec<Uuid>,
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

#[derive(Template)]
#[template(path = "pages/answered.html")]
struct AnsweredPage<'a> {
    frame: Frame,
    mentor: &'a mentor::Model,
    past: Vec<Decided>,
    all_withdrawn: bool,
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
        let is_first_look = self.wrong == Wrong::default() && self.undo_error.is_none();
        if cases.is_empty() && !has_news && is_first_look {
            return answered(portal, link, mentor).await;
        }
        let tasks: Vec<Waiting> = cases
            .iter()
            .map(|case| Waiting::new(case, &self.typed, &self.wrong))
            .collect();
        let errors = self.errors(&tasks, fresh.as_ref());
        let title = match tasks.as_slice() {
            [] => "Nothing waits for you now".to_owned(),
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
                    let line = Became {
                        what,
                        said: decided.said(),
                    };
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
        if let Some(message) = self.undo_error.clone() {
            errors.push((
                if fresh.is_some() {
                    "undo"
                } else {
                    "main-content"
                }
                .into(),
                message,
            ));
        }
        for task in tasks {
            if let Some(message) = &task.choice_error {
                errors.push((format!("decision-{}", task.id), message.clone()));
            }
            if let Some(message) = &task.comment_error {
                errors.push((format!("comment-{}", task.id), message.clone()));
            }
        }
        if self.wrong.nothing_chosen {
            let field = tasks.first().map_or_else(
                || "main-content".into(),
                |task| format!("decision-{}", task.id),
            );
            errors.push((field, "Choose whether to approve or return".into()));
        }
        let rest = [("name", &self.wrong.name), ("tick", &self.wrong.tick)];
        errors.extend(
            rest.into_iter()
                .filter_map(|(field, message)| Some((field.to_owned(), message.clone()?))),
        );
        errors
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

async fn answered(portal: &Portal, link: &Link, mentor: &mentor::Model) -> Result<Response> {
    let cases = past(portal, &link.actor(None)).await?;
    let of_letter: Vec<&Case> = cases
        .iter()
        .filter(|case| case.request.letter_id == Some(link.letter.id))
        .collect();
    // The letter's own requests say what happened to it; an older letter speaks of whatever there was.
    let told: Vec<&Case> = if of_letter.is_empty() {
        cases.iter().collect()
    } else {
        of_letter
    };
    let all_withdrawn = !told.is_empty()
        && told
            .iter()
            .all(|case| case.request.state == State::Withdrawn);
    let title = match (told.is_empty(), all_withdrawn) {
        (true, _) => "Nothing waits for you now",
        (false, true) => "The request was taken back",
        (false, false) => "This was answered already",
    };
    let past = told.iter().map(|case| Decided::new(case)).collect();
    Ok(page(
        StatusCode::OK,
        &AnsweredPage {
            frame: Frame::new(portal, title),
            mentor,
            past,
            all_withdrawn,
        },
    ))
}
