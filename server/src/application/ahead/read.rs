//! Reading what lies ahead of many applications.

use sea_orm::sea_query::Expr;
use sea_orm::{ActiveEnum as _, ConnectionTrait as _, Iterable as _};
use uuid::Uuid;

use super::rules::{hindered, rows, step};
use super::{NextStep, Trouble};
use crate::error::Result;
use crate::reading::{Found, Reader, any_of};

/// What lies ahead of one application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ahead {
    pub step: NextStep,
    /// What hinders it.
    pub troubles: Vec<Trouble>,
}

/// What lies ahead of each of these, which the reader may see, in one statement.
pub async fn ahead(reader: &Reader, ids: &[Uuid]) -> Result<Found<Option<Ahead>>> {
    let backend = reader.db.get_database_backend();
    let mut asked = rows();
    asked.expr_as(step(backend), "step");
    for trouble in Trouble::iter() {
        asked.expr_as(hindered(trouble, backend), trouble.to_value());
    }
    asked.and_where(any_of(&reader.db, Expr::cust("application.id"), ids));
    let mut found = Found::default();
    for row in reader.db.query_all(&asked).await? {
        let mut troubles = Vec::new();
        for trouble in Trouble::iter() {
            if row.try_get("", &trouble.to_value())? {
                troubles.push(trouble);
            }
        }
        let step = row.try_get("", "step")?;
        found.insert(row.try_get("", "id")?, Some(Ahead { step, troubles }));
    }
    Ok(found)
}
