//! Reading what is asked of the reports.

use std::collections::BTreeSet;

use async_graphql::{Any, Context, Result};
use serde_json::Value as Json;

use super::ReportInfo;
use crate::error::Error;
use crate::reading::Direction;
use crate::report::{self, Report, Slice, Window, all, find};
use crate::schema::{Asked, PageInfo, Plan, Shown, reader};

/// What one field of `reports` answers.
pub(super) enum Part {
    TypeName,
    List(Plan, Vec<ReportInfo>),
    Rows(Box<Page>),
}

/// One page of a report, and what is wanted of it.
pub(super) struct Page {
    pub report: &'static Report,
    /// By the names of [`CONNECTION`]; below these by those of [`EDGE`], by the report's columns, or as the type has it.
    pub wanted: Plan,
    /// The places of the columns that were read, in order.
    pub places: Vec<usize>,
    pub slice: Slice,
}

const CONNECTION: [&str; 4] = ["page_info", "edges", "nodes", "total_count"];
const EDGE: [&str; 2] = ["node", "cursor"];

/// Reads one field of `reports`.
pub(super) async fn read(ctx: &Context<'_>, asked: &Asked<'_>) -> Result<Part> {
    let name = ctx.item.node.name.node.as_str();
    if name == "__typename" {
        return Ok(Part::TypeName);
    }
    let reader = reader(ctx);
    let Some(report) = find(name) else {
        let permitted = all()
            .iter()
            .filter(|report| (report.permits)(&reader.actor).is_ok());
        let list = permitted.map(ReportInfo::from).collect();
        return Ok(Part::List(Vec::<ReportInfo>::plan(asked), list));
    };
    let wanted = plan(report, asked);
    let places: Vec<usize> = columns(&wanted).into_iter().collect();
    let window = Window::new(
        parameter(ctx, "first")?,
        parameter(ctx, "after")?,
        parameter(ctx, "last")?,
        parameter(ctx, "before")?,
    )?;
    let asked = report::Asked {
        filter: json(ctx, "where")?,
        order: json(ctx, "orderBy")?.as_ref().and_then(order),
        columns: None,
    };
    let chosen = places.iter().filter_map(|place| report.columns.get(*place));
    let with_total = wanted.wants("total_count");
    let slice = report::page(reader, report, &asked, &window, chosen, with_total).await?;
    Ok(Part::Rows(Box::new(Page {
        report,
        wanted,
        places,
        slice,
    })))
}

fn plan(report: &'static Report, asked: &Asked<'_>) -> Plan {
    let row = row_type(report);
    let names: Vec<&'static str> = report.columns.iter().map(|column| column.name).collect();
    let rows = |asked: &Asked<'_>| Plan::of_object(asked, &row, &names, |_, _| Plan::default());
    let edges = |asked: &Asked<'_>| {
        let edge = format!("{row}Edge");
        Plan::of_object(asked, &edge, &EDGE, |place, asked| match EDGE[place] {
            "node" => rows(asked),
            _ => Plan::default(),
        })
    };
    let connection = format!("{row}Connection");
    Plan::of_object(
        asked,
        &connection,
        &CONNECTION,
        |place, asked| match CONNECTION[place] {
            "page_info" => PageInfo::plan(asked),
            "edges" => edges(asked),
            "nodes" => rows(asked),
            _ => Plan::default(),
        },
    )
}

/// The schema's name of a report's rows.
pub(super) fn row_type(report: &Report) -> String {
    format!("{}Row", report.type_name())
}

/// The schema's name of what a report's rows are picked by.
pub(super) fn filter_type(report: &Report) -> String {
    format!("{}Where", row_type(report))
}

/// The schema's name of how a report's rows are sorted.
pub(super) fn order_type(report: &Report) -> String {
    format!("{}Order", row_type(report))
}

/// The places of the columns that are wanted of rows, by either way to them.
fn columns(wanted: &Plan) -> BTreeSet<usize> {
    let mut places = BTreeSet::new();
    for part in &wanted.wanted {
        let mut add = |rows: &Plan| places.extend(rows.wanted.iter().filter_map(|row| row.field));
        match part.name {
            "nodes" => add(&part.plan),
            "edges" => {
                let nodes = part.plan.wanted.iter().filter(|part| part.name == "node");
                nodes.for_each(|node| add(&node.plan));
            }
            _ => {}
        }
    }
    places
}

fn parameter<T>(ctx: &Context<'_>, name: &str) -> Result<Option<T>>
where
    Option<T>: async_graphql::InputType,
{
    let read = ctx.param_value::<Option<T>>(name, None);
    let (_, value) = read.map_err(|why| Error::field("reports", why.message))?;
    Ok(value)
}

/// A parameter as a file's address would have it.
fn json(ctx: &Context<'_>, name: &str) -> Result<Option<Json>> {
    let given: Option<Any> = parameter(ctx, name)?;
    let json = given.map(|Any(value)| value.into_json()).transpose();
    Ok(json.map_err(anyhow::Error::from).map_err(Error::from)?)
}

/// The schema has checked its shape.
fn order(given: &Json) -> Option<(String, Direction)> {
    let direction = match given["direction"].as_str() {
        Some("DESC") => Direction::Desc,
        _ => Direction::Asc,
    };
    Some((given["field"].as_str()?.to_owned(), direction))
}
