//! The school names another mentor once the enrolment has begun: whoever was asked before is asked no longer.

use entity::application::{Column, Entity};
use entity::enrolment;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::close;
use crate::access::{Granted, ReplaceMentor};
use crate::error::Result;
use crate::mentor::{self, Nomination};
use crate::tx::Tx;

/// Closes the invitation that the enrolment came with, if it has one, and puts the new mentor in the place.
///
/// # Errors
/// As [`mentor::replace`].
pub async fn replace(
    tx: &Tx,
    enrolment: Granted<ReplaceMentor>,
    nomination: &Nomination,
    reason: &str,
) -> Result<enrolment::Model> {
    let applied = Entity::find()
        .filter(Column::EnrolmentId.eq(enrolment.id))
        .one(tx)
        .await?;
    if let Some(applied) = applied {
        close(tx, applied.id).await?;
    }
    mentor::replace(tx, enrolment, nomination, reason).await
}
