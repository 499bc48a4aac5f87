//! Listing a school, and looking at one that is on no list.

use async_graphql::{Context, ID, InputObject, Object, Result};

use super::{FoundSchool, School};
use crate::access;
use crate::schema::{actor, maybe_uuid, portal, uuid};
use crate::school::{NewSchool, UnlistedSchool, add, add_unlisted, check};
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

    /// Enters a school that is not on the national list. For people who are signed in. It can be chosen at once by whoever
    /// entered it; others find it once an administrator has looked at it.
    async fn add_unlisted_school(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The school.")] input: AddUnlistedSchoolInput,
    ) -> Result<FoundSchool> {
        let entitled = access::entitle::<access::AddUnlistedSchool>(actor(ctx))?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            add_unlisted(tx, entitled, input.into()).await
        });
        Ok(FoundSchool::from(row.await?))
    }

    /// Accepts a school that somebody entered as one of its own, or says which school of the national list it is: then
    /// whoever is at the one is at the other, and the one that was entered is gone. Answers the school that stays. For
    /// administrators.
    async fn check_school(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which school, and what it is.")] input: CheckSchoolInput,
    ) -> Result<School> {
        let id = uuid(&input.school_id, "school")?;
        let same_as = maybe_uuid(input.same_as.as_ref(), "school")?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let entered = access::load::<access::CheckSchool>(tx, id).await?;
            check(tx, entered, same_as).await
        });
        Ok(School::from(row.await?))
    }
}

/// A school that is not on the national list.
#[derive(InputObject)]
pub struct AddUnlistedSchoolInput {
    /// Its name.
    school_name: String,
    /// Its street, with the number.
    street: Option<String>,
    /// Its town.
    town: String,
    /// Its postcode.
    postcode: String,
    /// The local authority; for a school abroad, its country.
    local_authority: String,
}

impl From<AddUnlistedSchoolInput> for UnlistedSchool {
    fn from(input: AddUnlistedSchoolInput) -> Self {
        Self {
            name: input.school_name,
            street: input.street,
            town: input.town,
            postcode: input.postcode,
            local_authority: input.local_authority,
        }
    }
}

/// What an administrator found out about a school that somebody entered.
#[derive(InputObject)]
pub struct CheckSchoolInput {
    /// The school that was entered.
    school_id: ID,
    /// The school of the national list that it is; left out, it is a school of its own.
    same_as: Option<ID>,
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
