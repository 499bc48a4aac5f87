//! What a list shows of the server's answer: how many, the rows, the way to the next ones.

use leptos::prelude::*;

use super::filter::results;
use super::pager::pager;
use super::state::empty;
use super::table::{Cells, Column, table};
use crate::api::{Direction, PageInfo};
use crate::navigate::Query;

/// What the rows are called.
pub struct Called {
    pub one: &'static str,
    pub many: &'static str,
}

pub fn listing(
    called: Called,
    columns: &[Column],
    rows: Vec<Cells>,
    page: &PageInfo,
    total: i32,
) -> AnyView {
    let shown = rows.len();
    // After the rows are on the page.
    Effect::new(|_| crate::navigate::focus_again());
    let body = match rows.is_empty() {
        true => empty(format!("No {} match.", called.many)),
        false => table(called.many, columns, rows),
    };
    view! {
        {results(total, called.one, called.many)}
        {body}
        {pager(page, shown, total)}
    }
    .into_any()
}

/// How the address asks to sort: a name, or a name after a minus for the other way round.
pub fn order<F: Copy>(query: &Query, known: &[(&str, F)], usual: (F, Direction)) -> (F, Direction) {
    let Some(sort) = query.get("sort") else {
        return usual;
    };
    let (name, direction) = match sort.strip_prefix('-') {
        Some(name) => (name, Direction::Desc),
        None => (sort, Direction::Asc),
    };
    known
        .iter()
        .find(|(one, _)| *one == name)
        .map_or(usual, |(_, field)| (*field, direction))
}
