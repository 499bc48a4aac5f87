//! Every change of the tables can be taken back, and then made once more.

use std::collections::BTreeMap;

use migration::{Migrator, MigratorTrait as _};
use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use server::database::Db;
use tests::Database;

/// Everything that a database has by name, with what it is.
type Shape = BTreeMap<String, String>;

const SQLITE: &str =
    "SELECT type || ' ' || name AS name, coalesce(sql, '') AS told FROM sqlite_master";

const POSTGRES: &str = "
    SELECT 'column ' || table_name || '.' || column_name AS name,
        concat_ws(' ', data_type, is_nullable, column_default,
            row_number() OVER (PARTITION BY table_name ORDER BY ordinal_position)) AS told
    FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT 'index ' || indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT 'constraint ' || conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT 'trigger ' || tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid)
    FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT 'function ' || oid::regprocedure, pg_get_functiondef(oid)
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
    UNION ALL SELECT 'sequence ' || sequencename, data_type::text FROM pg_sequences WHERE schemaname = 'public'
    UNION ALL SELECT 'type ' || typname, typtype::text FROM pg_type
    WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd')";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_change_can_be_taken_back() {
    let database = Database::create().await;
    let db = Db::connect(database.url()).await.expect("a database");
    db.migrate().await.expect("tables");
    let newest = shape(&db).await;
    assert!(newest.len() > 100, "{} things", newest.len());

    let mut on_the_way = vec![newest];
    for _ in 0..Migrator::migrations().len() {
        Migrator::down(&db.write, Some(1))
            .await
            .expect("taken back");
        on_the_way.push(shape(&db).await);
    }
    let bare = on_the_way.pop().expect("the shape of nothing");
    let left: Vec<&String> = bare.keys().filter(|name| !is_its_own(name)).collect();
    assert_eq!(left, Vec::<&String>::new(), "left behind");

    while let Some(was) = on_the_way.pop() {
        Migrator::up(&db.write, Some(1)).await.expect("made again");
        let is = shape(&db).await;
        for (name, told) in &was {
            assert_eq!(is.get(name), Some(told), "{name}");
        }
        assert_eq!(is.len(), was.len(), "more than before");
    }
    database.remove(&db).await;
}

/// What the migrator and the databases keep for themselves.
fn is_its_own(name: &str) -> bool {
    name.contains("seaql_migrations") || name.contains("sqlite_")
}

async fn shape(db: &Db) -> Shape {
    let backend = db.read.get_database_backend();
    let sql = match backend {
        DbBackend::Postgres => POSTGRES,
        _ => SQLITE,
    };
    let found = db.read.query_all_raw(Statement::from_string(backend, sql));
    let rows = found.await.expect("the database knows itself").into_iter();
    let text = |row: &sea_orm::QueryResult, at: &str| row.try_get("", at).expect("a text");
    rows.map(|row| (text(&row, "name"), text(&row, "told")))
        .collect()
}
