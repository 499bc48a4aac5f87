//! The school names another mentor in place of the present one.

use entity::{enrolment, event, mentor, mentorship};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QuerySelect as _,
};

use super::{Fields, Nomination, nominate};
use crate::access::{Granted, ReplaceMentor};
use crate::approval;
use crate::error::{Error, FieldError, Result};
use crate::event::{About, record};
use crate::person::{Address, named};
use crate::tx::Tx;

/// Ends the mentorship, begins the new one, and moves what waits.
///
/// # Errors
/// `INVALID_INPUT` for what is missing, the participant's own address, or the present mentor's.
pub async fn replace(
    tx: &Tx,
    enrolment: Granted<ReplaceMentor>,
    nomination: &Nomination,
    reason: &str,
) -> Result<enrolment::Model> {
    let enrolment = enrolment.into_row();
    let mut wrong = Vec::new();
    let reason = named("reason", reason, &mut wrong);
    let open = mentorship::Entity::find()
        .filter(mentorship::Column::EnrolmentId.eq(enrolment.id))
        .filter(mentorship::Column::EndedAt.is_null())
        .lock_exclusive()
        .one(tx)
        .await?;
    let before = match &open {
        Some(open) => mentor::Entity::find_by_id(open.mentor_id).one(tx).await?,
        None => None,
    };
    let wanted = Address::parse(&nomination.email);
    if before
        .as_ref()
        .zip(wanted.as_ref())
        .is_some_and(|(before, wanted)| before.email == wanted.as_str())
    {
        wrong.push(FieldError {
            name: "email",
            message: "This is the present mentor's address.".into(),
        });
    }
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    if let Some(open) = open {
        let mut row = open.into_active_model();
        row.state = Set(mentorship::State::Ended);
        row.ended_at = Set(Some(tx.now));
        row.end_reason = Set(Some(reason.clone()));
        row.update(tx).await?;
    }
    let fields = Fields {
        name: "name",
        email: "email",
        post: "post",
        nominated_by: "nominatedBy",
    };
    let after = nominate(tx, &enrolment, nomination, fields).await?;
    let about = About {
        mentor: Some(after.id),
        ..About::from(&enrolment)
    };
    record(tx, event::Kind::MentorReplaced, about, Some(reason)).await?;
    if let Some(before) = before {
        approval::move_to(tx, enrolment.id, &before, &after).await?;
    }
    Ok(enrolment)
}
