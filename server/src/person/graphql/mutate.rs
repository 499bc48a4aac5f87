//! Adding a person.

use async_graphql::{Context, InputObject, Object, Result};

use super::{Person, Role};
use crate::access;
use crate::person::{NewPerson, add};
use crate::schema::{actor, portal};
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
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            add(tx, entitled, input.into()).await
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
    /// What they do; at least one.
    roles: Vec<Role>,
}

impl From<AddPersonInput> for NewPerson {
    fn from(input: AddPersonInput) -> Self {
        Self {
            name: input.name,
            email: input.email,
            roles: input.roles.into_iter().map(Into::into).collect(),
        }
    }
}
