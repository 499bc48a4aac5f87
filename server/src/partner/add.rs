//! A new delivery partner.

use entity::delivery_partner::Kind;
use entity::{delivery_partner, event};
use sea_orm::ActiveModelTrait as _;
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use crate::access::{AddPartner, Entitled};
use crate::error::{Error, Result, breaks_unique};
use crate::event::{About, record};
use crate::person::named;
use crate::tx::Tx;

/// What is known of a delivery partner.
#[derive(Clone, Debug)]
pub struct NewPartner {
    pub name: String,
    pub kind: Kind,
}

/// Adds the partner; groups and people are given to it afterwards.
///
/// # Errors
/// `INVALID_INPUT` for a missing name, or one that another partner has.
pub async fn add(
    tx: &Tx,
    _: Entitled<AddPartner>,
    input: NewPartner,
) -> Result<delivery_partner::Model> {
    let mut wrong = Vec::new();
    let name = named("name", &input.name, &mut wrong);
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let row = delivery_partner::ActiveModel {
        id: Set(Uuid::now_v7()),
        name: Set(name),
        kind: Set(input.kind),
    };
    let partner = row.insert(tx).await.map_err(|error| {
        match breaks_unique(&error, "delivery_partner", &["name"]) {
            true => Error::field("name", "A delivery partner of that name is listed already."),
            false => error.into(),
        }
    })?;
    record(
        tx,
        event::Kind::PartnerAdded,
        About::default(),
        Some(partner.name.clone()),
    )
    .await?;
    Ok(partner)
}
