//! The types of the reports, from their definitions.

use async_graphql::registry::{MetaField, MetaInputValue, MetaType, MetaTypeId, Registry};
use async_graphql::{ID, InputType, OutputType};
use chrono::{DateTime, NaiveDate, Utc};

use super::meta::{field, input, input_object, object, words};
use super::read::{filter_type, order_type, row_type};
use super::{ReportInfo, Reports};
use crate::report::{Column, Kind, Privacy, Report, Words, all};
use crate::schema::{
    DayFilter, Direction, IdFilter, MomentFilter, NumberFilter, PageInfo, TextFilter,
};

/// `Reports` and everything below it.
pub(super) fn reports(registry: &mut Registry) -> String {
    registry.create_output_type::<Reports, _>(MetaTypeId::Object, |registry| {
        let list = <Vec<ReportInfo> as OutputType>::create_type_info(registry);
        let about = "The reports that you may read, with what their columns mean.";
        let mut fields = vec![field("list", about, list)];
        for report in all() {
            fields.push(rows(report, registry));
        }
        let about = "Flat rows to count and to draw, within what you may see.";
        object(Reports::NAME, about, fields)
    })
}

/// The field of one report, with all its types.
fn rows(report: &Report, registry: &mut Registry) -> MetaField {
    let row = row_type(report);
    let columns = report.columns.iter().map(|column| {
        let must = if column.is_nullable() { "" } else { "!" };
        let ty = format!("{}{must}", output(column, registry));
        field(&column.field(), &about(column), ty)
    });
    let columns = columns.collect();
    add(registry, object(&row, report.about, columns));
    connection(&row, registry);
    let (filter, order) = (filter(report, registry), order(report, &row, registry));
    let arguments = [
        (
            "first",
            "How many rows from the beginning, 0 to 100; either this or `last`.",
            "Int",
        ),
        (
            "after",
            "Only rows after this one: a cursor, such as the last of the page before.",
            "String",
        ),
        (
            "last",
            "How many rows from the end, 0 to 100; either this or `first`.",
            "Int",
        ),
        (
            "before",
            "Only rows before this one: a cursor, such as the first of the page after.",
            "String",
        ),
        ("where", "Which rows; all if left out.", filter.as_str()),
        ("orderBy", "Their order; by id if left out.", order.as_str()),
    ];
    let mut shown = field(report.name, report.about, format!("{row}Connection!"));
    shown.args = arguments
        .into_iter()
        .map(|(name, about, ty)| (name.to_owned(), input(name, about, ty)))
        .collect();
    shown
}

fn connection(row: &str, registry: &mut Registry) {
    let info = <PageInfo as OutputType>::create_type_info(registry);
    let cursor = "Where it stands in the list: the list can be read on from here.";
    let edge = vec![
        field("node", "The row.", format!("{row}!")),
        field("cursor", cursor, "String!".into()),
    ];
    add(
        registry,
        object(&format!("{row}Edge"), "A row in a list.", edge),
    );
    let page = vec![
        field("pageInfo", "Where the page stands in the list.", info),
        field(
            "edges",
            "The rows, each with its cursor.",
            format!("[{row}Edge!]!"),
        ),
        field("nodes", "The rows.", format!("[{row}!]!")),
        field(
            "totalCount",
            "Rows in the whole list, over all pages.",
            "Int!".into(),
        ),
    ];
    add(
        registry,
        object(&format!("{row}Connection"), "A page of a list.", page),
    );
}

/// What rows can be picked by.
fn filter(report: &Report, registry: &mut Registry) -> String {
    let name = filter_type(report);
    let columns = report.columns.iter().filter(|column| column.can_filter());
    let mut fields: Vec<MetaInputValue> = columns
        .map(|column| {
            let ty = operator(column.kind, registry);
            input(&column.field(), &about(column), &ty)
        })
        .collect();
    let many = format!("[{name}!]");
    fields.push(input("and", "All of these fit too.", &many));
    let any = "At least one of these fits too; none does in an empty list.";
    fields.push(input("or", any, &many));
    fields.push(input("not", "This does not fit.", &name));
    let about = "Which rows. What is left out does not narrow the list.";
    add(registry, input_object(&name, about, fields));
    name
}

fn order(report: &Report, row: &str, registry: &mut Registry) -> String {
    let (name, by) = (order_type(report), format!("{row}OrderField"));
    let columns = report.columns.iter().filter(|column| column.can_sort());
    let values = columns.map(|column| (column.name.to_ascii_uppercase(), about(column)));
    let values = values.collect();
    let what = "What rows are sorted by. Rows with nothing there come last.";
    add(registry, words(&by, what, values));
    let way = <Direction as InputType>::create_type_info(registry);
    let mut way = input("direction", "Which way.", &way);
    way.default_value = Some("ASC".into());
    let fields = vec![input("field", "By what.", &format!("{by}!")), way];
    add(
        registry,
        input_object(&name, "How rows are sorted.", fields),
    );
    name
}

/// The type of a column's values, without its exclamation mark.
fn output(column: &Column, registry: &mut Registry) -> String {
    let ty = match column.kind {
        Kind::Id => <ID as OutputType>::create_type_info(registry),
        Kind::Text => <String as OutputType>::create_type_info(registry),
        Kind::Whole => <i32 as OutputType>::create_type_info(registry),
        Kind::Decimal => <f64 as OutputType>::create_type_info(registry),
        Kind::Day => <NaiveDate as OutputType>::create_type_info(registry),
        Kind::Moment => <DateTime<Utc> as OutputType>::create_type_info(registry),
        Kind::Flag => <bool as OutputType>::create_type_info(registry),
        Kind::Word(known) => {
            word(known, registry);
            known.name.to_owned()
        }
    };
    ty.trim_end_matches('!').to_owned()
}

/// The operator that picks by a column of this kind.
fn operator(kind: Kind, registry: &mut Registry) -> String {
    let ty = match kind {
        Kind::Id => <IdFilter as InputType>::create_type_info(registry),
        Kind::Text => <TextFilter as InputType>::create_type_info(registry),
        Kind::Whole | Kind::Decimal => <NumberFilter as InputType>::create_type_info(registry),
        Kind::Day => <DayFilter as InputType>::create_type_info(registry),
        Kind::Moment => <MomentFilter as InputType>::create_type_info(registry),
        Kind::Flag => <bool as InputType>::create_type_info(registry),
        Kind::Word(known) => word(known, registry),
    };
    ty.trim_end_matches('!').to_owned()
}

/// The words and the operator on them. Most are known from elsewhere: `ReportQuery` is the schema's last part.
fn word(known: &Words, registry: &mut Registry) -> String {
    let operator = format!("{}Filter", known.name);
    let values = known.words.iter();
    let values = values.map(|(word, about)| (word.to_ascii_uppercase(), (*about).to_owned()));
    let what = "What a column of a report can hold.";
    add(registry, words(known.name, what, values.collect()));
    let many = format!("[{}!]", known.name);
    let fields = vec![
        input("eq", "This one.", known.name),
        input("oneOf", "One of these; nothing fits an empty list.", &many),
    ];
    let about = "Which of these words it is to be.";
    add(registry, input_object(&operator, about, fields));
    operator
}

/// What a column means, and to whom it is not told.
fn about(column: &Column) -> String {
    match column.privacy {
        Privacy::Open => column.about.to_owned(),
        _ => format!("{} Null for tools that may not read names.", column.about),
    }
}

/// Adds a type that is not there yet.
fn add(registry: &mut Registry, ty: MetaType) {
    let name = ty.name().to_owned();
    registry.types.entry(name).or_insert(ty);
}
