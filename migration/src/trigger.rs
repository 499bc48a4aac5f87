//! Triggers that write down what changed, for both databases alike: row triggers with plain statements.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm;

/// A trigger on a table.
pub struct Trigger {
    pub name: &'static str,
    /// Such as `AFTER INSERT`.
    pub event: &'static str,
    pub table: &'static str,
    /// Fires only then; empty for always.
    pub when: &'static str,
    /// Locks taken first where writers are not serial.
    pub hold: &'static str,
    pub body: &'static str,
}

impl Trigger {
    /// What makes it.
    pub fn statements(&self, is_postgres: bool) -> Vec<String> {
        let Self {
            name,
            event,
            table,
            when,
            hold,
            body,
        } = self;
        let when = match *when {
            "" => String::new(),
            when => format!("WHEN ({when})"),
        };
        if is_postgres {
            let answer = if event.starts_with("BEFORE") {
                "NEW"
            } else {
                "NULL"
            };
            return vec![
                format!(
                    "CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS \
                     $$ BEGIN {hold} {body} RETURN {answer}; END $$"
                ),
                format!(
                    "CREATE TRIGGER {name} {event} ON {table} FOR EACH ROW {when} EXECUTE FUNCTION {name}()"
                ),
            ];
        }
        if body.is_empty() {
            return Vec::new();
        }
        vec![format!(
            "CREATE TRIGGER {name} {event} ON {table} FOR EACH ROW {when} BEGIN {body} END"
        )]
    }
}

macro_rules! triggers {
    ($($(#[doc = $why:literal])* $name:ident: $event:literal on $table:ident
        $(when $when:literal)? $(hold $hold:literal)? => $body:literal;)*) => {
        pub const TRIGGERS: &[$crate::trigger::Trigger] = &[$($crate::trigger::Trigger {
            name: stringify!($name),
            event: $event,
            table: stringify!($table),
            when: concat!($($when)?),
            hold: concat!($($hold)?),
            body: $body,
        }),*];
    };
}
pub(crate) use triggers;

/// Makes them all.
pub async fn make(manager: &SchemaManager<'_>, triggers: &[Trigger]) -> Result<(), DbErr> {
    let is_postgres = manager.get_database_backend() == sea_orm::DbBackend::Postgres;
    for statement in triggers.iter().flat_map(|one| one.statements(is_postgres)) {
        manager
            .get_connection()
            .execute_unprepared(&statement)
            .await?;
    }
    Ok(())
}

/// Takes them all away.
pub async fn drop(manager: &SchemaManager<'_>, triggers: &[Trigger]) -> Result<(), DbErr> {
    let is_postgres = manager.get_database_backend() == sea_orm::DbBackend::Postgres;
    for Trigger { name, table, .. } in triggers {
        let drop = if is_postgres {
            format!("DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}()")
        } else {
            format!("DROP TRIGGER IF EXISTS {name}")
        };
        manager.get_connection().execute_unprepared(&drop).await?;
    }
    Ok(())
}
