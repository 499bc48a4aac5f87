//! Playing the past in its order, day by day, with reminders and letters as they would have come.

use std::collections::HashMap;

use chrono::{DateTime, Duration, NaiveTime, Utc};
use entity::{approval_request, letter, mentor, task, template_outcome};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

use super::file::{DemoFile, Words};
use super::people::{self, Enrolled};
use super::schools;

use super::story::{Happening, What, tell};
use super::terms::{around, start};
use crate::access::{self, Actor, Decide, Reopen, Save, Submit, Waive, Withdraw};
use crate::approval::{self, Answer, Decision};
use crate::clock::{london_day, london_moment};
use crate::error::{Error, Result};
use crate::outbox::{Post, drain};
use crate::portal::Portal;
use crate::task::{self as tasks, Account};
use crate::{enrolment, event, post, tx};

/// Plays everything up to `now`.
pub async fn play(past: &Portal, file: &DemoFile, now: DateTime<Utc>) -> Result<()> {
    let today = london_day(now);
    let terms = around(today);
    let first = start(&terms, today).ok_or(Error::NotFound("term"))?.first;
    let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
    past.clock
        .set(london_moment(first - Duration::days(30), nine));
    let office = people::office(past, file).await?;
    let places = people::places(past, &office, file, today).await?;
    schools::read_list(past).await?;
    let enrolled = people::enrol_all(past, &office, file, &places, today).await?;
    if let Some(last) = enrolled.last() {
        schools::enter_one(past, last).await?;
    }
    let outcomes = suggested_outcomes(past).await?;

    let mut happenings: Vec<Happening> = enrolled
        .iter()
        .enumerate()
        .flat_map(|(who, enrolled)| tell(enrolled.told.story, who, &enrolled.tasks, today))
        .filter(|happening| happening.at < now)
        .collect();
    happenings.sort_by_key(|happening| (happening.at, happening.who, happening.task));
    let mut day = happenings
        .first()
        .map_or(today, |first| london_day(first.at));
    for happening in &happenings {
        while day < london_day(happening.at) {
            day += Duration::days(1);
            past.clock.set(london_moment(day, nine));
            let reminded = approval::chase(past).await?;
            if reminded > 0 {
                deliver(past).await?;
            }
        }
        past.clock.set(happening.at);
        if let Some(enrolled) = enrolled.get(happening.who) {
            step(past, &office, file, enrolled, &outcomes, happening).await?;
        }
        deliver(past).await?;
    }
    super::applying::play(past, &office, now).await?;
    past.clock.set(now);
    enrolment::begin(past).await?;
    deliver(past).await?;
    while event::seal(past).await? > 0 {}
    Ok(())
}

/// In the past every letter went.
async fn deliver(past: &Portal) -> Result<()> {
    let post = Post::Nowhere {
        refused: Vec::new(),
    };
    drain(past, &post, post::render).await?;
    Ok(())
}

async fn suggested_outcomes(past: &Portal) -> Result<HashMap<Uuid, Vec<Uuid>>> {
    let mut found: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for link in template_outcome::Entity::find().all(&past.db.read).await? {
        found
            .entry(link.template_id)
            .or_default()
            .push(link.outcome_id);
    }
    Ok(found)
}

async fn step(
    past: &Portal,
    office: &Actor,
    file: &DemoFile,
    enrolled: &Enrolled<'_>,
    outcomes: &HashMap<Uuid, Vec<Uuid>>,
    happening: &Happening,
) -> Result<()> {
    let Some(task) = enrolled.tasks.get(happening.task) else {
        return Ok(());
    };
    match happening.what {
        What::Draft => {
            let words = words(file, &task.code, happening.who);
            let outcome_ids = outcomes.get(&task.template_id).cloned().unwrap_or_default();
            let done = london_day(happening.at);
            tx::write(past, &enrolled.actor(), async |tx| {
                let task = access::load::<Save>(tx, task.id).await?;
                let account = Account {
                    version: task.version,
                    account: words.account.clone(),
                    reflection: words.reflection.clone(),
                    done_from: Some(done - Duration::days(9)),
                    done_to: Some(done - Duration::days(1)),
                    outcome_ids,
                };
                tasks::save(tx, task, account).await.map(drop)
            })
            .await
        }
        What::Submit => {
            tx::write(past, &enrolled.actor(), async |tx| {
                let task = access::load::<Submit>(tx, task.id).await?;
                let version = task.version;
                tasks::submit(tx, task, version).await.map(drop)
            })
            .await
        }
        What::Withdraw => {
            tx::write(past, &enrolled.actor(), async |tx| {
                let task = access::load::<Withdraw>(tx, task.id).await?;
                tasks::withdraw(tx, task).await.map(drop)
            })
            .await
        }
        What::Approve => {
            let comment = pick(&file.comments.approve, happening);
            answer(past, enrolled, task, Decision::Approve(comment)).await
        }
        What::Return => {
            let comment = pick(&file.comments.return_, happening)
                .unwrap_or_else(|| "Please say more.".into());
            answer(past, enrolled, task, Decision::Return(comment)).await
        }
        What::Waive => {
            tx::write(past, office, async |tx| {
                let task = access::load::<Waive>(tx, task.id).await?;
                tasks::waive(tx, task, "Covered by an accredited course two years ago.")
                    .await
                    .map(drop)
            })
            .await
        }
        What::Reopen => {
            tx::write(past, office, async |tx| {
                let task = access::load::<Reopen>(tx, task.id).await?;
                let reason = "The mentor asked for it: the account is about another term.";
                tasks::reopen(tx, task, reason).await.map(drop)
            })
            .await
        }
        What::Bounce => bounce(past, enrolled).await,
    }
}

fn words<'a>(file: &'a DemoFile, code: &str, who: usize) -> &'a Words {
    let fitting: Vec<&Words> = file
        .texts
        .iter()
        .filter(|words| words.task == code)
        .collect();
    fitting
        .get(who % fitting.len().max(1))
        .copied()
        .unwrap_or(&file.texts[0])
}

fn pick(comments: &[String], happening: &Happening) -> Option<String> {
    comments
        .get((happening.who * 3 + happening.task) % comments.len().max(1))
        .cloned()
}

async fn answer(
    past: &Portal,
    enrolled: &Enrolled<'_>,
    task: &task::Model,
    decision: Decision,
) -> Result<()> {
    let waiting = approval_request::Entity::find()
        .filter(approval_request::Column::TaskId.eq(task.id))
        .filter(approval_request::Column::State.eq(approval_request::State::Waiting))
        .order_by_desc(approval_request::Column::Id)
        .one(&past.db.read)
        .await?
        .ok_or(Error::NotFound("approval request"))?;
    let name = enrolled.told.mentor.name.clone();
    let mentor = Actor::Mentor {
        mentor_id: waiting.mentor_id,
        letter_id: waiting.letter_id.unwrap_or_default(),
        name: name.clone(),
    };
    let answer = Answer {
        decision,
        signed_name: name,
        shown_hash: waiting.text_hash,
    };
    tx::write(past, &mentor, async |tx| {
        let request = access::load::<Decide>(tx, waiting.id).await?;
        approval::decide(tx, request, &answer).await.map(drop)
    })
    .await
}

/// The mentor's address turns out to be wrong: the letter that went comes back.
async fn bounce(past: &Portal, enrolled: &Enrolled<'_>) -> Result<()> {
    deliver(past).await?;
    let name = enrolled.told.mentor.email.clone();
    tx::write(past, &Actor::System, async |tx| {
        letter::Entity::update_many()
            .col_expr(letter::Column::State, Expr::value(letter::State::Failed))
            .col_expr(
                letter::Column::LastError,
                Expr::value("550 5.1.1 There is no such mailbox here."),
            )
            .col_expr(
                letter::Column::SentAt,
                Expr::value(Option::<DateTime<Utc>>::None),
            )
            .filter(letter::Column::ToEmail.eq(&name))
            .filter(letter::Column::CreatedAt.gte(tx.now - Duration::days(1)))
            .exec(tx)
            .await?;
        mentor::Entity::update_many()
            .col_expr(mentor::Column::BouncedAt, Expr::value(tx.now))
            .filter(mentor::Column::Email.eq(&name))
            .exec(tx)
            .await?;
        Ok(())
    })
    .await
}
