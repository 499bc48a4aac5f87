//! Writing what was read of the reports.

use async_graphql::Error;
use chrono::SecondsFormat;
use sea_orm::QueryResult;

use super::query::Reports;
use super::read::{Page, Part, row_type};
use crate::reading::int;
use crate::report::Value;
use crate::schema::{Ends, Failed, Loads, PageInfo, Plan, Shown, Writer};

/// Writes the value of one field of `reports`.
pub(super) fn part<'p>(part: &'p Part, loads: &Loads, to: &mut Writer<'p>) -> Result<(), Failed> {
    match part {
        Part::TypeName => {
            to.plain(Reports::NAME);
            Ok(())
        }
        Part::List(plan, list) => list.write(loads, plan, to),
        Part::Rows(page) => connection(page, loads, to),
    }
}

fn connection<'p>(page: &'p Page, loads: &Loads, to: &mut Writer<'p>) -> Result<(), Failed> {
    let rows = || page.slice.rows.iter();
    to.object(|to| {
        for wanted in &page.wanted.wanted {
            let plan = &wanted.plan;
            to.member(&wanted.key, wanted.at, |to| match wanted.name {
                "page_info" => ends(page).write(loads, plan, to),
                "edges" => to.list(rows(), |to, edge| self::edge(page, edge, plan, to)),
                "nodes" => to.list(rows(), |to, (_, found)| row(page, found, plan, to)),
                "total_count" => to.value(&int(page.slice.total)),
                _ => {
                    to.plain(format_args!("{}Connection", row_type(page.report)));
                    Ok(())
                }
            })?;
        }
        Ok(())
    })
}

fn ends(page: &Page) -> PageInfo {
    let cursor = |row: Option<&(String, QueryResult)>| row.map(|(cursor, _)| cursor.clone());
    PageInfo::from(Ends {
        has_previous: page.slice.has_previous,
        has_next: page.slice.has_next,
        start: cursor(page.slice.rows.first()),
        end: cursor(page.slice.rows.last()),
    })
}

fn edge<'p>(
    page: &'p Page,
    (cursor, found): &'p (String, QueryResult),
    plan: &'p Plan,
    to: &mut Writer<'p>,
) -> Result<(), Failed> {
    to.object(|to| {
        for wanted in &plan.wanted {
            to.member(&wanted.key, wanted.at, |to| match wanted.name {
                "node" => row(page, found, &wanted.plan, to),
                "cursor" => to.value(cursor),
                _ => {
                    to.plain(format_args!("{}Edge", row_type(page.report)));
                    Ok(())
                }
            })?;
        }
        Ok(())
    })
}

fn row<'p>(
    page: &'p Page,
    found: &'p QueryResult,
    plan: &'p Plan,
    to: &mut Writer<'p>,
) -> Result<(), Failed> {
    let values = page.slice.plan.values(found).collect::<Result<Vec<_>, _>>();
    let values = match values {
        Ok(values) => values,
        Err(why) => return Err(to.fail(Error::from(why))),
    };
    to.object(|to| {
        for wanted in &plan.wanted {
            to.member(&wanted.key, wanted.at, |to| {
                let place = wanted.field;
                let at = place.and_then(|place| page.places.binary_search(&place).ok());
                match at.and_then(|at| values.get(at)) {
                    Some(value) => self::value(value, to),
                    None => {
                        to.plain(row_type(page.report));
                        Ok(())
                    }
                }
            })?;
        }
        Ok(())
    })
}

fn value(value: &Value<'_>, to: &mut Writer<'_>) -> Result<(), Failed> {
    match value {
        Value::Nothing => to.null(),
        Value::Id(id) => to.plain(id),
        Value::Text(text) => to.value(text)?,
        Value::Word(word) => to.plain(word.to_ascii_uppercase()),
        Value::Whole(number) => to.value(&int(*number))?,
        Value::Decimal(number) => to.value(number)?,
        Value::Day(day) => to.plain(day),
        Value::Moment(at) => to.plain(at.to_rfc3339_opts(SecondsFormat::AutoSi, false)),
        Value::Flag(flag) => to.value(flag)?,
    }
    Ok(())
}
