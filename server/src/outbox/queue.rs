//! Putting a letter into the outbox, on the transaction of what it tells.

use chrono::{DateTime, Duration, Utc};
use entity::letter::{self, Column, Entity, Kind, Model, State};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
};
use uuid::Uuid;

use crate::error::Result;
use crate::portal::Portal;
use crate::tx::{Tx, insert_all};

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
    mailing_id: Option<Uuid>,
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
            mailing_id: None,
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

    pub fn of_mailing(self, id: Uuid) -> Self {
        Self {
            mailing_id: Some(id),
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

impl Draft {
    /// The letter that it becomes.
    pub fn letter(&self, portal: &Portal, now: DateTime<Utc>) -> Model {
        let id = Uuid::now_v7();
        let host = portal.config.host();
        let in_thread = |thread: &String| format!("<{thread}@{host}>");
        Model {
            id,
            kind: self.kind,
            to_name: self.to_name.clone(),
            to_email: self.to_email.clone(),
            person_id: self.person_id,
            mentor_id: self.mentor_id,
            school_id: self.school_id,
            enrolment_id: self.enrolment_id,
            request_id: self.request_id,
            sign_in_id: self.sign_in_id,
            application_id: self.application_id,
            agreement_id: self.agreement_id,
            invitation_id: self.invitation_id,
            mailing_id: self.mailing_id,
            state: State::Queued,
            batch_key: self.batch_key.clone(),
            send_after: self.send_after.unwrap_or(now),
            attempts: 0,
            last_error: None,
            claimed_until: None,
            message_id: format!("<{id}@{host}>"),
            in_reply_to: self.thread.as_ref().map(in_thread),
            void_reason: None,
            created_at: now,
            sent_at: None,
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
    let queued = Entity::insert(draft.letter(&tx.portal, tx.now).into_active_model())
        .on_conflict(joins)
        .exec(tx)
        .await?;
    tx.ring_after_commit();
    Ok(queued.last_insert_id)
}

/// Puts many letters into the outbox, of which none joins another, and answers their ids in order.
pub async fn queue_all(tx: &Tx, drafts: Vec<Draft>) -> Result<Vec<Uuid>> {
    let letters = drafts.iter().map(|draft| draft.letter(&tx.portal, tx.now));
    let letters: Vec<Model> = letters.collect();
    let ids = letters.iter().map(|letter| letter.id).collect();
    insert_all::<Entity>(tx, letters).await?;
    tx.ring_after_commit();
    Ok(ids)
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

/// How long after a failed try the next one comes: doubling from half a minute to six hours, spread so that letters
/// that failed together do not come back together.
pub(super) fn pause(letter: &letter::Model) -> Duration {
    let doubled = 30_i64
        .saturating_mul(1 << letter.attempts.clamp(0, 10))
        .min(6 * 3600);
    let spread = i64::from(letter.id.as_bytes()[15]) * doubled / 1024;
    Duration::seconds(doubled + spread)
}
