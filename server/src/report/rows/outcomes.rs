//! One row an outcome: how many participants have covered it.

use entity::{award, outcome};
use sea_orm::IntoSimpleExpr as _;
use sea_orm::sea_query::{Alias, ExprTrait as _, Query};

use super::{aliased, everybody, levels, on};
use crate::report::column::of;
use crate::report::{Kind, Report};

pub(super) fn report() -> Report {
    let mut columns = vec![
        of(
            Kind::Id,
            "outcome_id",
            "Outcome id",
            "The outcome; stable for good.",
            outcome::Column::Id,
        ),
        of(
            Kind::Text,
            "award",
            "Award",
            "The short name of the award that the outcome belongs to.",
            award::Column::ShortName,
        ),
    ];
    columns.extend(levels::columns());
    Report {
        name: "outcomes",
        title: "Outcomes",
        about: "One row an outcome of an award: how many participants have covered it, have begun to, or have not.",
        columns,
        from: |reader| {
            Query::select()
                .from_subquery(levels::counted(reader), Alias::new("counted"))
                .inner_join(
                    outcome::Entity,
                    outcome::Column::Id
                        .into_simple_expr()
                        .eq(aliased("counted", "outcome_id")),
                )
                .inner_join(
                    award::Entity,
                    on(award::Column::Id, outcome::Column::AwardId),
                )
                .take()
        },
        key: vec![(outcome::Column::Id.into_simple_expr(), Kind::Id)],
        permits: everybody,
    }
}
