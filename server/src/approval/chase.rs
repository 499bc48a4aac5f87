//! Reminding mentors, and telling participants that no answer has come.

use chrono::{DateTime, Days, Duration, NaiveTime, Utc};
use entity::approval_request::{self, Column, Entity, State};
use entity::award::Limits;
use entity::letter::Kind;
use entity::{award, enrolment, event, mentor, person};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, DatabaseConnection, EntityTrait as _,
    IntoActiveModel as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use super::ask::write_to;
use crate::access::{self, Actor, Chase};
use crate::clock::{considerate, london_day, london_moment};
use crate::error::{Error, Result};
use crate::event::record;
use crate::outbox::{Draft, queue};
use crate::portal::Portal;
use crate::programme::{self, Terms};
use crate::reading::any_of;
use crate::tx::{self, Tx};

/// Requests looked at at a time.
const BATCH: usize = 100;

/// Looks at what may be due and writes what is. Answers how many letters that were.
pub async fn chase(portal: &Portal) -> Result<usize> {
    // Without an order: for one by the key PostgreSQL walks through everything that ever waited. Among 400,000 requests,
    // 40,000 of which wait, 2,000 are found in 12 ms by the two indexes, and the first 100 by the key in 98 ms.
    let due: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(may_be_due(&portal.db.read, portal.clock.now()).await?)
        .into_tuple()
        .all(&portal.db.read)
        .await?;
    let mut written = 0;
    for ids in due.chunks(BATCH) {
        let batch: Vec<approval_request::Model> = Entity::find()
            .filter(any_of(&portal.db.read, Column::Id, ids))
            .order_by_asc(Column::Id)
            .all(&portal.db.read)
            .await?;
        let calendars = programme::calendars(
            &portal.db.read,
            batch.iter().map(|request| request.enrolment_id),
        )
        .await?;
        for request in &batch {
            let Some((limits, terms)) = calendars.get(&request.enrolment_id) else {
                continue;
            };
            if is_due(request, limits, terms, portal.clock.now()).letters() > 0 {
                written += chase_one(portal, request.id, limits, terms).await?;
            }
        }
    }
    Ok(written)
}

/// The requests that have waited for as many days as the next letter about them takes under any award. Those that had
/// their last letter, and those that are young, are not even looked at.
async fn may_be_due(db: &DatabaseConnection, now: DateTime<Utc>) -> Result<Condition> {
    let awards = award::Entity::find().all(db).await?;
    let least = |of: fn(&Limits) -> &[u32]| {
        let days: Vec<_> = awards.iter().map(|award| of(&award.limits)).collect();
        let most = days.iter().map(|days| days.len()).max().unwrap_or(0);
        (0..most).filter_map(move |at| days.iter().filter_map(|days| days.get(at)).min().copied())
    };
    // An hour less, for the change of clocks.
    let waited = |days: u32| now - Duration::days(days.into()) + Duration::hours(1);
    let mut any = Condition::any().add(Expr::cust("1 = 0"));
    for (done, days) in (0_i32..).zip(least(|limits| &limits.mentor_reminder_days)) {
        any = any.add(
            Condition::all()
                .add(Column::Reminders.eq(done))
                .add(Column::AskedAt.lte(waited(days))),
        );
    }
    for (done, days) in (0_i32..).zip(least(|limits| &limits.participant_notice_days)) {
        any = any.add(
            Condition::all()
                .add(Column::Notices.eq(done))
                .add(Column::AskedAt.lte(waited(days))),
        );
    }
    // As it stands in the indexes: a parameter would hide from SQLite that they fit.
    Ok(Condition::all()
        .add(Expr::cust("approval_request.state = 'waiting'"))
        .add(any))
}

/// What is due about a request at a moment: the number of days on the award's list that have come since it was asked,
/// where that is more than were written about. Days that came together, over holidays, are written about once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Due {
    reminder: Option<i32>,
    notice: Option<i32>,
}

impl Due {
    fn letters(self) -> usize {
        usize::from(self.reminder.is_some()) + usize::from(self.notice.is_some())
    }
}

fn is_due(
    request: &approval_request::Model,
    limits: &Limits,
    terms: &Terms,
    now: DateTime<Utc>,
) -> Due {
    let reached = |done: i32, days: &[u32]| {
        let have_come = |days: &&u32| moment(request.asked_at, **days, terms) <= now;
        let come = i32::try_from(days.iter().take_while(have_come).count()).unwrap_or(i32::MAX);
        (come > done).then_some(come)
    };
    Due {
        reminder: reached(request.reminders, &limits.mentor_reminder_days),
        notice: reached(request.notices, &limits.participant_notice_days),
    }
}

/// So many days later at the same time of day in London, moved on into school hours.
fn moment(asked_at: DateTime<Utc>, days: u32, terms: &Terms) -> DateTime<Utc> {
    let time: NaiveTime = asked_at.with_timezone(&chrono_tz::Europe::London).time();
    considerate(
        london_moment(london_day(asked_at) + Days::new(days.into()), time),
        terms,
    )
}

async fn chase_one(portal: &Portal, id: Uuid, limits: &Limits, terms: &Terms) -> Result<usize> {
    tx::write(portal, &Actor::System, async |tx| {
        let request = access::load::<Chase>(tx, id).await?.into_row();
        // Another worker may have been here, or the mentor may have answered, between the look and the lock.
        if request.state != State::Waiting {
            return Ok(0);
        }
        // A late letter must not go at night either: it waits for the morning, when it is looked at again.
        let due = is_due(&request, limits, terms, tx.now);
        if due.letters() == 0 || considerate(tx.now, terms) > tx.now {
            return Ok(0);
        }
        let mut row = request.clone().into_active_model();
        if let Some(reminders) = due.reminder {
            row.reminders = Set(reminders);
            row.letter_id = Set(Some(remind(tx, &request).await?));
        }
        if let Some(notices) = due.notice {
            row.notices = Set(notices);
            notify(tx, &request).await?;
        }
        row.update(tx).await?;
        Ok(due.letters())
    })
    .await
}

async fn remind(tx: &Tx, request: &approval_request::Model) -> Result<Uuid> {
    let mentor = mentor::Entity::find_by_id(request.mentor_id)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("mentor"))?;
    record(tx, event::Kind::MentorReminded, request, None).await?;
    write_to(
        tx,
        &mentor,
        Kind::TaskApprovalReminder,
        request.enrolment_id,
    )
    .await
}

async fn notify(tx: &Tx, request: &approval_request::Model) -> Result<()> {
    let found = enrolment::Entity::find_by_id(request.enrolment_id)
        .find_also_related(person::Entity)
        .one(tx)
        .await?;
    let Some((enrolment, Some(person))) = found else {
        return Ok(());
    };
    record(tx, event::Kind::ParticipantNotified, request, None).await?;
    let draft = Draft::new(Kind::TaskApprovalUnanswered, person.name, person.email)
        .to_person(person.id)
        .about_enrolment(enrolment.id)
        .about_request(request.id)
        .in_thread(format!("task.{}", request.task_id));
    queue(tx, draft).await?;
    Ok(())
}
