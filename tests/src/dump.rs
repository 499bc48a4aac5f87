//! Every row of every table, to compare or to search.

use std::collections::BTreeMap;

use sea_orm::{DatabaseConnection, DbBackend, FromQueryResult, Statement};

/// The rows of each table as text, in no particular order made one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dump(pub BTreeMap<String, Vec<String>>);

#[derive(FromQueryResult)]
struct Line {
    line: String,
}

impl Dump {
    pub(crate) async fn of(db: &DatabaseConnection) -> Self {
        let mut tables = BTreeMap::new();
        for table in names(db).await {
            let mut rows = lines(db, &select(db, &table).await).await;
            rows.sort_unstable();
            tables.insert(table, rows);
        }
        Self(tables)
    }

    /// The rows that contain this text, with their tables.
    pub fn find(&self, text: &str) -> Vec<(&str, &str)> {
        let rows = self
            .0
            .iter()
            .flat_map(|(table, rows)| rows.iter().map(move |row| (table.as_str(), row.as_str())));
        rows.filter(|(_, row)| row.contains(text)).collect()
    }

    /// The tables that are not the same in the other.
    pub fn differing<'a>(&'a self, other: &'a Self) -> Vec<&'a str> {
        let tables = self
            .0
            .iter()
            .filter(|(table, rows)| other.0.get(*table) != Some(rows));
        tables.map(|(table, _)| table.as_str()).collect()
    }
}

async fn names(db: &DatabaseConnection) -> Vec<String> {
    let sql = match db.get_database_backend() {
        DbBackend::Sqlite => "SELECT name AS line FROM sqlite_master WHERE type = 'table'",
        _ => "SELECT tablename::text AS line FROM pg_tables WHERE schemaname = 'public'",
    };
    lines(db, sql).await
}

/// Every column of every row as text, nothing left out.
async fn select(db: &DatabaseConnection, table: &str) -> String {
    if db.get_database_backend() != DbBackend::Sqlite {
        return format!(r#"SELECT t::text AS line FROM "{table}" t"#);
    }
    let columns = lines(
        db,
        &format!("SELECT name AS line FROM pragma_table_info('{table}')"),
    )
    .await;
    let quoted: Vec<String> = columns
        .iter()
        .map(|column| format!(r#"quote("{column}")"#))
        .collect();
    format!(
        r#"SELECT {} AS line FROM "{table}""#,
        quoted.join(" || ',' || ")
    )
}

async fn lines(db: &DatabaseConnection, sql: &str) -> Vec<String> {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let found = Line::find_by_statement(statement)
        .all(db)
        .await
        .expect("rows");
    found.into_iter().map(|row| row.line).collect()
}
