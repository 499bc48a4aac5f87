//! What lists of applications are narrowed by of what lies ahead of them.

use entity::application::Column;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait as _, Condition, ConnectionTrait as _};

use super::{ApplicationTrouble, ApplicationTroubleFilter};
use crate::application::{hindered, holder, rows, step};
use crate::error::Result;
use crate::reading::Reader;
use crate::schema::{Operator, Target};

/// What an operator looks at.
#[derive(Clone, Copy, Debug)]
pub(super) enum Ahead {
    Step,
    Holder,
}

impl<O: Operator> Target<O> for Ahead {
    fn holds(self, reader: &Reader, operator: &O) -> Result<Condition> {
        let backend = reader.db.get_database_backend();
        let value = match self {
            Self::Step => step(backend),
            Self::Holder => holder(backend),
        };
        Ok(among(operator.on(reader, value)?))
    }
}

/// The troubles of an application, of which it may have none or several.
#[derive(Clone, Copy, Debug)]
pub(super) struct Troubles;

impl Target<ApplicationTroubleFilter> for Troubles {
    fn holds(self, reader: &Reader, said: &ApplicationTroubleFilter) -> Result<Condition> {
        let backend = reader.db.get_database_backend();
        let hindered = |by: &ApplicationTrouble| hindered((*by).into(), backend);
        let any = said.one_of.as_ref().map(|troubles| {
            let none = Condition::any().add(Expr::cust("1 = 0"));
            troubles.iter().map(hindered).fold(none, Condition::add)
        });
        let all = Condition::all()
            .add_option(said.eq.as_ref().map(hindered))
            .add_option(any.map(SimpleExpr::from));
        Ok(among(all))
    }
}

fn among(fits: Condition) -> Condition {
    let mut fitting = rows();
    fitting.cond_where(fits);
    Condition::all().add(Column::Id.in_subquery(fitting))
}
