//! A headteacher's page: how far the school's participants are. Titles, states and numbers; no account, no comment.

use std::collections::HashMap;

use askama::Template;
use entity::enrolment::State as Place;
use entity::task::State;
use entity::{enrolment, person, school, task};
use poem::Response;
use poem::http::StatusCode;
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::approval::link::Link;
use crate::approval::waiting::places;
use crate::clock::london_day;
use crate::error::Result;
use crate::page::{AT_A_TIME, Frame, page};
use crate::portal::Portal;
use crate::task::open_to_writing;
use crate::words::{day, moment};

#[derive(Template)]
#[template(path = "pages/progress.html")]
struct ProgressPage<'a> {
    frame: Frame,
    school: &'a school::Model,
    head: &'a str,
    as_of: String,
    people: Vec<Participant>,
}

struct Participant {
    name: String,
    award: String,
    ends: String,
    approved: usize,
    /// Tasks that are set, without those that were waived.
    set: usize,
    tasks: Vec<Line>,
}

struct Line {
    title: String,
    state: &'static str,
    due: String,
    is_overdue: bool,
}

/// What of a task the school may see.
type Seen = (Uuid, String, State, chrono::NaiveDate);

pub(super) async fn show(portal: &Portal, link: &Link, school: &school::Model) -> Result<Response> {
    let db = &portal.db.read;
    let now = portal.clock.now();
    let actor = link.actor(None);
    let enrolments: Vec<enrolment::Model> = enrolment::Entity::find()
        .filter(enrolment::Entity::visible(&actor))
        .filter(enrolment::Column::State.is_not_in([
            Place::Withdrawn,
            Place::TimeExpired,
            Place::Failed,
        ]))
        .inner_join(person::Entity)
        .order_by_asc(person::Column::Name)
        .order_by_asc(enrolment::Column::Id)
        .limit(AT_A_TIME)
        .all(db)
        .await?;
    let mut places = places(db, enrolments.iter().map(|enrolment| enrolment.id)).await?;
    let seen: Vec<Seen> = task::Entity::find()
        .select_only()
        .columns([
            task::Column::EnrolmentId,
            task::Column::Title,
            task::Column::State,
            task::Column::DueOn,
        ])
        .filter(task::Entity::visible(&actor))
        .filter(task::Column::EnrolmentId.is_in(enrolments.iter().map(|enrolment| enrolment.id)))
        .order_by_asc(task::Column::Position)
        .into_tuple()
        .all(db)
        .await?;
    let mut tasks: HashMap<Uuid, Vec<Seen>> = HashMap::new();
    for task in seen {
        tasks.entry(task.0).or_default().push(task);
    }
    let people = enrolments.iter().filter_map(|enrolment| {
        let place = places.remove(&enrolment.id)?;
        let tasks = tasks.remove(&enrolment.id).unwrap_or_default();
        Some(Participant {
            name: place.participant.name,
            award: place.award.name,
            ends: day(enrolment.ends_on),
            approved: tasks
                .iter()
                .filter(|task| task.2 == State::Approved)
                .count(),
            set: tasks.iter().filter(|task| task.2 != State::Waived).count(),
            tasks: tasks
                .into_iter()
                .map(|task| line(task, london_day(now)))
                .collect(),
        })
    });
    let shown = ProgressPage {
        frame: Frame::new(portal, format!("Progress at {}", school.name)),
        school,
        head: school.head_name.as_deref().unwrap_or(&link.letter.to_name),
        as_of: moment(now),
        people: people.collect(),
    };
    Ok(page(StatusCode::OK, &shown))
}

fn line((_, title, state, due_on): Seen, today: chrono::NaiveDate) -> Line {
    let said = match state {
        State::Available => "Not started",
        State::InProgress => "Being written",
        State::Submitted => "With the mentor",
        State::Approved => "Approved",
        State::Returned => "Returned by the mentor",
        State::Waived => "Not needed",
        State::Reopened => "Open again",
    };
    Line {
        title,
        state: said,
        due: day(due_on),
        is_overdue: due_on < today && open_to_writing(state),
    }
}
