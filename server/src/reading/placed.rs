//! Rows that stand side by side in one result, read by the places of their columns. By name, each value of a joined row is
//! looked up under a text that is put together for it, which takes longer than reading the value.

use std::marker::PhantomData;
use std::sync::Arc;

use entity::{enrolment, person, school, training_group};
use sea_orm::{
    ConnectionTrait, DbErr, EntityTrait, Iterable as _, JoinType, QueryResult, QuerySelect,
    QueryTrait as _, RelationDef, Select, TryGetable,
};
use uuid::Uuid;

/// A table whose rows can be read so.
pub trait Placed: EntityTrait {
    /// Its columns, in their order.
    const FIELDS: &[&str];

    /// The row whose first column, its id, stands at this place; none where nothing was joined.
    fn placed(found: &QueryResult, first: usize) -> Result<Option<Self::Model>, DbErr>;
}

/// Rows with those of other tables beside them.
pub struct Wide<E: Placed> {
    select: Select<E>,
    width: usize,
}

impl<E: Placed> Wide<E> {
    pub fn new(select: Select<E>) -> Self {
        Self {
            select,
            width: E::FIELDS.len(),
        }
    }

    /// Has rows of `T` come along, under this name, if they are wanted; answers where they stand.
    pub fn with<T: Placed>(
        &mut self,
        wanted: bool,
        mut by: RelationDef,
        name: &'static str,
    ) -> Beside<T> {
        if !wanted {
            return Beside(None, PhantomData);
        }
        by.to_tbl = by.to_tbl.alias(name);
        let query = QuerySelect::query(&mut self.select);
        query.join(JoinType::LeftJoin, by.to_tbl.clone(), by);
        query.columns(T::Column::iter().map(|column| (name, column)));
        let place = self.width;
        self.width += T::FIELDS.len();
        Beside(Some(place), PhantomData)
    }

    /// All of them.
    pub async fn all(self, db: &impl ConnectionTrait) -> Result<Vec<QueryResult>, DbErr> {
        db.query_all(self.select.as_query()).await
    }
}

/// Where the rows of a table stand, if they were wanted.
pub struct Beside<T>(Option<usize>, PhantomData<T>);

impl<T: Placed> Beside<T> {
    /// The row in one result; none where it was not wanted, and none within where nothing was joined.
    #[allow(
        clippy::option_option,
        reason = "not wanted is something else than not there"
    )]
    pub fn of(&self, found: &QueryResult) -> Result<Option<Option<Arc<T::Model>>>, DbErr> {
        let row = self.0.map(|place| T::placed(found, place)).transpose()?;
        Ok(row.map(|row| row.map(Arc::new)))
    }
}

macro_rules! placed {
    ($($table:ident { $($field:ident),* $(,)? })*) => {
        $(
            impl Placed for $table::Entity {
                const FIELDS: &[&str] = &[$(stringify!($field)),*];

                fn placed(found: &QueryResult, first: usize) -> Result<Option<$table::Model>, DbErr> {
                    if found.try_get_by_index::<Option<Uuid>>(first)?.is_none() {
                        return Ok(None);
                    }
                    let mut place = first;
                    Ok(Some($table::Model { $($field: next(found, &mut place)?),* }))
                }
            }
        )*

        #[cfg(test)]
        mod tests {
            use super::*;

            #[test]
            fn fields_stand_in_the_order_of_their_columns() {
                $(
                    let columns: Vec<String> = $table::Column::iter()
                        .map(|column| sea_orm::IdenStatic::as_str(&column).to_owned())
                        .collect();
                    assert_eq!(columns, $table::Entity::FIELDS);
                )*
            }
        }
    };
}

placed! {
    enrolment {
        id, person_id, cohort_id, group_id, school_id, state, appointed_on, started_on, ends_on, created_at,
        clock_runs,
    }
    person { id, name, email, created_at }
    training_group {
        id, cohort_id, name, place, mode, tutor_id, venue, postcode, easting, northing, capacity, delivery_partner_id,
        version,
    }
    school {
        id, urn, name, town, postcode, local_authority, head_name, head_email, local_authority_code, kind, phase, status,
        ukprn, street, easting, northing, opened_on, closed_on, entered_by, entered_at, checked_by, checked_at, listed_at,
    }
}

fn next<T: TryGetable>(found: &QueryResult, place: &mut usize) -> Result<T, DbErr> {
    let value = found.try_get_by_index(*place)?;
    *place += 1;
    Ok(value)
}
