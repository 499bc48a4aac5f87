//! Which rows, as somebody writes it in JSON: `{"dueOn": {"from": "2026-01-01"}, "or": [{…}, {…}]}`. GraphQL sends the
//! same, after the schema has checked its shape; an address may hold anything.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::Condition;
use sea_orm::sea_query::{ExprTrait as _, SimpleExpr};
use serde_json::{Map, Value as Json};
use uuid::Uuid;

use super::ask::{listed, named};
use super::column::Compared;
use super::{At, Column, Kind, Report, since};
use crate::error::{Error, Result};
use crate::reading::{Reader, any_of, any_text, contains, in_calendar, starts_with, unless};

/// Filters within filters, the outermost counted.
const LEVELS: usize = 5;
/// Conditions in one filter, over all its levels.
const CONDITIONS: usize = 50;

/// The condition that a filter means.
///
/// # Errors
/// `INVALID_INPUT`, saying where, for what cannot be read or may not be asked.
pub(super) fn condition(report: &Report, reader: &Reader, filter: &Json) -> Result<Condition> {
    let mut reading = Reading {
        report,
        reader,
        at: At::of(reader),
        left: CONDITIONS,
    };
    reading.group(filter, LEVELS)
}

struct Reading<'a> {
    report: &'a Report,
    reader: &'a Reader,
    at: At,
    /// Comparisons that may still come.
    left: usize,
}

impl Reading<'_> {
    /// All of an object's conditions at once.
    fn group(&mut self, filter: &Json, depth: usize) -> Result<Condition> {
        if depth == 0 {
            return Err(wrong("where", "has filters too deep in each other"));
        }
        let mut all = Condition::all();
        for (name, given) in object("where", filter)? {
            if given.is_null() {
                continue;
            }
            all = match name.as_str() {
                "and" => all.add(self.several(name, given, Condition::all(), depth)?),
                "or" => all.add(self.several(name, given, Condition::any(), depth)?),
                // Rows of which nothing is known are among those of which it is not true.
                "not" => all.add(unless(self.group(given, depth - 1)?.into())),
                _ => all.add(self.column(name, given)?),
            };
        }
        Ok(all)
    }

    fn several(
        &mut self,
        name: &str,
        given: &Json,
        mut joined: Condition,
        depth: usize,
    ) -> Result<Condition> {
        let parts = given.as_array();
        let parts = parts.ok_or_else(|| wrong(name, "takes a list of filters"))?;
        for part in parts {
            joined = joined.add(SimpleExpr::from(self.group(part, depth - 1)?));
        }
        Ok(Condition::all().add(SimpleExpr::from(joined)))
    }

    fn column(&mut self, name: &str, given: &Json) -> Result<Condition> {
        let column = named(self.report, name);
        if let Some(column) = column {
            column.permits_asking(&self.reader.actor)?;
        }
        let found = column.and_then(|column| Some((column, column.compared(&self.at)?)));
        let Some((column, with)) = found else {
            let can = listed(self.report, self.reader, Column::can_filter);
            let told = format!("is nothing to filter by. Choose one of {can}");
            return Err(wrong(name, &told));
        };
        self.left = self
            .left
            .checked_sub(1)
            .ok_or_else(|| wrong("where", "has 50 conditions at most"))?;
        if let (Kind::Flag, Compared::Value(expr)) = (column.kind, &with) {
            let so = given.as_bool();
            let so = so.ok_or_else(|| wrong(name, "takes true or false"))?;
            let expr = expr.clone();
            return Ok(Condition::all().add(if so { expr } else { unless(expr) }));
        }
        let mut all = Condition::all();
        for (operator, operand) in object(name, given)? {
            if !operand.is_null() {
                let said = Said {
                    name,
                    kind: column.kind,
                    reader: self.reader,
                };
                all = all.add(match &with {
                    Compared::Value(expr) => said.of(expr.clone(), operator, operand)?,
                    Compared::DaysSince(at) => said.of_days(at.clone(), operator, operand)?,
                });
            }
        }
        Ok(all)
    }
}

/// What is said of a column.
struct Said<'a> {
    name: &'a str,
    kind: Kind,
    reader: &'a Reader,
}

impl Said<'_> {
    fn of(&self, expr: SimpleExpr, operator: &str, operand: &Json) -> Result<SimpleExpr> {
        let value = |given: &Json| operand_of(self.name, self.kind, given);
        Ok(match (operator, self.kind) {
            ("eq", Kind::Moment) => return Err(self.unknown()),
            ("eq", _) => expr.eq(value(operand)?),
            ("oneOf", Kind::Id | Kind::Text | Kind::Word(_)) => self.one_of(expr, operand)?,
            ("contains", Kind::Text) => contains(expr, &self.text(operand)?),
            ("startsWith", Kind::Text) => starts_with(expr, &self.text(operand)?),
            ("from", Kind::Whole | Kind::Day | Kind::Moment) => expr.gte(value(operand)?),
            ("to", Kind::Whole | Kind::Day) => expr.lte(value(operand)?),
            ("before", Kind::Moment) => expr.lt(value(operand)?),
            _ => return Err(self.unknown()),
        })
    }

    /// Of days that have gone by since a moment.
    fn of_days(&self, at: SimpleExpr, operator: &str, operand: &Json) -> Result<SimpleExpr> {
        let days = operand.as_i64();
        let days = days.ok_or_else(|| wrong(self.name, "takes whole numbers"))?;
        let today = self.reader.today();
        match operator {
            "eq" => Ok(since::at_least(&at, days, today).and(since::at_most(&at, days, today))),
            "from" => Ok(since::at_least(&at, days, today)),
            "to" => Ok(since::at_most(&at, days, today)),
            _ => Err(self.unknown()),
        }
    }

    fn one_of(&self, expr: SimpleExpr, operand: &Json) -> Result<SimpleExpr> {
        let list = operand.as_array();
        let list = list.ok_or_else(|| wrong(self.name, "takes a list for oneOf"))?;
        let values = list
            .iter()
            .map(|given| operand_of(self.name, self.kind, given));
        let values: Vec<sea_orm::Value> = values.collect::<Result<_>>()?;
        let db = &self.reader.db;
        Ok(match self.kind {
            Kind::Id => {
                let ids = values.into_iter().filter_map(|value| match value {
                    sea_orm::Value::Uuid(id) => id,
                    _ => None,
                });
                any_of(db, expr, &ids.collect::<Vec<_>>())
            }
            _ => any_text(db, expr, values.into_iter().filter_map(text_of)),
        })
    }

    fn text(&self, operand: &Json) -> Result<String> {
        let read = operand_of(self.name, self.kind, operand)?;
        text_of(read).ok_or_else(|| self.unknown())
    }

    fn unknown(&self) -> Error {
        let operators = match self.kind {
            Kind::Text => "eq, oneOf, contains, startsWith",
            Kind::Id | Kind::Word(_) => "eq, oneOf",
            Kind::Whole | Kind::Decimal | Kind::Day => "eq, from, to",
            Kind::Moment => "from, before",
            Kind::Flag => "true or false",
        };
        wrong(self.name, &format!("is compared by {operators}"))
    }
}

/// A value to compare a column of this kind with.
fn operand_of(name: &str, kind: Kind, given: &Json) -> Result<sea_orm::Value> {
    let text = given.as_str();
    let read: Option<sea_orm::Value> = match kind {
        Kind::Id => text.and_then(|text| Some(text.parse::<Uuid>().ok()?.into())),
        Kind::Text => text.filter(|text| !text.contains('\0')).map(Into::into),
        Kind::Word(words) => text.and_then(|text| Some(words.parse(text)?.into())),
        Kind::Whole => given.as_i64().map(Into::into),
        Kind::Day => {
            let day = text.and_then(|text| text.parse::<NaiveDate>().ok());
            day.filter(|day| in_calendar(*day)).map(Into::into)
        }
        Kind::Moment => {
            let at = text.and_then(|text| text.parse::<DateTime<Utc>>().ok());
            at.filter(|at| in_calendar(at.date_naive())).map(Into::into)
        }
        Kind::Flag => given.as_bool().map(Into::into),
        Kind::Decimal => None,
    };
    read.ok_or_else(|| {
        let takes = match kind {
            Kind::Id => "takes ids".to_owned(),
            Kind::Text => "takes texts".to_owned(),
            Kind::Word(words) => {
                let known: Vec<&str> = words.words.iter().map(|(word, _)| word.as_ref()).collect();
                format!("takes one of {}", known.join(", "))
            }
            Kind::Whole | Kind::Decimal => "takes whole numbers".to_owned(),
            Kind::Day => "takes days such as 2026-03-31".to_owned(),
            Kind::Moment => "takes moments such as 2026-03-31T09:00:00Z".to_owned(),
            Kind::Flag => "takes true or false".to_owned(),
        };
        wrong(name, &takes)
    })
}

fn text_of(value: sea_orm::Value) -> Option<String> {
    match value {
        sea_orm::Value::String(text) => text,
        _ => None,
    }
}

fn object<'j>(name: &str, given: &'j Json) -> Result<&'j Map<String, Json>> {
    given
        .as_object()
        .ok_or_else(|| wrong(name, "takes an object, such as {\"eq\": …}"))
}

fn wrong(name: &str, why: &str) -> Error {
    Error::field("where", format!("{name} {why}."))
}
