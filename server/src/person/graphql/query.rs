//! Asking for people.

use async_graphql::{Context, InputObject, Object, Result};
use entity::person;

use super::{Person, Role};
use crate::person::PersonWhere;
use crate::reading::{Page, SortKey};
use crate::schema::{Connected, list, office};

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
        #[graphql(desc = "Which people; all if left out.", name = "where")] filter: Option<Where>,
    ) -> Result<Connected<Person>> {
        let reader = office(ctx)?;
        let people = PersonWhere::from(filter.unwrap_or_default()).select(reader);
        let by_name = SortKey::text(person::Column::Name);
        list(ctx, people, by_name, Page::new(first, after)?, Person).await
    }
}

/// Which people. What is left out does not narrow the list.
#[derive(Default, InputObject)]
#[graphql(name = "PersonWhere")]
pub struct Where {
    /// With this role.
    role: Option<Role>,
    /// Part of the name or address.
    search: Option<String>,
}

impl From<Where> for PersonWhere {
    fn from(filter: Where) -> Self {
        Self {
            role: filter.role.map(Into::into),
            search: filter.search,
        }
    }
}
