//! A new school.

use entity::{event, school};
use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _};
use uuid::Uuid;

use super::{fresh, words};
use crate::access::{AddSchool, Entitled};
use crate::error::{Error, FieldError, Result, breaks_unique};
use crate::event::{About, record};
use crate::person::{Address, named};
use crate::tx::Tx;

/// What is known of a school before it is listed.
#[derive(Clone, Debug)]
pub struct NewSchool {
    pub urn: String,
    pub name: String,
    pub town: String,
    pub postcode: String,
    pub local_authority: String,
    pub head_name: Option<String>,
    pub head_email: Option<String>,
}

/// Lists the school.
///
/// # Errors
/// `INVALID_INPUT` for what is missing or malformed, a headteacher's name without an address or the reverse, or a URN
/// that is listed.
pub async fn add(tx: &Tx, _: Entitled<AddSchool>, input: NewSchool) -> Result<school::Model> {
    let mut wrong = Vec::new();
    let urn = input.urn.trim().to_owned();
    if urn.len() != 6 || !urn.bytes().all(|digit| digit.is_ascii_digit()) {
        wrong.push(FieldError {
            name: "urn",
            message: "A URN has six digits, such as 100001.".into(),
        });
    }
    let name = named("name", &input.name, &mut wrong);
    let town = named("town", &input.town, &mut wrong);
    let postcode = named("postcode", &input.postcode, &mut wrong).to_uppercase();
    let local_authority = named("localAuthority", &input.local_authority, &mut wrong);
    let given = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let (head_name, head_email) = match (given(input.head_name), given(input.head_email)) {
        (None, None) => (None, None),
        (head, email) => (
            Some(named("headName", &head.unwrap_or_default(), &mut wrong)),
            Some(Address::checked(
                "headEmail",
                &email.unwrap_or_default(),
                &mut wrong,
            )),
        ),
    };
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let (by, at) = (tx.actor.user().map(|user| user.id), Some(tx.now));
    let school = school::Model {
        urn: Some(urn),
        name,
        town,
        postcode,
        local_authority,
        head_name,
        head_email,
        entered_by: by,
        entered_at: at,
        checked_by: by,
        checked_at: at,
        ..fresh(Uuid::now_v7())
    };
    insert(tx, school).await
}

/// Writes the school down, with the words by which it is found.
pub(super) async fn insert(tx: &Tx, school: school::Model) -> Result<school::Model> {
    let row = school.into_active_model().insert(tx);
    let school = row.await.map_err(|error| {
        if breaks_unique(&error, "school", &["urn"]) {
            Error::field("urn", "A school with this URN is listed already.")
        } else {
            error.into()
        }
    })?;
    words::note(tx, std::slice::from_ref(&school)).await?;
    record(
        tx,
        event::Kind::SchoolAdded,
        About::default(),
        Some(school.name.clone()),
    )
    .await?;
    Ok(school)
}
