//! What reports there are, and what their columns mean.

use super::read::{filter_type, order_type};
use crate::report::{Column, Kind, Privacy, Report};
use crate::schema::object;

object! {
    /// What a report is.
    ReportInfo(report: &'static Report, loads);

    /// As `reports` and the addresses of its files name it, such as `statutoryRisk`.
    name: &str => report.name;
    /// What people call it.
    title: &str => report.title;
    /// What a row is.
    description: &str => report.about;
    /// The type of its argument `where`, to declare a variable with.
    where_type: String => filter_type(report);
    /// The type of its argument `orderBy`, to declare a variable with.
    order_by_type: String => order_type(report);
    /// Its columns, in the order in which files have them.
    columns: Vec<ColumnInfo> => report.columns.iter().map(ColumnInfo::from).collect();
}

object! {
    /// What a column of a report is.
    ColumnInfo(column: &'static Column, loads);

    /// As the report's rows name it here, such as `dueOn`.
    name: String => column.field().into_owned();
    /// As the header of a CSV file names it, such as `due_on`.
    header: &str => column.name;
    /// As the header of a workbook names it.
    title: &str => column.title;
    /// What it means, with its unit.
    description: &str => column.about;
    /// What stands in it: id, text, word, whole number, decimal number, day, moment, or yes or no.
    kind: &str => column.kind.told();
    /// The words that it can hold, as files write them; none for other kinds.
    words: Vec<String> => words(column);
    /// Whether it names somebody: then it is null for tools that may not read names.
    personal: bool => column.privacy != Privacy::Open;
    /// Whether you can pick rows by it.
    filters: bool => column.can_filter() && column.may_be_asked_by(&loads.reader().actor);
    /// Whether you can sort rows by it.
    sorts: bool => column.can_sort() && column.may_be_asked_by(&loads.reader().actor);
}

fn words(column: &Column) -> Vec<String> {
    let Kind::Word(words) = column.kind else {
        return Vec::new();
    };
    let words = words.words.iter();
    words.map(|(word, _)| word.to_string()).collect()
}
