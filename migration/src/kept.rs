//! Tables whose rows the database itself refuses to change or to delete, whoever asks.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm;

const VERBS: [&str; 2] = ["update", "delete"];

/// Refuses from now on; `why` is what the database says then.
pub async fn keep(manager: &SchemaManager<'_>, table: &str, why: &str) -> Result<(), DbErr> {
    refuse(manager, table, why, None).await
}

/// Refuses to delete rows, and to change what `rewrites`, a condition over `OLD` and `NEW`, finds.
pub async fn keep_from(
    manager: &SchemaManager<'_>,
    table: &str,
    why: &str,
    rewrites: &str,
) -> Result<(), DbErr> {
    refuse(manager, table, why, Some(rewrites)).await
}

async fn refuse(
    manager: &SchemaManager<'_>,
    table: &str,
    why: &str,
    rewrites: Option<&str>,
) -> Result<(), DbErr> {
    let db = manager.get_connection();
    let is_postgres = is_postgres(manager);
    if is_postgres {
        db.execute_unprepared(&format!(
            "CREATE FUNCTION {table}_is_kept() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN RAISE EXCEPTION '{why}'; END $$"
        ))
        .await?;
    }
    let each = match (is_postgres, rewrites) {
        (true, None) => "FOR EACH STATEMENT",
        _ => "FOR EACH ROW",
    };
    let action = match is_postgres {
        true => format!("EXECUTE FUNCTION {table}_is_kept()"),
        false => format!("BEGIN SELECT RAISE(ABORT, '{why}'); END"),
    };
    for verb in VERBS {
        let when = rewrites
            .filter(|_| verb == "update")
            .map_or_else(String::new, |rewrites| format!("WHEN ({rewrites})"));
        db.execute_unprepared(&format!(
            "CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} {each} {when} {action}"
        ))
        .await?;
    }
    Ok(())
}

/// Lets the rows change again.
pub async fn release(manager: &SchemaManager<'_>, table: &str) -> Result<(), DbErr> {
    let db = manager.get_connection();
    let is_postgres = is_postgres(manager);
    for verb in VERBS {
        let name = format!("{table}_no_{verb}");
        let drop = match is_postgres {
            true => format!("DROP TRIGGER {name} ON {table}"),
            false => format!("DROP TRIGGER {name}"),
        };
        db.execute_unprepared(&drop).await?;
    }
    if is_postgres {
        db.execute_unprepared(&format!("DROP FUNCTION {table}_is_kept()"))
            .await?;
    }
    Ok(())
}

fn is_postgres(manager: &SchemaManager<'_>) -> bool {
    manager.get_database_backend() == sea_orm::DbBackend::Postgres
}
