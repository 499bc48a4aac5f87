//! A new person who can sign in.

use entity::person_role::Role;
use entity::{delivery_partner, event, partner_member, person, person_role};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::{Address, named};
use crate::access::{AddPerson, Entitled};
use crate::error::{Error, FieldError, Result, breaks_unique};
use crate::event::{About, record};
use crate::tx::Tx;

/// What is known of a person before they can sign in.
#[derive(Clone, Debug)]
pub struct NewPerson {
    pub name: String,
    pub email: String,
    pub roles: Vec<Role>,
    /// Whom somebody with the role of a delivery partner signs in for; nobody for others.
    pub delivery_partner_id: Option<Uuid>,
}

/// Adds somebody who can sign in from now on.
///
/// # Errors
/// `INVALID_INPUT` for a missing name, no address, no role, or an address that somebody has; for a delivery partner
/// without the partner that they sign in for, or with a role that sees more than a partner may.
pub async fn add(tx: &Tx, _: Entitled<AddPerson>, input: NewPerson) -> Result<person::Model> {
    let mut wrong = Vec::new();
    let name = named("name", &input.name, &mut wrong);
    let email = Address::checked("email", &input.email, &mut wrong);
    if input.roles.is_empty() {
        wrong.push(FieldError {
            name: "roles",
            message: "Choose at least one role.".into(),
        });
    }
    let partner = partner(tx, &input, &mut wrong).await?;
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let person = insert(tx, name, email).await?;
    for role in input.roles {
        give_role(tx, person.id, role).await?;
    }
    if let Some(partner) = partner {
        let member = partner_member::ActiveModel {
            person_id: Set(person.id),
            delivery_partner_id: Set(partner),
        };
        partner_member::Entity::insert(member)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(person)
}

/// The delivery partner that somebody signs in for, if they do for one.
async fn partner(tx: &Tx, input: &NewPerson, wrong: &mut Vec<FieldError>) -> Result<Option<Uuid>> {
    let mut refuse = |name, message: &str| {
        let message = message.into();
        wrong.push(FieldError { name, message });
    };
    if !input.roles.contains(&Role::Partner) {
        if input.delivery_partner_id.is_some() {
            let message = "Only somebody with the role of a delivery partner signs in for one.";
            refuse("deliveryPartnerId", message);
        }
        return Ok(None);
    }
    let sees_more = |role: &Role| matches!(role, Role::Tutor | Role::Administrator);
    if input.roles.iter().any(sees_more) {
        let message =
            "A delivery partner sees less than a tutor or an administrator: choose one of these.";
        refuse("roles", message);
    }
    let found = match input.delivery_partner_id {
        Some(id) => delivery_partner::Entity::find_by_id(id).one(tx).await?,
        None => None,
    };
    if found.is_none() {
        refuse(
            "deliveryPartnerId",
            "Choose the delivery partner that they sign in for.",
        );
    }
    Ok(found.map(|partner| partner.id))
}

/// The person with this address, added if there is none; the name of somebody known stays as it is.
pub async fn find_or_add(tx: &Tx, name: String, email: String) -> Result<person::Model> {
    match find(tx, &email).await? {
        Some(person) => Ok(person),
        None => insert(tx, name, email).await,
    }
}

/// The person with this address.
pub async fn find(tx: &Tx, email: &str) -> Result<Option<person::Model>> {
    Ok(person::Entity::find()
        .filter(person::Column::Email.eq(email))
        .one(tx)
        .await?)
}

/// Gives a role; giving it twice changes nothing.
pub async fn give_role(tx: &Tx, person_id: Uuid, role: Role) -> Result<()> {
    person_role::Entity::insert(person_role::ActiveModel {
        person_id: Set(person_id),
        role: Set(role),
    })
    .on_conflict(OnConflict::new().do_nothing().to_owned())
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

async fn insert(tx: &Tx, name: String, email: String) -> Result<person::Model> {
    let row = person::ActiveModel {
        id: Set(Uuid::now_v7()),
        name: Set(name),
        email: Set(email),
        created_at: Set(tx.now),
    };
    let person = row.insert(tx).await.map_err(|error| {
        if breaks_unique(&error, "person", &["email"]) {
            Error::field("email", "Somebody with this address is here already.")
        } else {
            error.into()
        }
    })?;
    record(
        tx,
        event::Kind::PersonAdded,
        About {
            person: Some(person.id),
            ..About::default()
        },
        None,
    )
    .await?;
    Ok(person)
}
