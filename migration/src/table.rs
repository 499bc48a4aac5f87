//! The pieces that every migration is built from; names follow from the columns.

use sea_orm_migration::prelude::*;

/// `column` names a row of `to` by its id; a row that is named cannot go.
pub fn foreign_key(
    table: &'static str,
    column: &'static str,
    to: &'static str,
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_{column}_fk"))
        .from(table, column)
        .to(to, "id")
        .to_owned()
}

/// An index for looking up by `columns`.
pub fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index
        .name(format!("{table}_{}_idx", columns.join("_")))
        .table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

/// No two rows have the same `columns`. Errors are told apart by this name.
pub fn unique(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    index(table, columns)
        .name(format!("{table}_{}_once", columns.join("_")))
        .unique()
        .to_owned()
}
