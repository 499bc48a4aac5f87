//! What somebody asks of a report: which rows, in which order, which columns.

use sea_orm::Condition;
use sea_orm::sea_query::SimpleExpr;
use serde_json::Value as Json;

use super::filter::condition;
use super::{At, Column, Kind, Report};
use crate::error::{Error, Result};
use crate::reading::{Direction, Reader};

/// What somebody asks, as a door has it from them.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Which rows, in JSON, such as `{"state": {"oneOf": ["submitted"]}}`.
    pub filter: Option<Json>,
    /// The column to sort by, and which way.
    pub order: Option<(String, Direction)>,
    /// The columns wanted; all if nothing is said.
    pub columns: Option<Vec<String>>,
}

/// By what rows are sorted before the report's own key.
#[derive(Clone, Debug)]
pub(super) struct Order {
    pub expr: SimpleExpr,
    pub kind: Kind,
    pub may_be_empty: bool,
    pub direction: Direction,
}

impl Asked {
    /// The rows that fit.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a filter that cannot be read, names no column, or names one that may not be asked by.
    pub(super) fn condition(&self, report: &Report, reader: &Reader) -> Result<Condition> {
        match &self.filter {
            None => Ok(Condition::all()),
            Some(filter) => condition(report, reader, filter),
        }
    }

    /// What to sort by; nothing if nothing is said.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a column that is not there or cannot be sorted by.
    pub(super) fn order(&self, report: &Report, reader: &Reader) -> Result<Option<Order>> {
        let Some((name, direction)) = &self.order else {
            return Ok(None);
        };
        let column = named(report, name);
        if let Some(column) = column {
            column.permits_asking(&reader.actor)?;
        }
        let sorted = column.and_then(|column| Some((column, column.sorting(&At::of(reader))?)));
        match sorted {
            Some((column, by)) => Ok(Some(Order {
                expr: by.expr,
                kind: by.kind,
                may_be_empty: column.may_be_empty,
                direction: match by.is_turned {
                    true => direction.turned(),
                    false => *direction,
                },
            })),
            None => {
                let can = listed(report, reader, Column::can_sort);
                let told = format!("Rows cannot be sorted by {name:?}. Choose one of {can}.");
                Err(Error::field("orderBy", told))
            }
        }
    }

    /// The columns to tell.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a column that is not there.
    pub(super) fn columns<'d>(&self, report: &'d Report) -> Result<Vec<&'d Column>> {
        let Some(names) = &self.columns else {
            return Ok(report.columns.iter().collect());
        };
        let column = |name: &String| {
            named(report, name).ok_or_else(|| {
                let told = format!("This report has no column {name:?}.");
                Error::field("columns", told)
            })
        };
        names.iter().map(column).collect()
    }
}

/// The column that somebody means: `dueOn`, `due_on` and `DUE_ON` are the same.
pub(super) fn named<'d>(report: &'d Report, name: &str) -> Option<&'d Column> {
    let plain = |text: &str| -> String {
        let letters = text.chars().filter(|letter| *letter != '_');
        letters.flat_map(char::to_lowercase).collect()
    };
    let wanted = plain(name);
    report
        .columns
        .iter()
        .find(|column| plain(column.name) == wanted)
}

/// The columns that this reader could have meant.
pub(super) fn listed(report: &Report, reader: &Reader, can: fn(&Column) -> bool) -> String {
    let columns = report.columns.iter();
    let fitting = columns.filter(|column| can(column) && column.may_be_asked_by(&reader.actor));
    let names: Vec<_> = fitting.map(Column::field).collect();
    names.join(", ")
}
