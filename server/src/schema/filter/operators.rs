//! The operators that filters are made of.

use async_graphql::{ID, InputObject};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::Condition;
use sea_orm::sea_query::{ExprTrait as _, SimpleExpr};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::reading::{Reader, any_of, any_text, contains, in_calendar, starts_with, unless};

/// What a client says of one value. All of it must hold; what is left out says nothing. A value that is not there fits
/// none of it.
pub trait Operator {
    /// The rows of which it holds.
    fn on(&self, reader: &Reader, value: SimpleExpr) -> Result<Condition>;
}

/// What a text is to be like. All that is said must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub struct TextFilter {
    /// Exactly this, capitals told apart.
    eq: Option<String>,
    /// Exactly one of these; nothing fits an empty list.
    one_of: Option<Vec<String>>,
    /// With this somewhere in it, whatever the capitals.
    contains: Option<String>,
    /// With this at its beginning, whatever the capitals.
    starts_with: Option<String>,
}

impl Operator for TextFilter {
    fn on(&self, reader: &Reader, value: SimpleExpr) -> Result<Condition> {
        let mut fits = Condition::all();
        if let Some(text) = &self.eq {
            fits = fits.add(value.clone().eq(whole("eq", text)?));
        }
        if let Some(texts) = &self.one_of {
            let texts = texts.iter().map(|text| Ok(whole("oneOf", text)?.into()));
            let texts: Vec<String> = texts.collect::<Result<_>>()?;
            fits = fits.add(any_text(&reader.db, value.clone(), texts));
        }
        if let Some(text) = &self.contains {
            fits = fits.add(contains(value.clone(), whole("contains", text)?));
        }
        if let Some(text) = &self.starts_with {
            fits = fits.add(starts_with(value, whole("startsWith", text)?));
        }
        Ok(fits)
    }
}

/// A text that a database can be asked about.
///
/// # Errors
/// `INVALID_INPUT` for one that PostgreSQL cannot even be given.
pub fn whole<'t>(name: &'static str, text: &'t str) -> Result<&'t str> {
    if text.contains('\0') {
        Err(Error::field(
            name,
            "A text cannot have the character U+0000.",
        ))
    } else {
        Ok(text)
    }
}

/// Whose id it is to be.
#[derive(Clone, Debug, Default, InputObject)]
pub struct IdFilter {
    /// This one.
    eq: Option<ID>,
    /// One of these; nothing fits an empty list.
    one_of: Option<Vec<ID>>,
}

impl Operator for IdFilter {
    fn on(&self, reader: &Reader, value: SimpleExpr) -> Result<Condition> {
        let mut fits = Condition::all();
        if let Some(id) = &self.eq {
            fits = fits.add(value.clone().eq(uuid("eq", id)?));
        }
        if let Some(ids) = &self.one_of {
            let ids: Vec<Uuid> = ids
                .iter()
                .map(|id| uuid("oneOf", id))
                .collect::<Result<_>>()?;
            fits = fits.add(any_of(&reader.db, value, &ids));
        }
        Ok(fits)
    }
}

fn uuid(name: &'static str, id: &ID) -> Result<Uuid> {
    let why = "This is no id: ids are as the portal gives them out.";
    id.parse().map_err(|_| Error::field(name, why))
}

/// When a day is to be.
#[derive(Clone, Debug, Default, InputObject)]
pub struct DayFilter {
    /// On this day.
    eq: Option<NaiveDate>,
    /// On this day or later.
    from: Option<NaiveDate>,
    /// On this day or earlier.
    to: Option<NaiveDate>,
}

impl Operator for DayFilter {
    fn on(&self, _: &Reader, value: SimpleExpr) -> Result<Condition> {
        for (name, day) in [("eq", self.eq), ("from", self.from), ("to", self.to)] {
            sane(name, day)?;
        }
        Ok(Condition::all()
            .add_option(self.eq.map(|day| value.clone().eq(day)))
            .add_option(self.from.map(|day| value.clone().gte(day)))
            .add_option(self.to.map(|day| value.lte(day))))
    }
}

/// When a moment is to be.
#[derive(Clone, Debug, Default, InputObject)]
pub struct MomentFilter {
    /// At this moment or later.
    from: Option<DateTime<Utc>>,
    /// Before this moment.
    before: Option<DateTime<Utc>>,
}

impl Operator for MomentFilter {
    fn on(&self, _: &Reader, value: SimpleExpr) -> Result<Condition> {
        for (name, at) in [("from", self.from), ("before", self.before)] {
            sane(name, at.map(|at| at.date_naive()))?;
        }
        Ok(Condition::all()
            .add_option(self.from.map(|at| value.clone().gte(at)))
            .add_option(self.before.map(|at| value.lt(at))))
    }
}

fn sane(name: &'static str, day: Option<NaiveDate>) -> Result<()> {
    if day.is_none_or(in_calendar) {
        Ok(())
    } else {
        Err(Error::field(name, "Use a year from 1000 to 9999."))
    }
}

/// How large a whole number is to be.
#[derive(Clone, Debug, Default, InputObject)]
pub struct NumberFilter {
    /// Exactly this.
    eq: Option<i32>,
    /// This or more.
    from: Option<i32>,
    /// This or less.
    to: Option<i32>,
}

impl Operator for NumberFilter {
    fn on(&self, _: &Reader, value: SimpleExpr) -> Result<Condition> {
        Ok(Condition::all()
            .add_option(self.eq.map(|number| value.clone().eq(number)))
            .add_option(self.from.map(|number| value.clone().gte(number)))
            .add_option(self.to.map(|number| value.lte(number))))
    }
}

/// Whether it is so, or not so.
impl Operator for bool {
    fn on(&self, _: &Reader, value: SimpleExpr) -> Result<Condition> {
        Ok(Condition::all().add(if *self { value } else { unless(value) }))
    }
}
