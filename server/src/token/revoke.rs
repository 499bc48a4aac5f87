//! Taking a key away.

use entity::{api_token, event};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _};

use crate::access::{Granted, RevokeToken};
use crate::error::Result;
use crate::event::{About, record};
use crate::tx::Tx;

/// The key opens nothing from now on. Revoking it twice changes nothing.
pub async fn revoke(tx: &Tx, token: Granted<RevokeToken>) -> Result<api_token::Model> {
    let token = token.into_row();
    if token.revoked_at.is_some() {
        return Ok(token);
    }
    let mut row = token.into_active_model();
    row.revoked_at = Set(Some(tx.now));
    let token = row.update(tx).await?;
    record(
        tx,
        event::Kind::TokenRevoked,
        About::default(),
        Some(token.name.clone()),
    )
    .await?;
    Ok(token)
}
