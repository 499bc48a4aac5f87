//! The school names a mentor.

use entity::{enrolment, mentor, mentorship, person};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::end;
use crate::error::{Error, FieldError, Result};
use crate::person::{Address, is_same_mailbox, named};
use crate::tx::Tx;

/// The school's word on who mentors.
#[derive(Clone, Debug)]
pub struct Nomination {
    pub name: String,
    pub email: String,
    /// Their post at the school.
    pub post: String,
    /// Who at the school gave the name.
    pub nominated_by: String,
}

/// The input's names of the nomination's fields, which differ from form to form.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    pub name: &'static str,
    pub email: &'static str,
    pub post: &'static str,
    pub nominated_by: &'static str,
}

/// Begins the mentorship of an enrolment that has none open.
///
/// # Errors
/// `INVALID_INPUT` for what is missing, and for the participant's own address: nobody approves their own work.
pub async fn nominate(
    tx: &Tx,
    enrolment: &enrolment::Model,
    nomination: &Nomination,
    fields: Fields,
) -> Result<mentor::Model> {
    let participant = person::Entity::find_by_id(enrolment.person_id)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("person"))?;
    let mut wrong = Vec::new();
    let nomination = nomination.checked(&participant.email, fields, &mut wrong);
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let mentor = find_or_add(tx, &nomination).await?;
    appoint(
        tx,
        enrolment,
        mentor.id,
        mentorship::State::Active,
        &nomination.nominated_by,
    )
    .await?;
    Ok(mentor)
}

impl Nomination {
    /// The nomination as it is kept; what is missing is named. `own` is the participant's address.
    pub fn checked(&self, own: &str, fields: Fields, wrong: &mut Vec<FieldError>) -> Self {
        let name = named(fields.name, &self.name, wrong);
        let email = Address::checked(fields.email, &self.email, wrong);
        let post = named(fields.post, &self.post, wrong);
        let nominated_by = named(fields.nominated_by, &self.nominated_by, wrong);
        if is_same_mailbox(own, &email) {
            let message =
                "A mentor needs an address of their own: nobody approves their own work.".into();
            wrong.push(FieldError {
                name: fields.email,
                message,
            });
        }
        Self {
            name,
            email,
            post,
            nominated_by,
        }
    }
}

/// Begins a mentorship as it stands.
pub async fn appoint(
    tx: &Tx,
    enrolment: &enrolment::Model,
    mentor_id: Uuid,
    state: mentorship::State,
    nominated_by: &str,
) -> Result<()> {
    let row = mentorship::ActiveModel {
        id: Set(Uuid::now_v7()),
        enrolment_id: Set(enrolment.id),
        mentor_id: Set(mentor_id),
        state: Set(state),
        nominated_by: Set(nominated_by.to_owned()),
        started_at: Set(tx.now),
        ended_at: Set(None),
        end_reason: Set(None),
    };
    row.insert(tx).await?;
    Ok(())
}

/// Has the enrolment wait for this mentor's answer, and for nobody else's.
pub async fn await_answer(
    tx: &Tx,
    enrolment: &enrolment::Model,
    mentor_id: Uuid,
    nominated_by: &str,
) -> Result<()> {
    end(tx, enrolment.id, "The school named somebody else.").await?;
    let state = mentorship::State::Invited;
    appoint(tx, enrolment, mentor_id, state, nominated_by).await
}

/// The mentor with this address, added if there is none.
pub async fn find_or_add(tx: &Tx, nomination: &Nomination) -> Result<mentor::Model> {
    let row = mentor::ActiveModel {
        id: Set(Uuid::now_v7()),
        name: Set(nomination.name.clone()),
        email: Set(nomination.email.clone()),
        post: Set(nomination.post.clone()),
        bounced_at: Set(None),
        created_at: Set(tx.now),
    };
    mentor::Entity::insert(row)
        .on_conflict(
            OnConflict::column(mentor::Column::Email)
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    let found = mentor::Entity::find()
        .filter(mentor::Column::Email.eq(&nomination.email))
        .one(tx)
        .await?;
    found.ok_or(Error::NotFound("mentor"))
}
