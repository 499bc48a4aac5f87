//! GraphiQL, an explorer for the API, from our own server alone.

use std::collections::BTreeMap;

use super::app::{fill, read};
use super::sheet;
use super::store::Store;
use crate::place::Place;

/// Our name, and the package's file.
const SCRIPTS: [(&str, &str); 3] = [
    ("react.js", "react/umd/react.production.min.js"),
    ("react-dom.js", "react-dom/umd/react-dom.production.min.js"),
    ("graphiql.js", "graphiql/graphiql.min.js"),
];

/// Writes `graphiql/`: a page for `/graphiql`, and the hashed files that it finds under
/// `/graphiql-assets`.
///
/// # Errors
/// When a file is missing.
pub fn write(place: &Place, store: &mut Store) -> anyhow::Result<()> {
    let mut names = BTreeMap::new();
    let mut put = |name: &str, text: &str| {
        let hashed = store.put("graphiql", name, text.as_bytes())?;
        names.insert(name.to_owned(), hashed);
        anyhow::Ok(())
    };
    for (name, file) in SCRIPTS {
        put(
            name,
            &without_map(&read(place, &format!("node_modules/{file}"))?),
        )?;
    }
    put("graphiql.css", &style(place)?)?;
    put("start.js", &read(place, "graphiql/start.js")?)?;
    let page = fill(
        &read(place, "graphiql/index.html")?,
        "/graphiql-assets",
        &names,
    )?;
    store.put_as_is("graphiql/index.html", page.as_bytes())
}

/// A browser's tools would ask for a source map that is not there.
fn without_map(js: &str) -> String {
    let lines = js
        .lines()
        .filter(|line| !line.starts_with("//# sourceMappingURL="));
    lines.collect::<Vec<_>>().join("\n")
}

/// Its fonts are embedded as data, which our policy blocks; the system's do as well.
fn style(place: &Place) -> anyhow::Result<String> {
    let theirs = read(place, "node_modules/graphiql/graphiql.min.css")?;
    let theirs = sheet::filter(&theirs, &|_| true, &|_, body| body.to_owned());
    Ok(theirs + &read(place, "graphiql/graphiql.css")?)
}
