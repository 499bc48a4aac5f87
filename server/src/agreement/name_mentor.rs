//! The school names another mentor, since the one whom it named will not, or cannot be reached.

use entity::agreement::{Model, State};
use entity::mentor_invitation::State as Asked;
use entity::{enrolment, mentor};
use sea_orm::EntityTrait as _;

use super::close;
use super::sign::MENTOR;
use crate::access::{Granted, NameMentor};
use crate::application::surroundings;
use crate::error::{Error, FieldError, Result};
use crate::invitation::{self, vacancy};
use crate::mentor::{Nomination, await_answer, find_or_add};
use crate::person::named;
use crate::tx::Tx;

/// Whom the school names.
#[derive(Clone, Debug)]
pub struct Naming {
    /// The name that was typed.
    pub name: String,
    pub mentor_name: String,
    pub mentor_email: String,
    pub mentor_post: String,
    /// What ticks boxes and presses buttons by itself types no name; who types one may forget the box.
    pub is_confirmed: bool,
}

/// Asks them. What was signed stays as it is.
///
/// # Errors
/// `INVALID_INPUT` for what is missing, the applicant's own address, the one of whoever was asked before, and without the
/// confirmation; `WRONG_STATE` where nobody is sought.
pub async fn name_mentor(
    tx: &Tx,
    agreement: Granted<NameMentor>,
    naming: &Naming,
) -> Result<Model> {
    let row = agreement.into_row();
    let application = close::application(tx, row.application_id).await?;
    let vacant = vacancy(tx, &application).await?;
    let Some((before, gone)) = vacant.filter(|_| row.state == State::Signed) else {
        return Err(Error::WrongState("No mentor is sought now.".into()));
    };
    let around = surroundings(tx, &application).await?;
    let mut wrong = Vec::new();
    let nomination = Nomination {
        name: naming.mentor_name.clone(),
        email: naming.mentor_email.clone(),
        post: naming.mentor_post.clone(),
        nominated_by: row.name.clone(),
    };
    let nomination = nomination.checked(&around.person.email, MENTOR, &mut wrong);
    let name = named("name", &naming.name, &mut wrong);
    wrong.extend(same(&nomination, &gone, before.state));
    if !naming.is_confirmed {
        wrong.push(FieldError {
            name: "tick",
            message: "Tick the box if you name them for the school".into(),
        });
    }
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let mentor = find_or_add(tx, &nomination).await?;
    invitation::invite(tx, &row, &mentor).await?;
    if let Some(id) = application.enrolment_id {
        let enrolment = enrolment::Entity::find_by_id(id).one(tx).await?;
        let enrolment = enrolment.ok_or(Error::NotFound("enrolment"))?;
        await_answer(tx, &enrolment, mentor.id, &name).await?;
    }
    Ok(row)
}

fn same(nomination: &Nomination, gone: &mentor::Model, state: Asked) -> Option<FieldError> {
    let message = match state {
        Asked::Bounced => "This is the address that our letter came back from.",
        _ => "This is the address of whoever has said no.",
    };
    (nomination.email == gone.email).then(|| FieldError {
        name: MENTOR.email,
        message: message.into(),
    })
}
