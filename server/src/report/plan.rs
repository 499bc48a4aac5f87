//! A report made ready for one reader: its statement, and where in each row the columns stand.

use sea_orm::QueryResult;
use sea_orm::sea_query::{SelectStatement, SimpleExpr};

use super::column::Source;
use super::page::sort;
use super::{Asked, At, Cells, Column, Privacy, Report, Value};
use crate::access::Actor;
use crate::error::Result;
use crate::person::masked;
use crate::reading::Reader;

/// How much of a column a reader gets to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Whole,
    /// Addresses with all but their first letter and domain left out.
    Masked,
    Hidden,
}

/// A column in its place in the row.
#[derive(Debug)]
struct Placed {
    column: &'static Column,
    first: usize,
    shown: Shown,
}

#[derive(Debug)]
pub struct Plan {
    pub report: &'static Report,
    pub at: At,
    pub(super) select: SelectStatement,
    /// What the statement selects, in order.
    selected: Vec<SimpleExpr>,
    columns: Vec<Placed>,
}

impl Plan {
    /// The rows that the reader may see and that fit, with these columns, in no order yet.
    ///
    /// # Errors
    /// `FORBIDDEN` for who may not read the report, `INVALID_INPUT` for a filter that cannot be read.
    pub fn new(
        report: &'static Report,
        reader: &Reader,
        asked: &Asked,
        columns: impl IntoIterator<Item = &'static Column>,
    ) -> Result<Self> {
        (report.permits)(&reader.actor)?;
        let mut select = (report.from)(reader);
        select.cond_where(asked.condition(report, reader)?);
        let mut plan = Self {
            report,
            at: At::of(reader),
            select,
            selected: Vec::new(),
            columns: Vec::new(),
        };
        for column in columns {
            plan.place(column, shown(column, &reader.actor));
        }
        Ok(plan)
    }

    /// The whole report with the columns asked for, in the order asked for; in the report's own if none is.
    ///
    /// # Errors
    /// As [`Plan::new`], and `INVALID_INPUT` for a column that is not there.
    pub fn whole(report: &'static Report, reader: &Reader, asked: &Asked) -> Result<Self> {
        let mut plan = Self::new(report, reader, asked, asked.columns(report)?)?;
        let order = asked.order(report, reader)?;
        sort(&mut plan, report, order.as_ref(), false);
        Ok(plan)
    }

    /// The columns in the order in which [`Plan::values`] has them.
    pub fn columns(&self) -> impl Iterator<Item = &'static Column> + '_ {
        self.columns.iter().map(|placed| placed.column)
    }

    /// What stands in each column of a row.
    pub fn values<'r>(&'r self, row: &'r QueryResult) -> impl Iterator<Item = Result<Value<'r>>> {
        self.columns
            .iter()
            .map(move |placed| placed.value(row, self.at))
    }

    pub(super) fn place(&mut self, column: &'static Column, shown: Shown) {
        let first = match &column.source {
            // What is hidden does not even leave the database.
            _ if shown == Shown::Hidden => 0,
            Source::Sql(expr) => self.select_once(std::slice::from_ref(expr)),
            Source::SqlAt(expr) => self.select_once(&[expr(&self.at)]),
            Source::Reckoned { needs, .. } => self.select_once(needs),
        };
        self.columns.push(Placed {
            column,
            first,
            shown,
        });
    }

    /// Selects these side by side, or finds where they are so already; answers where the first one stands.
    pub(super) fn select_once(&mut self, wanted: &[SimpleExpr]) -> usize {
        let known = self
            .selected
            .windows(wanted.len().max(1))
            .position(|side_by_side| side_by_side == wanted);
        known.unwrap_or_else(|| {
            self.select.exprs(wanted.iter().cloned());
            self.selected.extend(wanted.iter().cloned());
            self.selected.len() - wanted.len()
        })
    }
}

impl Placed {
    fn value<'r>(&self, row: &'r QueryResult, at: At) -> Result<Value<'r>> {
        if self.shown == Shown::Hidden {
            return Ok(Value::Nothing);
        }
        let cells = Cells {
            row,
            first: self.first,
            at,
        };
        let value = match &self.column.source {
            Source::Reckoned { value, .. } => value(&cells)?,
            Source::Sql(_) | Source::SqlAt(_) => cells.value(self.column.kind)?,
        };
        Ok(match value {
            Value::Text(address) if self.shown == Shown::Masked => {
                Value::Text(masked(&address).into())
            }
            value => value,
        })
    }
}

/// How much of the column this actor gets to see.
pub fn shown(column: &Column, actor: &Actor) -> Shown {
    match column.privacy {
        Privacy::Open => Shown::Whole,
        _ if !actor.may_see_names() => Shown::Hidden,
        Privacy::Address if !actor.sees_addresses_whole() => Shown::Masked,
        Privacy::Name | Privacy::Address => Shown::Whole,
    }
}
