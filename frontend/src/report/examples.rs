//! Ready examples for other programs, filled with what the page shows. A text is kept in a file of its own, with these
//! places in it:
//!
//! | place | what stands there |
//! |---|---|
//! | `{address}` | where the portal is, without a slash at its end |
//! | `{report}` | the report's name |
//! | `{path}` | the CSV file's address below that, encoded: neither quotes nor blanks are in it |
//! | `{dates}` | the headers of the columns that hold days or moments, as a list in JSON |
//! | `{query}` | the query, which has neither quotes nor backslashes |
//! | `{variables}`, `{body}` | its variables, and the whole question, in JSON without an apostrophe |
//! | `{parameters}` | the file's parameters as the fields of a record in Power Query |

use leptos::prelude::window;

use super::Kind;
use super::asked::Asked;
use super::file;
use super::graphql::Question;
use super::operand::quoted;
use super::queries::Report;

/// Rows on a page that a program asks for.
pub const MOST: i32 = 100;

/// What people choose by, and the text.
pub const ALL: [(&str, &str); 6] = [
    ("Python: pandas", include_str!("examples/pandas.txt")),
    ("Python: gql", include_str!("examples/gql.txt")),
    ("R: httr2 and readr", include_str!("examples/r.txt")),
    (
        "Excel and Power BI: Power Query",
        include_str!("examples/power_query.txt"),
    ),
    ("curl: CSV", include_str!("examples/curl_csv.txt")),
    ("curl: GraphQL", include_str!("examples/curl_graphql.txt")),
];

/// A text with its places filled.
pub fn filled(text: &str, report: &Report, asked: &Asked) -> String {
    let question = Question::new(report, asked, MOST, None, &[]);
    let place = |name: &str| match name {
        "address" => window().location().origin().ok(),
        "report" => Some(report.name.clone()),
        "path" => Some(file::path(report, asked, "csv")),
        "dates" => Some(dates(asked)),
        "query" => Some(question.query.clone()),
        "variables" => Some(without_apostrophe(&question.variables)),
        "body" => Some(without_apostrophe(&question.body())),
        "parameters" => Some(record(&file::parameters(asked))),
        _ => None,
    };
    // Once from left to right: what is put in is not searched again.
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled += before;
        let found = after.split_once('}');
        match found.and_then(|(name, after)| Some((place(name)?, after))) {
            Some((words, after)) => {
                filled += &words;
                rest = after;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled + rest
}

fn dates(asked: &Asked) -> String {
    let dates = asked
        .columns
        .iter()
        .filter(|column| matches!(column.kind(), Kind::Day | Kind::Moment));
    let dates: Vec<String> = dates.map(|column| quoted(&column.header)).collect();
    format!("[{}]", dates.join(", "))
}

/// JSON as it can stand between apostrophes.
fn without_apostrophe(json: &str) -> String {
    json.replace('\'', "\\u0027")
}

fn record(parameters: &[(&str, String)]) -> String {
    let fields = parameters.iter().map(|(name, value)| {
        let value = value.replace("#(", "#(#)(").replace('"', "\"\"");
        format!("{name} = \"{value}\"")
    });
    fields.collect::<Vec<_>>().join(", ")
}
