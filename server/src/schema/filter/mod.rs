//! What clients may say of the rows of a list. A list's filter is declared once, field by field, each with its operator
//! and the value that it looks at; the rest follows.

mod operators;
mod target;
mod words;

pub use operators::{DayFilter, IdFilter, MomentFilter, NumberFilter, Operator, TextFilter, whole};
pub use target::{By, Target, Within, personal, sought, within};
pub(crate) use words::words;

use sea_orm::sea_query::SimpleExpr;
use sea_orm::{Condition, QueryFilter as _, Select};

use crate::access::Guarded;
use crate::error::{Error, Result};
use crate::reading::{Reader, unless};

/// Filters within filters, the outermost counted.
const LEVELS: usize = 5;

/// Conditions in one filter, over all its levels.
const CONDITIONS: usize = 50;

/// A list's filter, as a client sent it.
pub trait Filter: Sized {
    /// What it says of single fields; all of it must hold.
    fn own(&self, reader: &Reader) -> Result<Vec<Condition>>;

    /// What it is put together from besides.
    fn parts(&self) -> Parts<'_, Self>;

    /// The rows that fit.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a filter that is too large or a value that cannot be, `FORBIDDEN` for a field by which the
    /// reader would learn what it may not read.
    fn fits(&self, reader: &Reader) -> Result<Condition> {
        read(self, reader, LEVELS, &mut CONDITIONS.clone())
    }
}

/// The rows that the reader may see and that fit; all of them without a filter.
///
/// # Errors
/// As [`Filter::fits`].
pub fn narrowed<E: Guarded>(reader: &Reader, filter: Option<impl Filter>) -> Result<Select<E>> {
    let seen = E::seen_by(&reader.actor);
    Ok(match filter {
        Some(filter) => seen.filter(filter.fits(reader)?),
        None => seen,
    })
}

/// The filters within a filter.
#[derive(Debug)]
pub struct Parts<'f, F> {
    pub and: Option<&'f [F]>,
    pub or: Option<&'f [F]>,
    pub not: Option<&'f F>,
}

fn read<F: Filter>(
    filter: &F,
    reader: &Reader,
    levels: usize,
    left: &mut usize,
) -> Result<Condition> {
    let levels = levels
        .checked_sub(1)
        .ok_or_else(|| too_large(format!("A filter goes {LEVELS} levels deep at most.")))?;
    let own = filter.own(reader)?;
    // An empty filter counts too.
    *left = left
        .checked_sub(own.len().max(1))
        .ok_or_else(|| too_large(format!("A filter has {CONDITIONS} conditions at most.")))?;
    let mut fits = own.into_iter().fold(Condition::all(), Condition::add);
    let Parts { and, or, not } = filter.parts();
    for part in and.unwrap_or_default() {
        fits = fits.add(read(part, reader, levels, left)?);
    }
    if let Some(parts) = or {
        let mut any = Condition::any();
        for part in parts {
            any = any.add(SimpleExpr::from(read(part, reader, levels, left)?));
        }
        fits = fits.add(SimpleExpr::from(any));
    }
    if let Some(part) = not {
        let part = SimpleExpr::from(read(part, reader, levels, left)?);
        fits = fits.add(unless(part));
    }
    Ok(fits)
}

fn too_large(why: String) -> Error {
    Error::field("where", why)
}

/// Declares a list's filter: each field with its operator, and what this looks at. `$reader` is who looks.
macro_rules! filter {
    (
        $(#[$doc:meta])*
        $vis:vis $name:ident |$reader:ident| {
            $($(#[$field_doc:meta])* $field:ident: $operator:ty => $target:expr;)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, async_graphql::InputObject)]
        $vis struct $name {
            $($(#[$field_doc])* $field: Option<$operator>,)*
            /// All of these fit too.
            and: Option<Vec<$name>>,
            /// At least one of these fits too; none does in an empty list.
            or: Option<Vec<$name>>,
            /// This does not fit.
            not: Option<Box<$name>>,
        }

        impl $crate::schema::Filter for $name {
            fn own(
                &self,
                $reader: &$crate::reading::Reader,
            ) -> $crate::error::Result<Vec<sea_orm::Condition>> {
                let mut said = Vec::new();
                $(
                    if let Some(operator) = &self.$field {
                        said.push($crate::schema::Target::holds($target, $reader, operator)?);
                    }
                )*
                Ok(said)
            }

            fn parts(&self) -> $crate::schema::Parts<'_, Self> {
                $crate::schema::Parts {
                    and: self.and.as_deref(),
                    or: self.or.as_deref(),
                    not: self.not.as_deref(),
                }
            }
        }
    };
}
pub(crate) use filter;
