//! Reports: tables to look into, to narrow, to take away. What reports there are and what their columns mean is asked of
//! the server; a report's rows are asked for by a query that is written from that, so that one page shows them all.

mod asked;
mod chips;
mod choose;
pub mod definitions;
mod download;
mod examples;
mod fields;
mod file;
mod filter;
mod graphql;
pub mod list;
mod operand;
pub mod page;
mod picture;
pub mod queries;
mod receive;
mod rows;
mod table;
mod take;

use queries::{Column, Report};

/// What kind of value stands in a column.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Id,
    Text,
    Word,
    Number,
    Day,
    Moment,
    Flag,
}

impl Column {
    fn kind(&self) -> Kind {
        match self.kind.as_str() {
            "id" => Kind::Id,
            "word" => Kind::Word,
            "whole number" | "decimal number" => Kind::Number,
            "day" => Kind::Day,
            "moment" => Kind::Moment,
            "yes or no" => Kind::Flag,
            _ => Kind::Text,
        }
    }
}

impl Report {
    fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }
}

/// A word of a column as people read it: `not_started`, or `NOT_STARTED`, becomes “not started”.
fn told(word: &str) -> String {
    word.to_ascii_lowercase().replace('_', " ")
}
