//! An asking that is over because the application is, or because another took its place.

use entity::agreement::{Column, Entity, Model, State};
use entity::letter::{self, Kind, VoidReason};
use entity::{application, event};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

use super::Step;
use super::life::advance;
use super::link::ASKS;
use super::send::write_to;
use crate::error::{Error, Result};
use crate::event::record;
use crate::tx::Tx;

/// Closes what was asked for an application that is over. Whoever was asked, or has signed, hears that nothing is left
/// to do.
pub async fn close(tx: &Tx, application: &application::Model) -> Result<()> {
    let Some(open) = standing(tx, application.id).await? else {
        return Ok(());
    };
    let closed = supersede(tx, open, Step::Expire, "The application is over.").await?;
    write_to(tx, &closed, Kind::AgreementNoLongerNeeded).await?;
    Ok(())
}

/// The asking of an application that is open or signed, with its row locked.
pub async fn standing(tx: &Tx, application_id: Uuid) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::ApplicationId.eq(application_id))
        .filter(Column::State.is_in([State::Sent, State::Bounced, State::Signed]))
        .lock(sea_orm::sea_query::LockType::NoKeyUpdate)
        .one(tx)
        .await?)
}

/// Ends an asking: no letter about it opens anything any more.
pub(super) async fn supersede(tx: &Tx, row: Model, step: Step, reason: &str) -> Result<Model> {
    let reason = reason.to_owned();
    let ended = advance(tx, row, step, |row| row.reason = Set(Some(reason.clone()))).await?;
    letter::Entity::update_many()
        .col_expr(
            letter::Column::VoidReason,
            Expr::value(VoidReason::Superseded),
        )
        // There is an index for the letters of an application.
        .filter(letter::Column::ApplicationId.eq(ended.application_id))
        .filter(letter::Column::AgreementId.eq(ended.id))
        .filter(letter::Column::Kind.is_in(ASKS))
        .filter(letter::Column::VoidReason.is_null())
        .exec(tx)
        .await?;
    let kind = match ended.state {
        State::Revoked => event::Kind::AgreementRevoked,
        _ => event::Kind::AgreementSuperseded,
    };
    record(tx, kind, &ended, Some(reason)).await?;
    Ok(ended)
}

/// The application that an asking is about, for changing both together.
pub(super) async fn application(tx: &Tx, id: Uuid) -> Result<application::Model> {
    application::Entity::find_by_id(id)
        .lock(sea_orm::sea_query::LockType::NoKeyUpdate)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("application"))
}
