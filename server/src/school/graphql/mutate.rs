//! Listing a school.

use async_graphql::{Context, InputObject, Object, Result};

use super::School;
use crate::access;
use crate::schema::{actor, portal};
use crate::school::{NewSchool, add};
use crate::tx;

#[derive(Default)]
pub struct SchoolMutation;

#[Object]
impl SchoolMutation {
    /// Lists a school. For administrators.
    async fn add_school(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The school.")] input: AddSchoolInput,
    ) -> Result<School> {
        let entitled = access::entitle::<access::AddSchool>(actor(ctx))?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            add(tx, entitled, input.into()).await
        });
        Ok(School::from(row.await?))
    }
}

/// A school to list.
#[derive(InputObject)]
pub struct AddSchoolInput {
    /// Unique reference number: six digits.
    urn: String,
    /// Its name.
    name: String,
    /// Its town.
    town: String,
    /// Its postcode.
    postcode: String,
    /// The local authority.
    local_authority: String,
    /// The headteacher's name, with the address.
    head_name: Option<String>,
    /// The headteacher's address, with the name.
    head_email: Option<String>,
}

impl From<AddSchoolInput> for NewSchool {
    fn from(input: AddSchoolInput) -> Self {
        Self {
            urn: input.urn,
            name: input.name,
            town: input.town,
            postcode: input.postcode,
            local_authority: input.local_authority,
            head_name: input.head_name,
            head_email: input.head_email,
        }
    }
}
