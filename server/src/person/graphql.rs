//! People in the schema.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use async_graphql::{Context, Description, Enum, ID, InputObject, Lookahead, Object, Result};
use entity::{person, person_role};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, IntoSimpleExpr as _, QueryFilter as _,
    QuerySelect as _, QueryTrait as _,
};
use uuid::Uuid;

use super::NewPerson;
use crate::access::{self, Actor, Guarded as _};
use crate::error::Error;
use crate::reading::{Direction, Key, Page, Reader, SortKey, contains, page};
use crate::schema::{
    Connected, Loads, actor, by_id, connect, known, loads, nodes, portal, wants_total,
};
use crate::tx;

/// What a person does in the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "person_role::Role")]
pub enum Role {
    /// Works towards the award.
    Participant,
    /// An academic tutor with a caseload.
    Tutor,
    /// A programme administrator.
    Administrator,
}

/// Which people. What is left out does not narrow the list.
#[derive(Default, InputObject)]
pub struct PersonWhere {
    /// With this role.
    role: Option<Role>,
    /// Part of the name or address.
    search: Option<String>,
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

by_id! {
    /// A person by id.
    PersonById, person
}

/// The roles of a person, by the person's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RolesOf(pub Uuid);

impl Loader<RolesOf> for Reader {
    type Value = Vec<person_role::Role>;
    type Error = async_graphql::Error;

    async fn load(&self, keys: &[RolesOf]) -> Result<HashMap<RolesOf, Vec<person_role::Role>>> {
        let rows = person_role::Entity::find()
            .filter(person_role::Column::PersonId.is_in(keys.iter().map(|key| key.0)))
            .all(&self.db)
            .await
            .map_err(Error::from)?;
        let mut found: HashMap<_, Vec<_>> = keys.iter().map(|key| (*key, Vec::new())).collect();
        for row in rows {
            found
                .entry(RolesOf(row.person_id))
                .or_default()
                .push(row.role);
        }
        Ok(found)
    }
}

/// Loads what the client wants of these people.
pub async fn prefetch(
    loads: &Loads,
    look: &Lookahead<'_>,
    rows: impl IntoIterator<Item = person::Model>,
) -> Result<()> {
    if look.field("roles").exists() {
        loads
            .load_many(rows.into_iter().map(|row| RolesOf(row.id)))
            .await?;
    }
    Ok(())
}

/// Somebody who can sign in.
#[derive(Description)]
pub struct Person(pub person::Model);

#[Object(use_type_description)]
impl Person {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Their name; "(hidden)" for tools that may not read names.
    async fn name(&self, ctx: &Context<'_>) -> &str {
        if actor(ctx).may_see_names() {
            &self.0.name
        } else {
            "(hidden)"
        }
    }

    /// Their address; null for tools that may not read addresses.
    async fn email(&self, ctx: &Context<'_>) -> Option<&str> {
        let shown = match actor(ctx) {
            Actor::Token(_) => actor(ctx).may_see_names(),
            // Nobody sees a person before signing in, but for themselves in the answer that signs them in.
            Actor::Person(_) | Actor::Anonymous => true,
            Actor::Mentor { .. } | Actor::Headteacher { .. } | Actor::System => false,
        };
        shown.then_some(self.0.email.as_str())
    }

    /// What they do in the programme.
    async fn roles(&self, ctx: &Context<'_>) -> Result<Vec<Role>> {
        let found = loads(ctx).load_one(RolesOf(self.0.id)).await?;
        Ok(found
            .unwrap_or_default()
            .into_iter()
            .map(Into::into)
            .collect())
    }
}

#[derive(Default)]
pub struct PersonQuery;

#[Object]
impl PersonQuery {
    /// People who can sign in, by name. For administrators.
    async fn people(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 0 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last row of the page before.")] after: Option<String>,
        #[graphql(desc = "Which people; all if left out.", name = "where")] filter: Option<
            PersonWhere,
        >,
    ) -> Result<Connected<Person>> {
        let reader = known(ctx)?;
        access::entitle::<access::ReadOffice>(&reader.actor)?;
        let filter = filter.unwrap_or_default();
        let mut fits = Condition::all();
        if let Some(role) = filter.role {
            let holders = person_role::Entity::find()
                .select_only()
                .column(person_role::Column::PersonId)
                .filter(person_role::Column::Role.eq(person_role::Role::from(role)))
                .into_query();
            fits = fits.add(person::Column::Id.in_subquery(holders));
        }
        if let Some(text) = filter.search.filter(|text| !text.trim().is_empty()) {
            let found = Condition::any()
                .add(contains(person::Column::Name, &text))
                .add(contains(person::Column::Email, &text));
            fits = fits.add(found);
        }
        let sort = SortKey {
            expr: person::Column::Name.into_simple_expr(),
            key: Key::Text,
            direction: Direction::Asc,
        };
        let select = person::Entity::find()
            .filter(person::Entity::visible(&reader.actor))
            .filter(fits);
        let wanted = Page::new(first, after)?;
        let slice = page(
            reader,
            select,
            sort,
            person::Column::Id,
            |row| row.id,
            wanted,
            wants_total(ctx),
        )
        .await?;
        for look in nodes(ctx) {
            prefetch(loads(ctx), &look, slice.models()).await?;
        }
        Ok(connect(slice, Person))
    }
}

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
        let person = NewPerson {
            name: input.name,
            email: input.email,
            roles: input.roles.into_iter().map(Into::into).collect(),
        };
        let entitled = access::entitle::<access::AddPerson>(actor(ctx))?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            super::add(tx, entitled, person).await
        });
        Ok(Person(row.await?))
    }
}
