//! The record of changes of this database: from where to where it reaches.

use entity::change_record::{Column, Entity};
use entity::{change, training_group};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, DatabaseConnection, DbBackend, EntityTrait as _, FromQueryResult,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, Statement,
};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::cursor::Place;
use crate::access::bounds::groups_run;
use crate::access::{Actor, changed};
use crate::error::{Error, Result};
use crate::portal::Portal;
use crate::reading::Reader;
use crate::tx;

/// What is known of the record at one moment.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Record {
    epoch: String,
    place: String,
    /// Where this database lies.
    here: String,
    cleared_xid: i64,
    cleared_position: i64,
    last_xid: i64,
    last_position: i64,
}

/// Copied to another server, or into another database, or brought back from a backup, the record would go on with other
/// transaction numbers. Of every transaction below the horizon it is known how it ended.
const POSTGRES: &str = "SELECT epoch, place, cleared_xid, cleared_position,
    (SELECT system_identifier::text FROM pg_control_system())
        || '/' || (SELECT timeline_id::text FROM pg_control_checkpoint())
        || '/' || (SELECT oid::text FROM pg_database WHERE datname = current_database()) AS here,
    pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1 AS last_xid,
    9223372036854775807 AS last_position
    FROM change_record";

const SQLITE: &str =
    "SELECT epoch, place, cleared_xid, cleared_position, place AS here, 0 AS last_xid,
    COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'change'), 0) AS last_position
    FROM change_record";

impl Record {
    /// The record, begun anew if the database has moved.
    pub async fn open(portal: &Portal) -> Result<Self> {
        let found = Self::look(&portal.db.read).await?;
        if found.place == found.here {
            return Ok(found);
        }
        begin_anew(portal, found).await?;
        Self::look(&portal.db.read).await
    }

    async fn look(db: &DatabaseConnection) -> Result<Self> {
        let sql = match db.get_database_backend() {
            DbBackend::Sqlite => SQLITE,
            _ => POSTGRES,
        };
        let statement = Statement::from_string(db.get_database_backend(), sql);
        let found = Self::find_by_statement(statement).one(db).await?;
        found.ok_or_else(|| Error::Internal(anyhow::anyhow!("the record of changes is gone")))
    }

    /// Up to here changes have been cleared away.
    pub fn cleared(&self) -> Place {
        Place {
            xid: self.cleared_xid,
            position: self.cleared_position,
        }
    }

    /// Up to here nothing more can come.
    pub fn horizon(&self) -> Place {
        Place {
            xid: self.last_xid,
            position: self.last_position,
        }
    }

    /// Names this record as the reader sees it. Whoever's view changes has to read the lists anew: what comes into a view
    /// with a role or a group has not changed itself.
    pub async fn view(&self, reader: &Reader) -> Result<u64> {
        let mut view = format!("{} {}", self.epoch, changed::view(&reader.actor));
        if let Some(run) = groups_run(&reader.actor) {
            let groups: Vec<Uuid> = training_group::Entity::find()
                .select_only()
                .column(training_group::Column::Id)
                .filter(training_group::Column::Id.in_subquery(run))
                .order_by_asc(training_group::Column::Id)
                .into_tuple()
                .all(&reader.db)
                .await?;
            view = groups
                .iter()
                .fold(view, |view, group| format!("{view} {group}"));
        }
        let hash: [u8; 32] = Sha256::digest(view.as_bytes()).into();
        Ok(hash[..8]
            .iter()
            .fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }
}

/// What was written down elsewhere has other numbers; a new epoch refuses the cursors that were given there.
async fn begin_anew(portal: &Portal, found: Record) -> Result<()> {
    tx::write(portal, &Actor::System, async |tx| {
        let begun = Entity::update_many()
            .col_expr(Column::Epoch, Expr::value(Uuid::now_v7().to_string()))
            .col_expr(Column::Place, Expr::value(found.here))
            .col_expr(Column::ClearedXid, Expr::value(-1))
            .col_expr(Column::ClearedPosition, Expr::value(-1))
            .filter(Column::Place.eq(found.place))
            .exec(tx)
            .await?;
        if begun.rows_affected > 0 {
            change::Entity::delete_many().exec(tx).await?;
        }
        Ok(())
    })
    .await
}
