//! Schools in the schema.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use async_graphql::{Context, Description, ID, InputObject, Lookahead, Object, Result};
use entity::{enrolment, school};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, IntoSimpleExpr as _, QueryFilter as _,
    QuerySelect as _,
};
use uuid::Uuid;

use super::NewSchool;
use crate::access::{self, Guarded as _};
use crate::error::Error;
use crate::reading::{Direction, Key, Page, Reader, SortKey, contains, page};
use crate::schema::{
    Connected, Loads, actor, by_id, connect, known, loads, nodes, portal, wants_total,
};
use crate::tx;

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

by_id! {
    /// A school by id.
    SchoolById, school
}

/// How many participants at a school the reader may see, by the school's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct ParticipantsAt(Uuid);

impl Loader<ParticipantsAt> for Reader {
    type Value = i32;
    type Error = async_graphql::Error;

    async fn load(&self, keys: &[ParticipantsAt]) -> Result<HashMap<ParticipantsAt, i32>> {
        let rows: Vec<(Uuid, i64)> = enrolment::Entity::find()
            .select_only()
            .column(enrolment::Column::SchoolId)
            .column_as(enrolment::Column::Id.count(), "n")
            .filter(enrolment::Entity::visible(&self.actor))
            .filter(enrolment::Column::SchoolId.is_in(keys.iter().map(|key| key.0)))
            .group_by(enrolment::Column::SchoolId)
            .into_tuple()
            .all(&self.db)
            .await
            .map_err(Error::from)?;
        let mut found: HashMap<_, i32> = keys.iter().map(|key| (*key, 0)).collect();
        found.extend(
            rows.into_iter()
                .map(|(id, n)| (ParticipantsAt(id), i32::try_from(n).unwrap_or(i32::MAX))),
        );
        Ok(found)
    }
}

/// Loads what the client wants of these schools.
pub async fn prefetch(
    loads: &Loads,
    look: &Lookahead<'_>,
    rows: impl IntoIterator<Item = school::Model>,
) -> Result<()> {
    if look.field("participantCount").exists() {
        loads
            .load_many(rows.into_iter().map(|row| ParticipantsAt(row.id)))
            .await?;
    }
    Ok(())
}

/// A school.
#[derive(Description)]
pub struct School(pub school::Model);

#[Object(use_type_description)]
impl School {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Unique reference number: six digits. Another one after conversion to an academy.
    async fn urn(&self) -> &str {
        &self.0.urn
    }

    /// Its name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Its town.
    async fn town(&self) -> &str {
        &self.0.town
    }

    /// Its postcode.
    async fn postcode(&self) -> &str {
        &self.0.postcode
    }

    /// The local authority.
    async fn local_authority(&self) -> &str {
        &self.0.local_authority
    }

    /// The headteacher's name; null for tools that may not read names.
    async fn head_name(&self, ctx: &Context<'_>) -> Option<&str> {
        self.0
            .head_name
            .as_deref()
            .filter(|_| actor(ctx).may_see_names())
    }

    /// The headteacher's address. Administrators only; null for everyone else.
    async fn head_email(&self, ctx: &Context<'_>) -> Option<&str> {
        self.0
            .head_email
            .as_deref()
            .filter(|_| actor(ctx).is_administrator())
    }

    /// How many participants it has, of those that you may see.
    async fn participant_count(&self, ctx: &Context<'_>) -> Result<i32> {
        Ok(loads(ctx)
            .load_one(ParticipantsAt(self.0.id))
            .await?
            .unwrap_or_default())
    }
}

#[derive(Default)]
pub struct SchoolQuery;

#[Object]
impl SchoolQuery {
    /// Schools that you may see, by name.
    async fn schools(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 0 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last row of the page before.")] after: Option<String>,
        #[graphql(desc = "Part of a name, town or postcode, or a URN.")] search: Option<String>,
    ) -> Result<Connected<School>> {
        let reader = known(ctx)?;
        let mut fits = Condition::all();
        if let Some(text) = search.filter(|text| !text.trim().is_empty()) {
            use school::Column::{Name, Postcode, Town, Urn};
            fits = fits.add(
                [Name, Town, Postcode, Urn]
                    .into_iter()
                    .fold(Condition::any(), |any, column| {
                        any.add(contains(column, &text))
                    }),
            );
        }
        let sort = SortKey {
            expr: school::Column::Name.into_simple_expr(),
            key: Key::Text,
            direction: Direction::Asc,
        };
        let select = school::Entity::find()
            .filter(school::Entity::visible(&reader.actor))
            .filter(fits);
        let wanted = Page::new(first, after)?;
        let slice = page(
            reader,
            select,
            sort,
            school::Column::Id,
            |row| row.id,
            wanted,
            wants_total(ctx),
        )
        .await?;
        for look in nodes(ctx) {
            prefetch(loads(ctx), &look, slice.models()).await?;
        }
        Ok(connect(slice, School))
    }
}

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
        let school = NewSchool {
            urn: input.urn,
            name: input.name,
            town: input.town,
            postcode: input.postcode,
            local_authority: input.local_authority,
            head_name: input.head_name,
            head_email: input.head_email,
        };
        let entitled = access::entitle::<access::AddSchool>(actor(ctx))?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            super::add(tx, entitled, school).await
        });
        Ok(School(row.await?))
    }
}
