//! The address of a report's file with just the rows and columns that the page shows.

use super::asked::Asked;
use super::queries::Report;

/// Below the portal's own address, such as `reports/tasks.csv?columns=title`.
pub fn path(report: &Report, asked: &Asked, ending: &str) -> String {
    let encoded = parameters(asked).into_iter().map(|(name, value)| {
        let value = String::from(js_sys::encode_uri_component(&value));
        // The one sign that this leaves alone and that would end a text in a shell.
        format!("{name}={}", value.replace('\'', "%27"))
    });
    let encoded: Vec<String> = encoded.collect();
    format!("reports/{}.{ending}?{}", report.name, encoded.join("&"))
}

/// What follows the question mark, not encoded yet.
pub fn parameters(asked: &Asked) -> Vec<(&'static str, String)> {
    let columns: Vec<&str> = asked.columns.iter().map(|one| one.name.as_str()).collect();
    let mut parameters = vec![("columns", columns.join(","))];
    parameters.extend(asked.filter().map(|filter| ("where", filter)));
    if let Some((column, descending)) = &asked.order {
        parameters.push(("orderBy", column.name.clone()));
        if *descending {
            parameters.push(("direction", "DESC".into()));
        }
    }
    parameters
}
