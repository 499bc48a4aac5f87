//! What pictures are drawn from, as GraphQL.

use crate::api::Day;
use crate::report::operand::quoted;
use crate::report::queries::Report;
use crate::ui::when;

/// The weeks that are drawn, the present one counted.
const WEEKS: i32 = 12;

/// The ages of what waits, in days: from the first up to below the second.
pub const AGES: [(i32, Option<i32>); 4] = [(0, Some(7)), (7, Some(14)), (14, Some(28)), (28, None)];

/// How many participants have each colour, and how many there are.
pub fn levels(report: &Report, filter: Option<String>) -> String {
    let levels =
        ["RED", "AMBER", "GREEN"].map(|level| format!("{{\"risk\":{{\"eq\":\"{level}\"}}}}"));
    counts(report, filter, levels.into())
}

/// How many requests wait, by how long they have.
pub fn ages(report: &Report, filter: Option<String>) -> String {
    let ages = AGES.map(|(from, to)| {
        let before = quoted(&when::days_ago(from).0);
        let since = to.map(|to| format!(",\"from\":{}", quoted(&when::days_ago(to).0)));
        let since = since.unwrap_or_default();
        format!("{{\"state\":{{\"eq\":\"WAITING\"}},\"askedAt\":{{\"before\":{before}{since}}}}}")
    });
    counts(report, filter, ages.into())
}

/// How many applications wait for a school, by how long they have.
pub fn waits(report: &Report, filter: Option<String>) -> String {
    let waits = AGES.map(|(from, to)| {
        let to = to.map(|to| format!(",\"to\":{}", to - 1));
        let to = to.unwrap_or_default();
        format!("{{\"waitingDays\":{{\"from\":{from}{to}}}}}")
    });
    counts(report, filter, waits.into())
}

pub fn outcomes(report: &Report, filter: Option<String>) -> String {
    let columns = "outcome outcomeTitle met partial none";
    rows(report, filter, "POSITION", columns)
}

pub fn weeks(report: &Report, filter: Option<String>) -> String {
    let first = when::day_of(&when::days_ago(7 * WEEKS - 1));
    let Day(first) = first;
    let recent = format!("{{\"week\":{{\"from\":\"{first}\"}}}}");
    rows(
        report,
        Some(both(filter, recent)),
        "WEEK",
        "week state requests",
    )
}

pub fn times(report: &Report, filter: Option<String>) -> String {
    rows(report, filter, "DAYS", "days answered medianHours")
}

/// As many rows as a page can have.
fn rows(report: &Report, filter: Option<String>, order: &str, columns: &str) -> String {
    let (name, ty) = (&report.name, &report.where_type);
    let query = format!(
        "query ($where: {ty}) {{ reports {{ all: {name}(first: 100, where: $where, orderBy: {{field: {order}}}) {{ \
         pageInfo {{ hasNextPage }} nodes {{ {columns} }} }} }} }}"
    );
    let filter = filter.unwrap_or_else(|| "{}".into());
    body(&query, &format!("{{\"where\":{filter}}}"))
}

/// How many rows fit each of these and the filter too, as `n0`, `n1` and so on; as `all`, how many fit the filter.
fn counts(report: &Report, filter: Option<String>, each: Vec<String>) -> String {
    let (name, ty) = (&report.name, &report.where_type);
    let all = filter.clone().unwrap_or_else(|| "{}".into());
    let mut declared = format!("$all: {ty}");
    let mut asked = format!("all: {name}(first: 0, where: $all) {{ totalCount }}");
    let mut given = format!("\"all\":{all}");
    for (at, one) in each.into_iter().enumerate() {
        declared += &format!(", $n{at}: {ty}");
        asked += &format!(" n{at}: {name}(first: 0, where: $n{at}) {{ totalCount }}");
        given += &format!(",\"n{at}\":{}", both(filter.clone(), one));
    }
    let query = format!("query ({declared}) {{ reports {{ {asked} }} }}");
    body(&query, &format!("{{{given}}}"))
}

fn both(filter: Option<String>, other: String) -> String {
    match filter {
        Some(filter) => format!("{{\"and\":[{filter},{other}]}}"),
        None => other,
    }
}

fn body(query: &str, variables: &str) -> String {
    format!("{{\"query\":{},\"variables\":{variables}}}", quoted(query))
}
