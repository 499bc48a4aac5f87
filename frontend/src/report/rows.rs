//! What stands in a cell, as people read it.

use leptos::prelude::*;
use serde_json::Value;

use super::asked::Asked;
use super::queries::{Column, Report};
use super::{Kind, told};
use crate::api::{Day, Moment};
use crate::route::Route;
use crate::session;
use crate::ui::table::{Cells, link, words};
use crate::ui::tag::tag;
use crate::ui::when;

/// The name of a column, that of the column with its id, and the page that it leads to.
type Leads = (&'static str, &'static str, fn(String) -> Route);

const LINKS: [Leads; 4] = [
    ("participant", "enrolmentId", Route::Participant),
    ("applicant", "applicationId", Route::Application),
    ("title", "taskId", Route::Task),
    ("task", "taskId", Route::Task),
];

/// The columns with the ids that links need, where nobody asked for them.
pub fn ids<'r>(report: &'r Report, asked: &Asked) -> Vec<&'r Column> {
    let shown = |name: &str| asked.columns.iter().any(|column| column.name == name);
    let mut ids: Vec<&Column> = Vec::new();
    for (name, id, _) in LINKS {
        let known = ids.iter().any(|column| column.name == id);
        if shown(name) && !shown(id) && !known {
            ids.extend(report.column(id));
        }
    }
    ids
}

pub fn cells(columns: &[Column], row: &Value) -> Cells {
    columns.iter().map(|column| cell(column, row)).collect()
}

fn cell(column: &Column, row: &Value) -> AnyView {
    let value = &row[&column.name];
    let text = value.as_str().unwrap_or_default();
    if text.is_empty() && value.is_string() {
        return words("–");
    }
    match (column.kind(), value) {
        (_, Value::Null) => words("–"),
        (Kind::Word, _) => word(text),
        (Kind::Day, _) => when::shortest_day(&Day(text.into())),
        (Kind::Moment, _) => when::short_moment(&Moment(text.into())),
        (Kind::Flag, _) => words(if value == &Value::Bool(true) {
            "yes"
        } else {
            "no"
        }),
        (Kind::Number, _) => words(when::number(value.as_f64().unwrap_or_default())),
        _ => named(column, row, text),
    }
}

/// A word; a colour beside it only where the word itself is one.
fn word(text: &str) -> AnyView {
    match text {
        "RED" => tag("Red", "red"),
        "AMBER" => tag("Amber", "orange"),
        "GREEN" => tag("Green", "green"),
        _ => words(told(text)),
    }
}

fn named(column: &Column, row: &Value, text: &str) -> AnyView {
    let mut links = LINKS.iter().filter(|(name, ..)| *name == column.name);
    let leads = links.find_map(|(_, id, route)| Some(route(row[*id].as_str()?.into())));
    match leads.filter(|_| !session::hosts()) {
        Some(route) => link(route.href(), text),
        None => words(text),
    }
}
