//! What the rows are narrowed by, each with a way to take it away.

use std::sync::Arc;

use leptos::prelude::*;

use super::operand::{FROM, TO};
use super::queries::{Column, Report};
use super::{Kind, asked, told};
use crate::api::Day;
use crate::navigate::{Query, address};
use crate::ui::{chips, when};

pub fn chips(report: Arc<Report>) -> AnyView {
    let query = address().query;
    (move || query.with(|query| drawn(&report, query))).into_any()
}

fn drawn(report: &Report, query: &Query) -> AnyView {
    let said = query.pairs().filter_map(|(name, given)| {
        let (column, end) = name.split_once('.').unwrap_or((name, ""));
        let words = words(report.column(column)?, end, given);
        Some((query.clone().with(name, ""), words))
    });
    chips::chips(said.collect(), asked::unfiltered(query))
}

fn words(column: &Column, end: &str, given: &str) -> String {
    let value = match column.kind() {
        Kind::Word => given.split(',').map(told).collect::<Vec<_>>().join(" or "),
        Kind::Day | Kind::Moment => when::short_day(&Day(given.into())),
        Kind::Text => format!("“{given}”"),
        _ => given.into(),
    };
    let title = &column.title;
    match end {
        FROM => format!("{title}: from {value}"),
        TO => format!("{title}: to {value}"),
        _ => format!("{title}: {value}"),
    }
}
