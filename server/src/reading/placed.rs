//! Rows that stand side by side in one result, read by the places of their columns. By name, each value of a joined row is
//! looked up under a text that is put together for it, which takes longer than reading the value.

use entity::{enrolment, person, school};
use sea_orm::{DbErr, EntityTrait, Iterable as _, QueryResult, QuerySelect, TryGetable};
use uuid::Uuid;

/// A table whose rows can be read so.
pub trait Placed: EntityTrait {
    /// Its columns, in their order.
    const FIELDS: &[&str];

    /// The row whose first column, its id, stands at this place; none where nothing was joined.
    fn placed(found: &QueryResult, first: usize) -> Result<Option<Self::Model>, DbErr>;

    /// Adds its columns to what is selected.
    fn beside<Q: QuerySelect>(select: Q) -> Q {
        select.columns(Self::Column::iter())
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
    }
    person { id, name, email, created_at }
    school { id, urn, name, town, postcode, local_authority, head_name, head_email }
}

fn next<T: TryGetable>(found: &QueryResult, place: &mut usize) -> Result<T, DbErr> {
    let value = found.try_get_by_index(*place)?;
    *place += 1;
    Ok(value)
}
