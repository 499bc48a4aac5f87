//! Putting a letter into the outbox, on the transaction of what it tells.

use chrono::{DateTime, Duration, Utc};
use entity::letter::{self, ActiveModel, Column, Entity, Kind, State};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use crate::error::Result;
use crate::tx::Tx;

/// A letter to be: whom it goes to, and the ids of what it is about.
#[derive(Clone, Debug)]
pub struct Draft {
    kind: Kind,
    to_name: String,
    to_email: String,
    person_id: Option<Uuid>,
    mentor_id: Option<Uuid>,
    school_id: Option<Uuid>,
    enrolment_id: Option<Uuid>,
    request_id: Option<Uuid>,
    sign_in_id: Option<Uuid>,
    application_id: Option<Uuid>,
    agreement_id: Option<Uuid>,
    invitation_id: Option<Uuid>,
    batch_key: Option<String>,
    send_after: Option<DateTime<Utc>>,
    thread: Option<String>,
}

impl Draft {
    pub fn new(kind: Kind, to_name: impl Into<String>, to_email: impl Into<String>) -> Self {
        Self {
            kind,
            to_name: to_name.into(),
            to_email: to_email.into(),
            person_id: None,
            mentor_id: None,
            school_id: None,
            enrolment_id: None,
            request_id: None,
            sign_in_id: None,
            application_id: None,
            agreement_id: None,
            invitation_id: None,
            batch_key: None,
            send_after: None,
            thread: None,
        }
    }

    pub fn to_person(self, id: Uuid) -> Self {
        Self {
            person_id: Some(id),
            ..self
        }
    }

    pub fn to_mentor(self, id: Uuid) -> Self {
        Self {
            mentor_id: Some(id),
            ..self
        }
    }

    pub fn to_school(self, id: Uuid) -> Self {
        Self {
            school_id: Some(id),
            ..self
        }
    }

    pub fn about_enrolment(self, id: Uuid) -> Self {
        Self {
            enrolment_id: Some(id),
            ..self
        }
    }

    pub fn about_request(self, id: Uuid) -> Self {
        Self {
            request_id: Some(id),
            ..self
        }
    }

    pub fn about_application(self, id: Uuid) -> Self {
        Self {
            application_id: Some(id),
            ..self
        }
    }

    pub fn about_agreement(self, id: Uuid) -> Self {
        Self {
            agreement_id: Some(id),
            ..self
        }
    }

    pub fn about_invitation(self, id: Uuid) -> Self {
        Self {
            invitation_id: Some(id),
            ..self
        }
    }

    pub fn for_sign_in(self, id: Uuid) -> Self {
        Self {
            sign_in_id: Some(id),
            ..self
        }
    }

    /// Letters with the same key that have not gone yet become one.
    pub fn batched(self, key: String) -> Self {
        Self {
            batch_key: Some(key),
            ..self
        }
    }

    pub fn not_before(self, at: DateTime<Utc>) -> Self {
        Self {
            send_after: Some(at),
            ..self
        }
    }

    /// Mail readers show the letters of one thread together.
    pub fn in_thread(self, thread: impl std::fmt::Display) -> Self {
        Self {
            thread: Some(thread.to_string()),
            ..self
        }
    }
}

/// The letters that others can still join, as the index says that knows their batch keys: written out, since a database
/// recognises the index by these very words.
const STILL_OPEN: &str = "state = 'queued' AND claimed_until IS NULL AND attempts = 0";

/// Puts the letter into the outbox and answers its id; where one with the same batch key still waits, the id of that,
/// which no worker takes before this transaction ends.
pub async fn queue(tx: &Tx, draft: Draft) -> Result<Uuid> {
    let joins = OnConflict::column(Column::BatchKey)
        .target_and_where(Expr::cust(STILL_OPEN))
        .update_column(Column::BatchKey)
        .to_owned();
    let queued = Entity::insert(row(tx, &draft))
        .on_conflict(joins)
        .exec(tx)
        .await?;
    tx.ring_after_commit();
    Ok(queued.last_insert_id)
}

/// Takes letters back that have not gone yet.
pub async fn cancel(tx: &Tx, about: Condition) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Cancelled))
        .filter(Column::State.eq(State::Queued))
        .filter(
            Condition::any()
                .add(Column::ClaimedUntil.is_null())
                .add(Column::ClaimedUntil.lt(tx.now)),
        )
        .filter(about)
        .exec(tx)
        .await?;
    Ok(())
}

fn row(tx: &Tx, draft: &Draft) -> ActiveModel {
    let id = Uuid::now_v7();
    let host = tx.portal.config.host();
    ActiveModel {
        id: Set(id),
        kind: Set(draft.kind),
        to_name: Set(draft.to_name.clone()),
        to_email: Set(draft.to_email.clone()),
        person_id: Set(draft.person_id),
        mentor_id: Set(draft.mentor_id),
        school_id: Set(draft.school_id),
        enrolment_id: Set(draft.enrolment_id),
        request_id: Set(draft.request_id),
        sign_in_id: Set(draft.sign_in_id),
        application_id: Set(draft.application_id),
        agreement_id: Set(draft.agreement_id),
        invitation_id: Set(draft.invitation_id),
        state: Set(State::Queued),
        batch_key: Set(draft.batch_key.clone()),
        send_after: Set(draft.send_after.unwrap_or(tx.now)),
        attempts: Set(0),
        last_error: Set(None),
        claimed_until: Set(None),
        message_id: Set(format!("<{id}@{host}>")),
        in_reply_to: Set(draft
            .thread
            .as_ref()
            .map(|thread| format!("<{thread}@{host}>"))),
        void_reason: Set(None),
        created_at: Set(tx.now),
        sent_at: Set(None),
    }
}

/// How long after a failed try the next one comes: doubling from half a minute to six hours, spread so that letters
/// that failed together do not come back together.
pub(super) fn pause(letter: &letter::Model) -> Duration {
    let doubled = 30_i64
        .saturating_mul(1 << letter.attempts.clamp(0, 10))
        .min(6 * 3600);
    let spread = i64::from(letter.id.as_bytes()[15]) * doubled / 1024;
    Duration::seconds(doubled + spread)
}
