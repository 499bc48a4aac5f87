//! What the address asks of a report: which rows, in which order, which columns. Everything that the page shows, sends,
//! downloads and hands on is made from this.

use super::Kind;
use super::operand::{FROM, TO, operand, quoted};
use super::queries::{Column, Report};
use crate::navigate::Query;

/// Names in the address that are no column's.
const RESERVED: [&str; 3] = ["sort", "after", "columns"];

/// A question to a report.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// What is asked of which columns.
    filter: Vec<Condition>,
    /// The column to sort by, and whether the other way round.
    pub order: Option<(Column, bool)>,
    pub columns: Vec<Column>,
}

#[derive(Clone, Debug)]
struct Condition {
    column: String,
    operator: Option<&'static str>,
    /// In JSON.
    operand: String,
}

impl Asked {
    /// # Errors
    /// Why the address cannot be understood, for people: to leave a filter out would show more than was asked for.
    pub fn read(report: &Report, query: &Query) -> Result<Asked, String> {
        let mut filter = Vec::new();
        for (name, given) in query.pairs() {
            if RESERVED.contains(&name) {
                continue;
            }
            let (name, end) = name.split_once('.').unwrap_or((name, ""));
            let column = column(report, name)?;
            if !column.filters {
                return Err(format!("You cannot filter by “{}”.", column.title));
            }
            let (operator, operand) = operand(column, end, given)?;
            filter.push(Condition {
                column: name.into(),
                operator,
                operand,
            });
        }
        Ok(Asked {
            filter,
            order: order(report, query)?,
            columns: columns(report, query)?,
        })
    }

    /// Which rows, in JSON, as the schema's type for it has it; nothing where all are wanted.
    pub fn filter(&self) -> Option<String> {
        let mut fields: Vec<(&str, Vec<String>)> = Vec::new();
        for one in &self.filter {
            let said = match one.operator {
                None => one.operand.clone(),
                Some(operator) => format!("\"{operator}\":{}", one.operand),
            };
            match fields.iter_mut().find(|(name, _)| *name == one.column) {
                Some((_, both)) => both.push(said),
                None => fields.push((&one.column, vec![said])),
            }
        }
        let fields = fields.iter().map(|(name, said)| {
            let said = said.join(",");
            match said.starts_with('"') {
                true => format!("{}:{{{said}}}", quoted(name)),
                // Yes or no stands without an operator.
                false => format!("{}:{said}", quoted(name)),
            }
        });
        let fields: Vec<String> = fields.collect();
        (!fields.is_empty()).then(|| format!("{{{}}}", fields.join(",")))
    }
}

fn column<'r>(report: &'r Report, name: &str) -> Result<&'r Column, String> {
    let column = report.column(name);
    column.ok_or_else(|| format!("This report has no column “{name}”."))
}

fn order(report: &Report, query: &Query) -> Result<Option<(Column, bool)>, String> {
    let Some(sort) = query.get("sort") else {
        return Ok(None);
    };
    let bare = sort.trim_start_matches('-');
    let column = column(report, bare)?;
    match column.sorts {
        true => Ok(Some((column.clone(), sort != bare))),
        false => Err(format!("You cannot sort by “{}”.", column.title)),
    }
}

/// Ids are for programs: they are shown to who chooses them.
pub fn is_usual(column: &Column) -> bool {
    column.kind() != Kind::Id
}

fn columns(report: &Report, query: &Query) -> Result<Vec<Column>, String> {
    match query.get("columns") {
        None => Ok(report
            .columns
            .iter()
            .filter(|column| is_usual(column))
            .cloned()
            .collect()),
        Some(names) => names
            .split(',')
            .map(|name| column(report, name).cloned())
            .collect(),
    }
}

/// The names under which a column's filter stands in the address.
pub fn names(column: &Column) -> Vec<String> {
    match column.kind() {
        Kind::Number | Kind::Day | Kind::Moment => [FROM, TO]
            .map(|end| format!("{}.{end}", column.name))
            .into(),
        _ => vec![column.name.clone()],
    }
}

/// The same address without any filter.
pub fn unfiltered(query: &Query) -> Query {
    let kept = query
        .pairs()
        .filter(|(name, _)| ["sort", "columns"].contains(name));
    kept.fold(Query::default(), |query, (name, value)| {
        query.with(name, value)
    })
}
