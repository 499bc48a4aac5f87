//! Databases on a PostgreSQL server: copies of one that was migrated once, whichever process came first.

use std::time::UNIX_EPOCH;

use sea_orm::{
    ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection, DbBackend, Statement,
};
use server::database::Db;
use uuid::Uuid;

/// The advisory lock under which the template is made; any number, as long as all processes agree.
const LOCK: i64 = 7_365_621;

/// Makes a database with all tables and answers its name.
pub async fn create(server: &str) -> String {
    let office = connect(server).await;
    let template = template(server, &office).await;
    let name = format!("portal_test_{}", Uuid::now_v7().simple());
    run(
        &office,
        &format!("CREATE DATABASE {name} TEMPLATE {template}"),
    )
    .await;
    close(office).await;
    name
}

/// Deletes the database, whoever still holds a connection to it.
pub async fn remove(server: &str, name: &str) {
    let office = connect(server).await;
    run(
        &office,
        &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
    )
    .await;
    close(office).await;
}

/// The address of another database on the same server.
pub fn address(server: &str, name: &str) -> String {
    let (before, query) = server
        .split_once('?')
        .map_or((server, None), |(url, query)| (url, Some(query)));
    let (host, _) = before
        .rsplit_once('/')
        .expect("TEST_DATABASE_URL names a database");
    match query {
        Some(query) => format!("{host}/{name}?{query}"),
        None => format!("{host}/{name}"),
    }
}

/// The template's name, after the first process to come here has made it.
async fn template(server: &str, office: &DatabaseConnection) -> String {
    let name = format!("portal_template_{:x}", build());
    run(office, &format!("SELECT pg_advisory_lock({LOCK})")).await;
    let known = Statement::from_string(
        DbBackend::Postgres,
        format!("SELECT 1 FROM pg_database WHERE datname = '{name}'"),
    );
    if office
        .query_one_raw(known)
        .await
        .expect("the list of databases")
        .is_none()
    {
        // Renamed when it is whole: a process that was killed on the way leaves nothing that looks ready.
        let raw = format!("{name}_raw");
        run(
            office,
            &format!("DROP DATABASE IF EXISTS {raw} WITH (FORCE)"),
        )
        .await;
        run(office, &format!("CREATE DATABASE {raw}")).await;
        let db = Db::connect(&address(server, &raw))
            .await
            .expect("the template");
        db.migrate().await.expect("tables");
        db.close().await.expect("connections that close");
        run(office, &format!("ALTER DATABASE {raw} RENAME TO {name}")).await;
    }
    run(office, &format!("SELECT pg_advisory_unlock({LOCK})")).await;
    name
}

/// Tells builds of the tests apart, since another build may have other tables.
fn build() -> u128 {
    let program = std::env::current_exe()
        .and_then(std::fs::metadata)
        .expect("this program");
    let changed = program.modified().expect("its date");
    changed
        .duration_since(UNIX_EPOCH)
        .expect("a date after 1970")
        .as_nanos()
}

/// One connection, since the lock belongs to it.
async fn connect(server: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(server);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options)
        .await
        .expect("TEST_DATABASE_URL leads to a PostgreSQL server")
}

async fn run(db: &DatabaseConnection, sql: &str) {
    db.execute_unprepared(sql)
        .await
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
}

async fn close(db: DatabaseConnection) {
    db.close().await.expect("a connection that closes");
}
