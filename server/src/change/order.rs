//! The order of changes.

use entity::change::{Column, Entity};
use sea_orm::sea_query::{Expr, ExprTrait as _, SimpleExpr};
use sea_orm::{DbBackend, IntoSimpleExpr as _, QueryOrder as _, Select};

use super::cursor::Place;

/// How a database orders changes: PostgreSQL by transaction and position, SQLite by position alone, which is its only key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ordered(pub DbBackend);

impl Ordered {
    /// After this place.
    pub fn after(self, place: Place) -> SimpleExpr {
        self.key().gt(self.value(place))
    }

    /// At this place or before it.
    pub fn upto(self, place: Place) -> SimpleExpr {
        self.key().lte(self.value(place))
    }

    /// The earliest first.
    pub fn sort(self, changes: Select<Entity>) -> Select<Entity> {
        match self.0 {
            DbBackend::Sqlite => changes.order_by_asc(Column::Position),
            _ => changes
                .order_by_asc(Column::Xid)
                .order_by_asc(Column::Position),
        }
    }

    fn key(self) -> SimpleExpr {
        match self.0 {
            DbBackend::Sqlite => Column::Position.into_simple_expr(),
            _ => Expr::tuple([
                Column::Xid.into_simple_expr(),
                Column::Position.into_simple_expr(),
            ]),
        }
    }

    fn value(self, place: Place) -> SimpleExpr {
        match self.0 {
            DbBackend::Sqlite => place.position.into(),
            _ => Expr::tuple([place.xid.into(), place.position.into()]),
        }
    }
}
