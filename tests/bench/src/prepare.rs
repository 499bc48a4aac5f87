//! Finding out what can be asked, and opening sessions for those who ask.

use std::collections::{HashMap, HashSet};
use std::net::SocketAddr;

use anyhow::Context as _;
use chrono::{DateTime, Duration, Utc};
use entity::{enrolment, session, task, training_group};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{
    ColumnTrait as _, Database, DatabaseConnection, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::ask::Line;
use crate::plan::{After, Draft, Plan, SignedIn, report_page};

/// Participants who are signed in at most, and as many of their drafts as there are.
const PEOPLE: usize = 6_000;
/// Pages of the report from which clients choose.
const PAGES: usize = 100;

pub async fn prepare(
    database: &str,
    portal: SocketAddr,
    ceiling: Option<SocketAddr>,
    token: &str,
) -> anyhow::Result<Plan> {
    let db = Database::connect(database)
        .await
        .context("cannot connect to the database")?;
    let made_at = Utc::now();
    let drafts = task::Entity::find()
        .filter(task::Column::State.eq(task::State::InProgress))
        .order_by_asc(task::Column::Id)
        .all(&db)
        .await?;
    let enrolments = people(&db, &drafts).await?;
    let mut sessions = Vec::new();
    let mut cookies = HashMap::new();
    for (_, person) in &enrolments {
        cookies.insert(*person, open(&mut sessions, *person, made_at));
    }
    let groups = groups(&db).await?;
    let tutors = groups
        .into_iter()
        .filter_map(|group| Some((group.id, group.tutor_id?)))
        .map(|(sees, tutor)| SignedIn {
            sees,
            cookie: open(&mut sessions, tutor, made_at),
        })
        .collect();
    store(&db, sessions).await?;
    Ok(Plan {
        portal,
        ceiling,
        token: token.to_owned(),
        made_at,
        participants: enrolments
            .iter()
            .map(|(sees, person)| SignedIn {
                sees: *sees,
                cookie: cookies[person].clone(),
            })
            .collect(),
        tutors,
        drafts: drafts
            .iter()
            .filter_map(|task| {
                let cookie = cookies.get(&task.participant_id)?.clone();
                Some(Draft {
                    cookie,
                    task: task.id,
                    version: task.version,
                })
            })
            .collect(),
        cursors: pages(portal, token).await?,
    })
}

/// Enrolments with a draft, and whose they are.
async fn people(
    db: &DatabaseConnection,
    drafts: &[task::Model],
) -> anyhow::Result<Vec<(Uuid, Uuid)>> {
    let mut known = HashSet::new();
    let people = drafts
        .iter()
        .map(|task| (task.enrolment_id, task.participant_id));
    let people: Vec<_> = people
        .filter(|(enrolment, _)| known.insert(*enrolment))
        .take(PEOPLE)
        .collect();
    anyhow::ensure!(
        !people.is_empty(),
        "nobody has a draft: is the programme for measuring loaded?"
    );
    let one = enrolment::Entity::find_by_id(people[0].0).one(db).await?;
    one.context("the first participant")?;
    Ok(people)
}

/// Groups with fifty participants.
async fn groups(db: &DatabaseConnection) -> anyhow::Result<Vec<training_group::Model>> {
    let full: Vec<Uuid> = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::GroupId)
        .group_by(enrolment::Column::GroupId)
        .having(ExprTrait::gte(enrolment::Column::Id.count(), 50))
        .into_tuple()
        .all(db)
        .await?;
    let groups = training_group::Entity::find().all(db).await?;
    Ok(groups
        .into_iter()
        .filter(|group| full.contains(&group.id))
        .collect())
}

/// A session as signing in opens it; the cookie is known here alone.
fn open(sessions: &mut Vec<session::ActiveModel>, person: Uuid, now: DateTime<Utc>) -> String {
    let cookie = format!("{}{}", Uuid::new_v4().simple(), sessions.len());
    let digest = Sha256::digest(cookie.as_bytes());
    sessions.push(session::ActiveModel {
        id: Set(Uuid::now_v7()),
        person_id: Set(person),
        token_hash: Set(digest.iter().map(|byte| format!("{byte:02x}")).collect()),
        created_at: Set(now),
        seen_at: Set(now),
        expires_at: Set(now + Duration::days(1)),
        ip: Set("127.0.0.1".into()),
        user_agent: Set("bench".into()),
    });
    cookie
}

async fn store(db: &DatabaseConnection, sessions: Vec<session::ActiveModel>) -> anyhow::Result<()> {
    for chunk in sessions.chunks(500) {
        session::Entity::insert_many(chunk.to_vec())
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// Walks through the report once, as a tool does, and keeps where its pages begin.
async fn pages(portal: SocketAddr, token: &str) -> anyhow::Result<Vec<After>> {
    let mut line = Line::open(portal).await?;
    let mut pages: Vec<After> = Vec::new();
    while pages.len() < PAGES {
        let after = pages.last().map(|page| page.cursor.as_str());
        let answer: Value = serde_json::from_slice(line.ask(&report_page(after, token)).await?)?;
        let told = &answer["data"]["tasks"];
        let edges = told["edges"]
            .as_array()
            .with_context(|| format!("no report: {answer}"))?;
        let full = told["pageInfo"]["hasNextPage"] == true && edges.len() == 100;
        let Some(last) = edges.last().filter(|_| full) else {
            break;
        };
        pages.push(After {
            cursor: serde_json::from_value(last["cursor"].clone())?,
            due_on: serde_json::from_value(last["node"]["dueOn"].clone())?,
            task: serde_json::from_value(last["node"]["id"].clone())?,
        });
    }
    // After the last of these there may be fewer than a hundred.
    pages.pop();
    anyhow::ensure!(
        !pages.is_empty(),
        "the report has fewer than three pages: load more participants"
    );
    Ok(pages)
}
