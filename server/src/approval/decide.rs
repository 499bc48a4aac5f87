//! The mentor's answer.

use chrono::Duration;
use entity::approval_request::{self, State};
use entity::letter::Kind;
use entity::{enrolment, event, person, school, task};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _, QuerySelect as _};
use uuid::Uuid;

use super::Step;
use super::life::next;
use crate::access::{Decide, Granted};
use crate::clock::{considerate, london_day, london_moment};
use crate::error::{Error, Result};
use crate::event::record;
use crate::outbox::{Draft, queue};
use crate::programme;
use crate::task::{self as tasks, text_hash};
use crate::tx::Tx;

/// What the mentor decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// With a comment, if there is one.
    Approve(Option<String>),
    /// With what has to change.
    Return(String),
}

/// A decision with the evidence for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub decision: Decision,
    /// The name that the mentor typed.
    pub signed_name: String,
    /// The hash of the text that the mentor was shown.
    pub shown_hash: String,
}

/// What came of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decided {
    /// It stands, from now on.
    Now(approval_request::Model),
    /// It had been answered before; nothing changed.
    Already(approval_request::Model),
    /// The participant took the task back.
    Withdrawn(approval_request::Model),
    /// The text is not the one that was shown.
    Changed(approval_request::Model),
}

/// Takes the mentor's answer to one request.
///
/// # Errors
/// None that a mentor can cause: what no longer fits comes back as [`Decided`].
pub async fn decide(tx: &Tx, request: Granted<Decide>, answer: &Answer) -> Result<Decided> {
    let request = request.into_row();
    match request.state {
        State::Waiting => {}
        State::Approved | State::Returned | State::Revoked => return Ok(Decided::Already(request)),
        State::Withdrawn => return Ok(Decided::Withdrawn(request)),
    }
    let task = task::Entity::find_by_id(request.task_id)
        .lock(LockType::Update)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("task"))?;
    if text_hash(tx, &task).await? != answer.shown_hash {
        return Ok(Decided::Changed(request));
    }
    let request = put_down(tx, request, answer).await?;
    let now = tx.now;
    match &answer.decision {
        Decision::Approve(comment) => {
            let task = tasks::advance(tx, task, tasks::Step::Approve, |row| {
                row.approved_at = Set(Some(now))
            })
            .await?;
            record(tx, event::Kind::TaskApproved, &request, comment.clone()).await?;
            tell_participant(tx, &request, &task, Kind::TaskApproved).await?;
            tell_school(tx, &request).await?;
        }
        Decision::Return(comment) => {
            let task = tasks::advance(tx, task, tasks::Step::Return, |_| ()).await?;
            record(
                tx,
                event::Kind::TaskReturned,
                &request,
                Some(comment.clone()),
            )
            .await?;
            tell_participant(tx, &request, &task, Kind::TaskReturned).await?;
        }
    }
    Ok(Decided::Now(request))
}

async fn put_down(
    tx: &Tx,
    request: approval_request::Model,
    answer: &Answer,
) -> Result<approval_request::Model> {
    let (step, comment) = match &answer.decision {
        Decision::Approve(comment) => (Step::Approve, comment.clone()),
        Decision::Return(comment) => (Step::Return, Some(comment.clone())),
    };
    let state = next(request.state, step)
        .ok_or_else(|| Error::WrongState("This was answered already.".into()))?;
    let window = match tx.portal.config.undo_window {
        Some(window) => window,
        None => {
            let limits = programme::limits(tx, request.enrolment_id).await?;
            Duration::minutes(limits.undo_minutes.into())
        }
    };
    let receipt = receipt(tx, &request).await?;
    let mut row = request.into_active_model();
    row.state = Set(state);
    row.decided_at = Set(Some(tx.now));
    row.comment = Set(comment);
    row.signed_name = Set(Some(answer.signed_name.clone()));
    row.settles_at = Set(Some(tx.now + window));
    row.receipt_id = Set(Some(receipt));
    Ok(row.update(tx).await?)
}

/// The receipt goes to the registered mailbox, so that a link in wrong hands is noticed. The decisions of one form
/// share one.
async fn receipt(tx: &Tx, request: &approval_request::Model) -> Result<Uuid> {
    let mentor = entity::mentor::Entity::find_by_id(request.mentor_id)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("mentor"))?;
    let draft = Draft::new(Kind::TaskDecisionReceipt, mentor.name, mentor.email)
        .to_mentor(request.mentor_id)
        .about_enrolment(request.enrolment_id)
        .batched(format!("receipt:{}", request.mentor_id))
        .not_before(tx.now + tx.portal.config.digest_window.min(Duration::seconds(30)))
        .in_thread(format!("mentor.{}", request.mentor_id));
    queue(tx, draft).await
}

/// The participant hears of it once the mentor can no longer take it back.
async fn tell_participant(
    tx: &Tx,
    request: &approval_request::Model,
    task: &task::Model,
    kind: Kind,
) -> Result<()> {
    let person = person::Entity::find_by_id(request.participant_id)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("person"))?;
    let draft = Draft::new(kind, person.name, person.email)
        .to_person(person.id)
        .about_enrolment(request.enrolment_id)
        .about_request(request.id)
        .not_before(request.settles_at.unwrap_or(tx.now))
        .in_thread(format!("task.{}", task.id));
    queue(tx, draft).await?;
    Ok(())
}

/// The headteacher gets one letter a day at most, at the end of a school day, about all that was approved.
async fn tell_school(tx: &Tx, request: &approval_request::Model) -> Result<()> {
    let found = enrolment::Entity::find_by_id(request.enrolment_id)
        .find_also_related(school::Entity)
        .one(tx)
        .await?;
    let Some((enrolment, Some(school))) = found else {
        return Ok(());
    };
    let (Some(name), Some(email)) = (school.head_name, school.head_email) else {
        return Ok(());
    };
    let terms = programme::terms(tx, enrolment.cohort_id).await?;
    let at = considerate(next_digest(request.settles_at.unwrap_or(tx.now)), &terms);
    let draft = Draft::new(Kind::SchoolProgressDigest, name, email)
        .to_school(school.id)
        .about_enrolment(enrolment.id)
        // A decision that can still be taken back this afternoon is told of tomorrow.
        .batched(format!("school:{}:{}", school.id, london_day(at)))
        .not_before(at)
        .in_thread(format!("school.{}", school.id));
    queue(tx, draft).await?;
    Ok(())
}

/// The next four o'clock in London.
fn next_digest(from: chrono::DateTime<chrono::Utc>) -> chrono::DateTime<chrono::Utc> {
    let four = chrono::NaiveTime::from_hms_opt(16, 0, 0).unwrap_or_default();
    let today = london_day(from);
    let at = london_moment(today, four);
    if at >= from {
        at
    } else {
        london_moment(today + chrono::Days::new(1), four)
    }
}
