//! Giving somebody a place.

use std::collections::BTreeMap;

use entity::{task, template_outcome};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use server::access::{self, Enrol};
use server::mentor::Nomination;
use server::{enrolment, tx};
use uuid::Uuid;

use super::Participant;
use super::participant::Set;
use crate::Portal;

/// A school-based mentor: a name and a mailbox, no account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mentor {
    pub name: String,
    pub email: String,
}

/// Who gets a place, where, with whom. What is not said is as [`Portal::participant`] has it.
#[derive(Clone, Debug)]
pub struct Enrolling {
    pub name: String,
    pub email: String,
    pub mentor: Mentor,
    pub group_id: Uuid,
    pub school_id: Uuid,
}

impl Portal {
    /// A participant who is signed in. "Ada" has the address ada@willowbank.test and the mentor Grace Mentor at
    /// mentor.of.ada@willowbank.test.
    pub async fn participant(&self, name: &str) -> Participant {
        self.enrol(self.enrolling(name)).await
    }

    /// A participant with the mentor of another.
    pub async fn participant_beside(&self, name: &str, other: &Participant) -> Participant {
        self.enrol(Enrolling {
            mentor: other.mentor.clone(),
            ..self.enrolling(name)
        })
        .await
    }

    /// What [`Portal::participant`] enrols, to be changed.
    pub fn enrolling(&self, name: &str) -> Enrolling {
        let local: String = name
            .to_lowercase()
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect();
        Enrolling {
            name: name.to_owned(),
            email: format!("{local}@willowbank.test"),
            mentor: Mentor {
                name: "Grace Mentor".into(),
                email: format!("mentor.of.{local}@willowbank.test"),
            },
            group_id: self.programme.group_id,
            school_id: self.programme.school_id,
        }
    }

    /// Enrols somebody with the real verb, as the administrator.
    ///
    /// # Panics
    /// If the portal refuses.
    pub async fn enrol(&self, who: Enrolling) -> Participant {
        let input = enrolment::Enrolling {
            name: who.name.clone(),
            email: who.email.clone(),
            school_id: who.school_id,
            appointed_on: None,
            mentor: Nomination {
                name: who.mentor.name.clone(),
                email: who.mentor.email.clone(),
                post: "Deputy headteacher".into(),
                nominated_by: "Helen Headteacher".into(),
            },
        };
        let office = self.programme.office();
        let enrolled = tx::write(&self.app, &office, async |tx| {
            let group = access::load::<Enrol>(tx, who.group_id).await?;
            enrolment::enrol(tx, group, input).await
        });
        let enrolment_id = enrolled.await.expect("a place").id;
        let tasks = self.tasks_set(enrolment_id).await;
        let person = self.sign_in(&who.email).await;
        Participant::new(person, enrolment_id, who.mentor, tasks)
    }

    async fn tasks_set(&self, enrolment_id: Uuid) -> BTreeMap<String, Set> {
        let db = &self.app.db.read;
        let tasks = task::Entity::find().filter(task::Column::EnrolmentId.eq(enrolment_id));
        let suggested = template_outcome::Entity::find()
            .all(db)
            .await
            .expect("suggestions");
        let set = |task: task::Model| {
            let fitting = suggested
                .iter()
                .filter(|link| link.template_id == task.template_id);
            let outcomes = fitting.map(|link| link.outcome_id).collect();
            (
                task.code,
                Set {
                    id: task.id,
                    title: task.title,
                    outcomes,
                },
            )
        };
        tasks
            .all(db)
            .await
            .expect("tasks")
            .into_iter()
            .map(set)
            .collect()
    }
}
