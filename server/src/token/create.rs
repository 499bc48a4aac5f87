//! A new key for a reporting tool.

use chrono::{DateTime, Utc};
use entity::{api_token, event, training_group};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, EntityTrait as _};
use uuid::Uuid;

use crate::access::{CreateToken, Entitled, TokenScope, digest, random_secret};
use crate::error::{Error, FieldError, Result};
use crate::event::{About, record};
use crate::person::named;
use crate::tx::Tx;

/// What a key opens.
#[derive(Clone, Debug)]
pub struct NewToken {
    pub name: String,
    pub scopes: Vec<TokenScope>,
    /// None: every group.
    pub group_id: Option<Uuid>,
    pub expires_at: Option<DateTime<Utc>>,
}

/// Makes the key and answers its secret, which is told this once.
///
/// # Errors
/// `INVALID_INPUT` without a name or a scope, for an unknown group, or for an end in the past.
pub async fn create(
    tx: &Tx,
    _: Entitled<CreateToken>,
    input: NewToken,
) -> Result<(String, api_token::Model)> {
    let mut wrong = Vec::new();
    let name = named("name", &input.name, &mut wrong);
    if input.scopes.is_empty() {
        wrong.push(FieldError {
            name: "scopes",
            message: "Choose at least one scope.".into(),
        });
    }
    if input.expires_at.is_some_and(|at| at <= tx.now) {
        wrong.push(FieldError {
            name: "expiresOn",
            message: "Choose a day in the future.".into(),
        });
    }
    if let Some(group) = input.group_id
        && training_group::Entity::find_by_id(group)
            .one(tx)
            .await?
            .is_none()
    {
        wrong.push(FieldError {
            name: "groupId",
            message: "Choose a group that exists.".into(),
        });
    }
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let secret = format!("nas_{}", random_secret()?);
    let mut scopes: Vec<&str> = input.scopes.iter().map(|scope| scope.as_str()).collect();
    scopes.sort_unstable();
    scopes.dedup();
    let row = api_token::ActiveModel {
        id: Set(Uuid::now_v7()),
        name: Set(name),
        token_hash: Set(digest(&secret)),
        scopes: Set(scopes.join(" ")),
        group_id: Set(input.group_id),
        created_at: Set(tx.now),
        expires_at: Set(input.expires_at),
        last_used_at: Set(None),
        revoked_at: Set(None),
    };
    let token = row.insert(tx).await?;
    record(
        tx,
        event::Kind::TokenCreated,
        About::default(),
        Some(token.name.clone()),
    )
    .await?;
    Ok((secret, token))
}
