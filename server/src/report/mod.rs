//! Flat rows for people who count: one definition a report, told as GraphQL, as CSV and as a spreadsheet.
//!
//! A report is a statement's `FROM` and a list of [`Column`]s. Everything else follows from these: the GraphQL types, the
//! headers of the files, what may be sorted and filtered by, and what a reader without names gets to see.

mod ask;
mod cells;
mod column;
mod csv;
mod cursor;
mod filter;
mod kind;
mod lines;
mod page;
mod plan;
mod rows;
mod since;
mod stream;
mod value;
mod words;
mod xlsx;

pub mod graphql;

pub use ask::Asked;
pub use cells::{At, Cells};
pub use column::Column;
pub use csv::csv;
pub use kind::{Kind, Privacy};
pub use page::{Slice, Window, page};
pub use plan::{Plan, Shown};
pub use rows::{all, find};
pub use stream::{AtEnd, Places, Rows, rows};
pub use value::Value;
pub use words::Words;
pub use xlsx::xlsx;

use sea_orm::sea_query::{SelectStatement, SimpleExpr};

use crate::access::Actor;
use crate::error::Result;
use crate::reading::Reader;

/// One report: what a row is, and where rows come from.
#[derive(Debug)]
pub struct Report {
    /// As GraphQL and addresses name it, such as `statutoryRisk`.
    pub name: &'static str,
    pub title: &'static str,
    /// What a row is, for people.
    pub about: &'static str,
    pub columns: Vec<Column>,
    /// The rows that exist for a reader, before any column is chosen.
    pub from: fn(&Reader) -> SelectStatement,
    /// What tells rows apart, in the order in which rows come that nobody sorts; never null.
    pub key: Vec<(SimpleExpr, Kind)>,
    /// Who may read it at all; which rows they get is for the scope to say.
    pub permits: fn(&Actor) -> Result<()>,
}

impl Report {
    /// The column with this name in `camelCase`.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.field() == name)
    }

    /// Such as `StatutoryRisk`, on which the schema's types build.
    pub fn type_name(&self) -> String {
        let mut letters = self.name.chars();
        letters
            .next()
            .map(|first| first.to_ascii_uppercase())
            .into_iter()
            .chain(letters)
            .collect()
    }
}
