//! People, and what is recorded of them.

use chrono::{DateTime, Utc};
use entity::event::{ActorKind, Kind};
use entity::{event, mentor, person};
use uuid::Uuid;

use super::dice::Dice;
use super::file::Words;
use crate::event::About;

/// Everybody's address ends so: nothing that is sent there arrives anywhere.
pub const HOST: &str = "scale.example";

/// Somebody with an address of their own.
pub fn person(words: &Words, dice: &mut Dice, email: String, at: DateTime<Utc>) -> person::Model {
    person::Model {
        id: dice.id(at),
        name: name(words, dice),
        email,
        created_at: at,
    }
}

pub fn name(words: &Words, dice: &mut Dice) -> String {
    format!(
        "{} {}",
        dice.pick(&words.first_names),
        dice.pick(&words.last_names)
    )
}

/// Who did something.
#[derive(Clone, Copy, Debug)]
pub enum By<'a> {
    Person(&'a person::Model),
    Mentor(&'a mentor::Model),
    Portal,
}

/// What happened, as it would have been recorded.
pub fn event(
    dice: &mut Dice,
    at: DateTime<Utc>,
    kind: Kind,
    by: By<'_>,
    about: impl Into<About>,
    note: Option<String>,
) -> event::Model {
    let about = about.into();
    let (actor_kind, actor_id, actor_name): (_, Option<Uuid>, &str) = match by {
        By::Person(person) => (ActorKind::Person, Some(person.id), &person.name),
        By::Mentor(mentor) => (ActorKind::Mentor, Some(mentor.id), &mentor.name),
        By::Portal => (ActorKind::System, None, "The portal"),
    };
    event::Model {
        id: dice.id(at),
        at,
        kind,
        actor_kind,
        actor_id,
        actor_name: actor_name.to_owned(),
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
