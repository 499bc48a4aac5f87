//! Ending sessions.

use entity::{event, session};
use sea_orm::{ColumnTrait as _, EntityTrait as _, ModelTrait as _, QueryFilter as _};
use uuid::Uuid;

use crate::access::{EndSession, Granted};
use crate::error::{Error, Result};
use crate::event::{About, record};
use crate::tx::Tx;

/// Ends one session of the person's own.
pub async fn end(tx: &Tx, session: Granted<EndSession>) -> Result<()> {
    session.into_row().delete(tx).await?;
    note(tx).await
}

/// Ends the session that the request came with.
///
/// # Errors
/// `UNAUTHENTICATED` if nobody is signed in.
pub async fn sign_out(tx: &Tx) -> Result<()> {
    let user = tx.actor.user().ok_or(Error::Unauthenticated)?;
    forget(tx, session::Column::Id, user.session_id).await
}

/// Ends every session of the person.
///
/// # Errors
/// `UNAUTHENTICATED` if nobody is signed in.
pub async fn sign_out_everywhere(tx: &Tx) -> Result<()> {
    let user = tx.actor.user().ok_or(Error::Unauthenticated)?;
    forget(tx, session::Column::PersonId, user.id).await
}

async fn forget(tx: &Tx, column: session::Column, id: Uuid) -> Result<()> {
    session::Entity::delete_many()
        .filter(column.eq(id))
        .exec(tx)
        .await?;
    note(tx).await
}

async fn note(tx: &Tx) -> Result<()> {
    let person = tx.actor.user().map(|user| user.id);
    record(
        tx,
        event::Kind::SignedOut,
        About {
            person,
            ..About::default()
        },
        None,
    )
    .await
}
