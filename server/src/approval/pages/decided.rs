//! Decisions as the pages show them.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use entity::approval_request::{Column, State};
use sea_orm::sea_query::ExprTrait as _;
use sea_orm::{ColumnTrait as _, Condition};
use uuid::Uuid;

use crate::access::Actor;
use crate::approval::link::Link;
use crate::approval::waiting::{Case, among};
use crate::error::Result;
use crate::page::AT_A_TIME;
use crate::portal::Portal;
use crate::words::{moment, time};

/// One request that no longer waits.
#[derive(Clone, Debug)]
pub(super) struct Decided {
    pub id: Uuid,
    pub title: String,
    pub participant: String,
    pub school: String,
    pub state: State,
    /// The name that was typed.
    pub by: String,
    pub at: String,
    pub settles_at: Option<DateTime<Utc>>,
}

/// Decisions that can still be taken back.
#[derive(Clone, Debug)]
pub(super) struct Fresh {
    pub decisions: Vec<Decided>,
    /// When the first of them settles.
    pub until: String,
    /// Somebody pressed the button without choosing.
    pub error: Option<String>,
}

impl Decided {
    pub fn new(case: &Case) -> Self {
        Self {
            id: case.request.id,
            title: case.task.title.clone(),
            participant: case.place.participant.name.clone(),
            school: case.place.school.name.clone(),
            state: case.request.state,
            by: case.request.signed_name.clone().unwrap_or_default(),
            at: case.request.decided_at.map(moment).unwrap_or_default(),
            settles_at: case.request.settles_at,
        }
    }

    /// What became of it, as in "approved by Grace Whitfield on …".
    pub fn said(&self) -> String {
        let signed = || format!("by {} on {}", self.by, self.at);
        match self.state {
            State::Waiting => "still waits for your answer".into(),
            State::Approved => format!("approved {}", signed()),
            State::Returned => format!("returned with a comment {}", signed()),
            State::Withdrawn => {
                format!("taken back by {} before it was answered", self.participant)
            }
            State::Revoked => format!("decided {}, and open again since", signed()),
        }
    }
}

impl Fresh {
    /// Those of the decisions that can still be taken back; none if there are none.
    pub fn among(
        decisions: Vec<Decided>,
        now: DateTime<Utc>,
        error: Option<String>,
    ) -> Option<Self> {
        let decisions: Vec<Decided> = decisions
            .into_iter()
            .filter(|decided| decided.settles_at.is_some_and(|at| at > now))
            .collect();
        let until = decisions
            .iter()
            .filter_map(|decided| decided.settles_at)
            .min()?;
        Some(Self {
            until: time(until, now),
            decisions,
            error,
        })
    }

    /// The line of the summary of errors for `why` nothing was taken back, with the field that it points to.
    pub fn error(fresh: Option<&Self>, why: String) -> (String, String) {
        match fresh {
            Some(_) => ("undo".into(), why),
            // What could be ticked has settled meanwhile.
            None => (
                "main-content".into(),
                "The time for taking decisions back is over".into(),
            ),
        }
    }
}

/// The actor's decisions that can still be taken back, newest first; none if there are none.
pub(super) async fn fresh(
    portal: &Portal,
    actor: &Actor,
    error: Option<String>,
) -> Result<Option<Fresh>> {
    let now = portal.clock.now();
    let fits = Condition::all()
        .add(Column::State.is_in([State::Approved, State::Returned]))
        .add(Column::SettlesAt.gt(now));
    let cases = among(&portal.db.read, actor, fits, AT_A_TIME).await?;
    Ok(Fresh::among(
        cases.iter().map(Decided::new).collect(),
        now,
        error,
    ))
}

/// What the letter asked about and what no longer waits, newest first: asked before it went, and not answered before it
/// was written. Of a task that was asked for more than once, the last asking.
pub(super) async fn answered(portal: &Portal, link: &Link) -> Result<Vec<Decided>> {
    let letter = &link.letter;
    let fits = Condition::all()
        .add(Column::AskedAt.lte(letter.sent_at.unwrap_or(letter.created_at)))
        .add(
            Column::DecidedAt
                .is_null()
                .or(Column::DecidedAt.gte(letter.created_at)),
        );
    let cases = among(&portal.db.read, &link.actor(None), fits, AT_A_TIME).await?;
    let mut tasks = HashSet::new();
    let latest = cases.iter().filter(|case| tasks.insert(case.task.id));
    Ok(latest
        .filter(|case| case.request.state != State::Waiting)
        .map(Decided::new)
        .collect())
}
