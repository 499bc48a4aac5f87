//! History: what happened, in the transaction in which it happened.

mod find;
mod seal;

pub mod graphql;

pub use find::{of_agreement, seal_of};
pub use seal::{Broken, Chain, close, seal, verify};

use entity::event::{ActorKind, Entity, Kind, Model};
use entity::{
    agreement, application, approval_request, enrolment, letter, mentor_invitation, task,
};
use sea_orm::{EntityTrait as _, IntoActiveModel as _};
use uuid::Uuid;

use crate::access::Actor;
use crate::error::Result;
use crate::tx::{Tx, insert_all};

/// What an event is about; the more it names, the more pages show it.
#[derive(Clone, Copy, Debug, Default)]
pub struct About {
    pub enrolment: Option<Uuid>,
    pub task: Option<Uuid>,
    pub request: Option<Uuid>,
    pub person: Option<Uuid>,
    pub mentor: Option<Uuid>,
    pub letter: Option<Uuid>,
    pub application: Option<Uuid>,
    pub agreement: Option<Uuid>,
    pub invitation: Option<Uuid>,
}

impl From<&task::Model> for About {
    fn from(row: &task::Model) -> Self {
        Self {
            enrolment: Some(row.enrolment_id),
            task: Some(row.id),
            person: Some(row.participant_id),
            ..Self::default()
        }
    }
}

impl From<&approval_request::Model> for About {
    fn from(row: &approval_request::Model) -> Self {
        Self {
            enrolment: Some(row.enrolment_id),
            task: Some(row.task_id),
            request: Some(row.id),
            person: Some(row.participant_id),
            mentor: Some(row.mentor_id),
            ..Self::default()
        }
    }
}

impl From<&enrolment::Model> for About {
    fn from(row: &enrolment::Model) -> Self {
        Self {
            enrolment: Some(row.id),
            person: Some(row.person_id),
            ..Self::default()
        }
    }
}

impl From<&application::Model> for About {
    fn from(row: &application::Model) -> Self {
        Self {
            person: Some(row.person_id),
            application: Some(row.id),
            enrolment: row.enrolment_id,
            ..Self::default()
        }
    }
}

impl From<&agreement::Model> for About {
    fn from(row: &agreement::Model) -> Self {
        Self {
            person: Some(row.person_id),
            application: Some(row.application_id),
            agreement: Some(row.id),
            ..Self::default()
        }
    }
}

impl From<&mentor_invitation::Model> for About {
    fn from(row: &mentor_invitation::Model) -> Self {
        Self {
            person: Some(row.person_id),
            mentor: Some(row.mentor_id),
            application: Some(row.application_id),
            agreement: Some(row.agreement_id),
            invitation: Some(row.id),
            ..Self::default()
        }
    }
}

impl From<&letter::Model> for About {
    fn from(row: &letter::Model) -> Self {
        Self {
            enrolment: row.enrolment_id,
            task: None,
            request: row.request_id,
            person: row.person_id,
            mentor: row.mentor_id,
            letter: Some(row.id),
            application: row.application_id,
            agreement: row.agreement_id,
            invitation: row.invitation_id,
        }
    }
}

/// Writes down that the transaction's actor did this.
pub async fn record(
    tx: &Tx,
    kind: Kind,
    about: impl Into<About>,
    note: Option<String>,
) -> Result<()> {
    record_by(tx, &tx.actor, kind, about, note).await
}

/// The same for somebody who became known within the transaction.
pub async fn record_by(
    tx: &Tx,
    actor: &Actor,
    kind: Kind,
    about: impl Into<About>,
    note: Option<String>,
) -> Result<()> {
    let event = happened(tx, actor, kind, about.into(), note);
    Entity::insert(event.into_active_model())
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Writes down that the transaction's actor did the same to many.
pub async fn record_all(tx: &Tx, kind: Kind, abouts: Vec<About>, note: &str) -> Result<()> {
    let event = |about| happened(tx, &tx.actor, kind, about, Some(note.to_owned()));
    insert_all::<Entity>(tx, abouts.into_iter().map(event).collect()).await
}

fn happened(tx: &Tx, actor: &Actor, kind: Kind, about: About, note: Option<String>) -> Model {
    let (actor_kind, actor_id, actor_name) = signature(actor);
    Model {
        id: Uuid::now_v7(),
        at: tx.now,
        kind,
        actor_kind,
        actor_id,
        actor_name,
        enrolment_id: about.enrolment,
        task_id: about.task,
        request_id: about.request,
        person_id: about.person,
        mentor_id: about.mentor,
        letter_id: about.letter,
        application_id: about.application,
        agreement_id: about.agreement,
        invitation_id: about.invitation,
        note,
    }
}

fn signature(actor: &Actor) -> (ActorKind, Option<Uuid>, String) {
    match actor {
        Actor::Person(user) => (ActorKind::Person, Some(user.id), user.name.clone()),
        Actor::Mentor {
            mentor_id, name, ..
        } => (ActorKind::Mentor, Some(*mentor_id), name.clone()),
        Actor::Headteacher {
            name, school_id, ..
        } => (ActorKind::Headteacher, Some(*school_id), name.clone()),
        Actor::Signatory {
            agreement_id, name, ..
        } => (ActorKind::Signatory, Some(*agreement_id), name.clone()),
        Actor::Token(token) => (ActorKind::System, Some(token.id), "Reporting tool".into()),
        Actor::Anonymous | Actor::System => (ActorKind::System, None, "The portal".into()),
    }
}
