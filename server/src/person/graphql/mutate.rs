//! Adding a person.

use async_graphql::{Context, Error, ID, InputObject, Object, Result};

use super::{Person, Role};
use crate::access;
use crate::person::{NewPerson, add};
use crate::schema::{actor, maybe_uuid, portal};
use crate::tx;

#[derive(Default)]
pub struct PersonMutation;

#[Object]
impl PersonMutation {
    /// Adds somebody who can sign in from now on. For administrators.
    async fn add_person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who, and what they do.")] input: AddPersonInput,
    ) -> Result<Person> {
        let entitled = access::entitle::<access::AddPerson>(actor(ctx))?;
        let person = NewPerson::try_from(input)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            add(tx, entitled, person).await
        });
        Ok(Person::from(row.await?))
    }
}

/// Somebody who can sign in from now on.
#[derive(InputObject)]
pub struct AddPersonInput {
    /// Their name.
    name: String,
    /// Their address; one person an address.
    email: String,
    /// What they do; at least one. A delivery partner is neither tutor nor administrator.
    roles: Vec<Role>,
    /// With the role of a delivery partner: the one that they sign in for.
    delivery_partner_id: Option<ID>,
}

impl TryFrom<AddPersonInput> for NewPerson {
    type Error = Error;

    fn try_from(input: AddPersonInput) -> Result<Self> {
        Ok(Self {
            name: input.name,
            email: input.email,
            roles: input.roles.into_iter().map(Into::into).collect(),
            delivery_partner_id: maybe_uuid(
                input.delivery_partner_id.as_ref(),
                "delivery partner",
            )?,
        })
    }
}
