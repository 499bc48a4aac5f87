//! What participants, and where a decision is disputed tutors and administrators too, hear of a request.

use entity::approval_request::State;
use entity::{letter, mentor};
use sea_orm::EntityTrait as _;

use super::case;
use crate::approval::waiting::Case;
use crate::clock::days_between;
use crate::error::Result;
use crate::outbox::Rendered;
use crate::person::masked;
use crate::portal::Portal;
use crate::stationery::{written, written_as};
use crate::words::{moment, plain};

/// One task and its mentor, as its participant hears of it.
#[derive(Clone, Debug)]
struct News {
    task: String,
    participant: String,
    mentor: String,
    school: String,
    award: String,
    at: String,
    has_comment: bool,
    link: String,
}

#[derive(Clone, Debug)]
struct Approved(News);
#[derive(Clone, Debug)]
struct Returned(News);
#[derive(Clone, Debug)]
struct Unanswered {
    news: News,
    days: i64,
    /// The letters to the mentor come back.
    bounced: bool,
    /// From the second time on it says how to get another mentor.
    again: bool,
    address: String,
    head: Option<String>,
}
#[derive(Clone, Debug)]
struct Disputed {
    news: News,
    to_participant: bool,
}

written_as!(
    Approved,
    "letters/task_approved.txt",
    "letters/task_approved.html"
);
written_as!(
    Returned,
    "letters/task_returned.txt",
    "letters/task_returned.html"
);
written_as!(
    Unanswered,
    "letters/task_approval_unanswered.txt",
    "letters/task_approval_unanswered.html"
);
written_as!(
    Disputed,
    "letters/task_decision_disputed.txt",
    "letters/task_decision_disputed.html"
);

impl Approved {
    fn title(&self) -> String {
        format!("Approved: “{}”", self.0.task)
    }
}

impl Returned {
    fn title(&self) -> String {
        format!("Your mentor returned “{}” with a comment", self.0.task)
    }
}

impl Unanswered {
    fn title(&self) -> String {
        format!("No answer yet on “{}”", self.news.task)
    }
}

impl Disputed {
    fn title(&self) -> String {
        format!("A decision on “{}” no longer stands", self.news.task)
    }
}

pub(super) async fn approved(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some(case) = case(portal, letter.request_id).await? else {
        return Ok(None);
    };
    if case.request.state != State::Approved {
        return Ok(None);
    }
    let (news, _) = read(portal, &case).await?;
    written(portal, letter, &case.place.provider, &Approved(news))
}

pub(super) async fn returned(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some(case) = case(portal, letter.request_id).await? else {
        return Ok(None);
    };
    if case.request.state != State::Returned {
        return Ok(None);
    }
    let (news, _) = read(portal, &case).await?;
    written(portal, letter, &case.place.provider, &Returned(news))
}

pub(super) async fn unanswered(
    portal: &Portal,
    letter: &letter::Model,
) -> Result<Option<Rendered>> {
    let Some(case) = case(portal, letter.request_id).await? else {
        return Ok(None);
    };
    if case.request.state != State::Waiting {
        return Ok(None);
    }
    let (news, mentor) = read(portal, &case).await?;
    let about = Unanswered {
        news,
        days: days_between(case.request.asked_at, portal.clock.now()),
        bounced: mentor
            .as_ref()
            .is_some_and(|mentor| mentor.bounced_at.is_some()),
        again: case.request.notices >= 2,
        address: mentor
            .map(|mentor| masked(&mentor.email))
            .unwrap_or_default(),
        head: case.place.school.head_name.as_deref().map(plain),
    };
    written(portal, letter, &case.place.provider, &about)
}

pub(super) async fn disputed(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    let Some(case) = case(portal, letter.request_id).await? else {
        return Ok(None);
    };
    let (mut news, _) = read(portal, &case).await?;
    let to_participant = letter.person_id == Some(case.request.participant_id);
    if !to_participant {
        news.link = format!(
            "{}/participants/{}",
            portal.config.public_url, case.request.enrolment_id
        );
    }
    written(
        portal,
        letter,
        &case.place.provider,
        &Disputed {
            news,
            to_participant,
        },
    )
}

async fn read(portal: &Portal, case: &Case) -> Result<(News, Option<mentor::Model>)> {
    let mentor = mentor::Entity::find_by_id(case.request.mentor_id)
        .one(&portal.db.read)
        .await?;
    let news = News {
        task: plain(&case.task.title),
        participant: plain(&case.place.participant.name),
        mentor: mentor
            .as_ref()
            .map(|mentor| plain(&mentor.name))
            .unwrap_or_default(),
        school: plain(&case.place.school.name),
        award: plain(&case.place.award.name),
        at: case.request.decided_at.map(moment).unwrap_or_default(),
        has_comment: case.request.comment.is_some(),
        link: format!("{}/tasks/{}", portal.config.public_url, case.task.id),
    };
    Ok((news, mentor))
}
