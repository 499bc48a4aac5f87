//! What the schema shows is written by its type, without a future for every field: whatever has to be loaded is loaded
//! before, for all rows at once.

use std::sync::Arc;

use async_graphql::{ID, OutputType, Result};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use futures_util::future::BoxFuture;

use super::Loads;
use super::plan::{Asked, Plan};
use super::writer::{Failed, Writer};
use crate::error::Error;

/// A type of the schema.
pub trait Shown: OutputType + Sized {
    /// What is wanted of a value of this type. Nothing, for what has no fields.
    fn plan(_asked: &Asked<'_>) -> Plan {
        Plan::default()
    }

    /// Loads what is wanted of these values: a fixed number of statements a kind, however many values there are. Boxed,
    /// since the types stand in a circle: a task has a participant, who has tasks.
    fn prefetch<'a>(
        _loads: &'a Loads,
        _plan: &'a Plan,
        _values: Vec<Self>,
    ) -> BoxFuture<'a, Result<()>>
    where
        Self: 'a,
    {
        Box::pin(async { Ok(()) })
    }

    /// Writes what is wanted of this value.
    fn write<'p>(&self, loads: &Loads, plan: &'p Plan, to: &mut Writer<'p>) -> Result<(), Failed>;
}

/// Types that are one JSON value, by what writes them.
macro_rules! shown {
    ($($ty:ty: |$value:ident, $to:ident| $write:expr;)*) => {$(
        impl $crate::schema::Shown for $ty {
            fn write<'p>(
                &self,
                _: &$crate::schema::Loads,
                _: &'p $crate::schema::Plan,
                $to: &mut $crate::schema::Writer<'p>,
            ) -> Result<(), $crate::schema::Failed> {
                let $value = self;
                $write
            }
        }
    )*};
}

/// Enums of the schema, which are written by name.
macro_rules! named {
    ($($ty:ty),* $(,)?) => {$(
        impl $crate::schema::Shown for $ty {
            fn write<'p>(
                &self,
                _: &$crate::schema::Loads,
                _: &'p $crate::schema::Plan,
                to: &mut $crate::schema::Writer<'p>,
            ) -> Result<(), $crate::schema::Failed> {
                use async_graphql::resolver_utils::EnumType as _;
                let word = <$ty>::items().iter().find(|item| item.value == *self);
                to.plain(word.map_or("", |item| item.name));
                Ok(())
            }
        }
    )*};
}
pub(crate) use named;

shown! {
    bool: |value, to| to.value(value);
    i32: |value, to| to.value(value);
    i64: |value, to| to.value(value);
    f64: |value, to| to.value(value);
    String: |value, to| to.value(value);
    &str: |value, to| to.value(value);
    ID: |value, to| to.value(&value.0);
    NaiveDate: |value, to| { to.plain(value); Ok(()) };
    DateTime<Utc>: |value, to| { to.plain(value.to_rfc3339_opts(SecondsFormat::AutoSi, false)); Ok(()) };
}

/// What holds `T`s plans and loads what they do.
macro_rules! as_within {
    () => {
        fn plan(asked: &Asked<'_>) -> Plan {
            T::plan(asked)
        }

        fn prefetch<'a>(
            loads: &'a Loads,
            plan: &'a Plan,
            values: Vec<Self>,
        ) -> BoxFuture<'a, Result<()>>
        where
            Self: 'a,
        {
            T::prefetch(loads, plan, values.into_iter().flatten().collect())
        }
    };
}

impl<T: Shown> Shown for Option<T> {
    as_within!();

    fn write<'p>(&self, loads: &Loads, plan: &'p Plan, to: &mut Writer<'p>) -> Result<(), Failed> {
        match self {
            Some(value) => to.nullable(|to| value.write(loads, plan, to)),
            None => to.null(),
        }
        Ok(())
    }
}

impl<T: Shown> Shown for Vec<T> {
    as_within!();

    fn write<'p>(&self, loads: &Loads, plan: &'p Plan, to: &mut Writer<'p>) -> Result<(), Failed> {
        to.list(self, |to, value| value.write(loads, plan, to))
    }
}

/// What cannot be had is noted in the answer; around it, the nearest value that may be null becomes null.
impl<T: Shown> Shown for Result<T> {
    as_within!();

    fn write<'p>(&self, loads: &Loads, plan: &'p Plan, to: &mut Writer<'p>) -> Result<(), Failed> {
        match self {
            Ok(value) => value.write(loads, plan, to),
            Err(why) => Err(to.fail(why.clone())),
        }
    }
}

/// The one row of what was found, as the schema shows it.
///
/// # Errors
/// `NOT_FOUND`, by `name`, if there is none for this reader.
pub fn must<N: From<Arc<M>>, M>(found: Option<Arc<M>>, name: &'static str) -> Result<N> {
    Ok(found.map(N::from).ok_or(Error::NotFound(name))?)
}

/// Many rows, or perhaps one, as the schema shows them.
pub fn each<N, M, C>(found: C) -> <C as Mapped<M>>::To<N>
where
    N: From<Arc<M>>,
    C: Mapped<M>,
{
    found.mapped()
}

/// A collection of rows.
pub trait Mapped<M> {
    type To<N>;

    fn mapped<N: From<Arc<M>>>(self) -> Self::To<N>;
}

impl<M> Mapped<M> for Option<Arc<M>> {
    type To<N> = Option<N>;

    fn mapped<N: From<Arc<M>>>(self) -> Option<N> {
        self.map(N::from)
    }
}

impl<M> Mapped<M> for Vec<Arc<M>> {
    type To<N> = Vec<N>;

    fn mapped<N: From<Arc<M>>>(self) -> Vec<N> {
        self.into_iter().map(N::from).collect()
    }
}
