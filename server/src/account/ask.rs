//! Asking for a code. Known and unknown addresses take the same way, so that neither answer nor time tells them apart.

use chrono::{DateTime, Duration, Utc};
use entity::letter::Kind;
use entity::{person, sign_in};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _,
};
use uuid::Uuid;

use crate::access::{digest, random_secret};
use crate::error::{Error, Result};
use crate::outbox::{Draft, queue};
use crate::person::{Address, named};
use crate::tx::Tx;

/// Minutes for which a code can be used.
const MINUTES: i64 = 15;
/// Codes that one address may ask for within these minutes.
const AT_MOST: u64 = 5;

/// That a letter is on its way.
#[derive(Clone, Debug)]
pub struct Asked {
    pub id: Uuid,
    pub email: String,
    pub expires_at: DateTime<Utc>,
    /// Goes into a cookie of the browser that asked.
    pub browser: String,
}

/// Queues a letter with a code, or one that says that the address is unknown here.
///
/// # Errors
/// `INVALID_INPUT` for what is no address, `TOO_MANY` after five within a quarter of an hour.
pub async fn ask(tx: &Tx, email: &str) -> Result<Asked> {
    let address = Address::parse(email)
        .ok_or_else(|| {
            Error::field(
                "email",
                "Enter an e-mail address such as name@school.example.",
            )
        })?
        .into_string();
    expect(tx, address, None).await
}

/// Queues a letter with a code for somebody who may be new; they become known once they have used it.
///
/// # Errors
/// `INVALID_INPUT` without a name or address, `TOO_MANY` after five within a quarter of an hour.
pub async fn register(tx: &Tx, name: &str, email: &str) -> Result<Asked> {
    let mut wrong = Vec::new();
    let name = named("name", name, &mut wrong);
    let address = Address::checked("email", email, &mut wrong);
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    expect(tx, address, Some(name)).await
}

async fn expect(tx: &Tx, address: String, name: Option<String>) -> Result<Asked> {
    let recent = sign_in::Entity::find()
        .filter(sign_in::Column::Email.eq(&address))
        .filter(sign_in::Column::CreatedAt.gt(tx.now - Duration::minutes(MINUTES)))
        .count(tx)
        .await?;
    if recent >= AT_MOST {
        return Err(Error::TooMany(
            "Five letters went to this address within a quarter of an hour. Look for the newest one, also among the \
             unwanted mail, or try again in 15 minutes."
                .into(),
        ));
    }
    let person = person::Entity::find()
        .filter(person::Column::Email.eq(&address))
        .one(tx)
        .await?;
    let asked = Asked {
        id: Uuid::now_v7(),
        email: address.clone(),
        expires_at: tx.now + Duration::minutes(MINUTES),
        browser: random_secret()?,
    };
    let row = sign_in::ActiveModel {
        id: Set(asked.id),
        email: Set(address.clone()),
        person_id: Set(person.as_ref().map(|person| person.id)),
        name: Set(name.clone()),
        browser_hash: Set(digest(&asked.browser)),
        tries: Set(0),
        created_at: Set(tx.now),
        expires_at: Set(asked.expires_at),
        used_at: Set(None),
    };
    row.insert(tx).await?;
    let draft = match (person, name) {
        (Some(person), _) => {
            Draft::new(Kind::SignInCode, person.name, address).to_person(person.id)
        }
        (None, Some(name)) => Draft::new(Kind::SignInCode, name, address),
        (None, None) => Draft::new(Kind::SignInUnknown, "", address),
    };
    queue(tx, draft.for_sign_in(asked.id)).await?;
    Ok(asked)
}

/// A sign-in link for the command line, without a letter.
///
/// # Errors
/// `NOT_FOUND` if nobody has this address.
pub async fn print_link(tx: &Tx, email: &str) -> Result<String> {
    let address = email.trim().to_lowercase();
    let person = crate::person::find(tx, &address)
        .await?
        .ok_or(Error::NotFound("person with this address"))?;
    let row = sign_in::ActiveModel {
        id: Set(Uuid::now_v7()),
        email: Set(address),
        person_id: Set(Some(person.id)),
        name: Set(None),
        browser_hash: Set(digest(&random_secret()?)),
        tries: Set(0),
        created_at: Set(tx.now),
        expires_at: Set(tx.now + Duration::minutes(MINUTES)),
        used_at: Set(None),
    };
    let id = row.insert(tx).await?.id;
    Ok(super::sign_in_link(
        &tx.portal.config.public_url,
        &tx.portal.keys,
        id,
    ))
}
