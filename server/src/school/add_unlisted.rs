//! A school that is not on the national list: a new one, or one abroad.

use entity::school;
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::add::insert;
use super::fresh;
use crate::access::{AddUnlistedSchool, Entitled};
use crate::error::{Error, Result};
use crate::person::named;
use crate::tx::Tx;

/// Schools that one person may have waiting to be looked at: nobody works at more, and each is work for the office.
const WAITING: u64 = 3;

/// What somebody says of such a school.
#[derive(Clone, Debug)]
pub struct UnlistedSchool {
    pub name: String,
    pub street: Option<String>,
    pub town: String,
    pub postcode: String,
    pub local_authority: String,
}

/// Writes the school down, to be looked at by an administrator; at once, if one enters it. Until then it exists for whoever
/// entered it alone.
///
/// # Errors
/// `INVALID_INPUT` for what is missing or malformed, `TOO_MANY` for more than three that nobody has looked at.
pub async fn add_unlisted(
    tx: &Tx,
    _: Entitled<AddUnlistedSchool>,
    input: UnlistedSchool,
) -> Result<school::Model> {
    let mut wrong = Vec::new();
    let name = named("schoolName", &input.name, &mut wrong);
    let street = input.street.filter(|street| !street.trim().is_empty());
    let street = street.map(|street| named("street", &street, &mut wrong));
    let town = named("town", &input.town, &mut wrong);
    let postcode = named("postcode", &input.postcode, &mut wrong).to_uppercase();
    let local_authority = named("localAuthority", &input.local_authority, &mut wrong);
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let by = tx.actor.user().map(|user| user.id);
    let checked = tx.actor.is_administrator();
    if !checked && waiting(tx, by).await? >= WAITING {
        return Err(Error::TooMany(format!(
            "You have entered {WAITING} schools that nobody has looked at yet. Ask the programme office before you enter another."
        )));
    }
    let school = school::Model {
        name,
        street,
        town,
        postcode,
        local_authority,
        entered_by: by,
        entered_at: Some(tx.now),
        checked_by: by.filter(|_| checked),
        checked_at: Some(tx.now).filter(|_| checked),
        ..fresh(Uuid::now_v7())
    };
    insert(tx, school).await
}

async fn waiting(tx: &Tx, by: Option<Uuid>) -> Result<u64> {
    let waiting = school::Entity::find()
        .filter(school::Column::EnteredBy.eq(by))
        .filter(school::Column::Urn.is_null())
        .filter(school::Column::CheckedAt.is_null());
    Ok(waiting.count(tx).await?)
}
