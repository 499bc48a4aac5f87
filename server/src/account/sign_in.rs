//! Signing in by the code or the link of a letter.

use chrono::{DateTime, Duration, Utc};
use entity::{event, person, session, sign_in};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _,
    IntoActiveModel as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use super::Visit;
use crate::access::{Actor, Keys, Purpose, User, digest, random_secret};
use crate::error::{Error, Result};
use crate::event::{About, record_by};
use crate::person::find_or_add;
use crate::tx::Tx;

/// Wrong codes that one letter bears.
const TRIES: i32 = 5;
/// Days that a session lasts.
const SESSION_DAYS: i64 = 30;

/// What came of a try. A wrong code is no error of the transaction: it has to be counted.
#[derive(Clone, Debug)]
pub enum SignedIn {
    /// The cookie's value, and whose it is.
    Yes {
        cookie: String,
        person_id: Uuid,
        session_id: Uuid,
        expires_at: DateTime<Utc>,
    },
    /// Not these digits; so many tries are left.
    WrongCode { left: i32 },
    /// No code that this browser asked for can still be used.
    Expired,
}

/// Signs in by the digits that went to the browser which asked for them.
pub async fn sign_in_by_code(tx: &Tx, visit: &Visit, typed: &str) -> Result<SignedIn> {
    let Some(browser) = &visit.browser else {
        return Ok(SignedIn::Expired);
    };
    let found = sign_in::Entity::find()
        .filter(sign_in::Column::BrowserHash.eq(digest(browser)))
        .filter(sign_in::Column::UsedAt.is_null())
        .filter(sign_in::Column::ExpiresAt.gt(tx.now))
        .order_by_desc(sign_in::Column::Id)
        .lock_exclusive()
        .one(tx)
        .await?;
    let Some(asked) = found.filter(|asked| asked.tries < TRIES) else {
        return Ok(SignedIn::Expired);
    };
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    // An unknown address was sent no code; its guesses are counted all the same.
    let right = tx.portal.keys.is_code(asked.id, &digits);
    match right && is_awaited(&asked) {
        true => open(tx, visit, asked).await,
        false => {
            let tries = asked.tries + 1;
            let mut row = asked.into_active_model();
            row.tries = Set(tries);
            row.update(tx).await?;
            Ok(SignedIn::WrongCode {
                left: TRIES - tries,
            })
        }
    }
}

/// Signs in by the link; whoever holds it reads the mailbox.
pub async fn sign_in_by_link(tx: &Tx, visit: &Visit, token: &str) -> Result<SignedIn> {
    match link_target(tx, &tx.portal.keys, token, tx.now).await? {
        Some(asked) => open(tx, visit, asked).await,
        None => Ok(SignedIn::Expired),
    }
}

/// What a sign-in link is for, while it can be used.
pub async fn link_target(
    db: &impl ConnectionTrait,
    keys: &Keys,
    token: &str,
    now: DateTime<Utc>,
) -> Result<Option<sign_in::Model>> {
    let Some(id) = keys.open(Purpose::SignIn, token) else {
        return Ok(None);
    };
    let found = sign_in::Entity::find_by_id(id)
        .filter(sign_in::Column::UsedAt.is_null())
        .filter(sign_in::Column::ExpiresAt.gt(now))
        .one(db)
        .await?;
    Ok(found.filter(is_awaited))
}

/// Whether there is somebody to sign in: who is known, or who said their name.
fn is_awaited(asked: &sign_in::Model) -> bool {
    asked.person_id.is_some() || asked.name.is_some()
}

/// The address of a sign-in link.
pub fn sign_in_link(public_url: &str, keys: &Keys, sign_in: Uuid) -> String {
    format!(
        "{public_url}/sign-in/{}",
        keys.token(Purpose::SignIn, sign_in)
    )
}

async fn open(tx: &Tx, visit: &Visit, asked: sign_in::Model) -> Result<SignedIn> {
    // Of two that come at once, one marks it used; the condition is what decides, on either database.
    let used = sign_in::Entity::update_many()
        .col_expr(
            sign_in::Column::UsedAt,
            sea_orm::sea_query::Expr::value(tx.now),
        )
        .filter(sign_in::Column::Id.eq(asked.id))
        .filter(sign_in::Column::UsedAt.is_null())
        .exec(tx)
        .await?
        .rows_affected;
    if used == 0 {
        return Ok(SignedIn::Expired);
    }
    let person = whose(tx, asked).await?;
    let cookie = random_secret()?;
    let expires_at = tx.now + Duration::days(SESSION_DAYS);
    let row = session::ActiveModel {
        id: Set(Uuid::now_v7()),
        person_id: Set(person.id),
        token_hash: Set(digest(&cookie)),
        created_at: Set(tx.now),
        seen_at: Set(tx.now),
        expires_at: Set(expires_at),
        ip: Set(visit.ip.to_string()),
        user_agent: Set(visit.user_agent.chars().take(300).collect()),
    };
    let session = row.insert(tx).await?;
    let user = User {
        id: person.id,
        name: person.name,
        roles: Vec::new(),
        session_id: session.id,
    };
    let about = About {
        person: Some(person.id),
        ..About::default()
    };
    record_by(tx, &Actor::Person(user), event::Kind::SignedIn, about, None).await?;
    Ok(SignedIn::Yes {
        cookie,
        person_id: person.id,
        session_id: session.id,
        expires_at,
    })
}

/// Whoever is known, or becomes known by reading the mailbox.
async fn whose(tx: &Tx, asked: sign_in::Model) -> Result<person::Model> {
    match (asked.person_id, asked.name) {
        (Some(id), _) => person::Entity::find_by_id(id)
            .one(tx)
            .await?
            .ok_or(Error::NotFound("person")),
        (None, Some(name)) => find_or_add(tx, name, asked.email).await,
        (None, None) => Err(Error::NotFound("person")),
    }
}
