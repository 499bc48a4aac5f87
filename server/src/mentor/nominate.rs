//! The school names a mentor.

use entity::{enrolment, mentor, mentorship, person};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use crate::error::{Error, FieldError, Result};
use crate::person::{Address, named};
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
    let mentor = known_or_new(tx, enrolment, nomination, fields).await?;
    let row = mentorship::ActiveModel {
        id: Set(Uuid::now_v7()),
        enrolment_id: Set(enrolment.id),
        mentor_id: Set(mentor.id),
        state: Set(mentorship::State::Active),
        nominated_by: Set(nomination.nominated_by.trim().to_owned()),
        started_at: Set(tx.now),
        ended_at: Set(None),
        end_reason: Set(None),
    };
    row.insert(tx).await?;
    Ok(mentor)
}

async fn known_or_new(
    tx: &Tx,
    enrolment: &enrolment::Model,
    nomination: &Nomination,
    fields: Fields,
) -> Result<mentor::Model> {
    let mut wrong = Vec::new();
    let name = named(fields.name, &nomination.name, &mut wrong);
    let email = Address::checked(fields.email, &nomination.email, &mut wrong);
    let post = named(fields.post, &nomination.post, &mut wrong);
    named(fields.nominated_by, &nomination.nominated_by, &mut wrong);
    let participant = person::Entity::find_by_id(enrolment.person_id)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("person"))?;
    if participant.email == email {
        let message =
            "A mentor needs an address of their own: nobody approves their own work.".into();
        wrong.push(FieldError {
            name: fields.email,
            message,
        });
    }
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let row = mentor::ActiveModel {
        id: Set(Uuid::now_v7()),
        name: Set(name),
        email: Set(email.clone()),
        post: Set(post),
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
        .filter(mentor::Column::Email.eq(email))
        .one(tx)
        .await?;
    found.ok_or(Error::NotFound("mentor"))
}
