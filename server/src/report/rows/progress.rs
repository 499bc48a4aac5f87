//! One row a group and outcome: how many participants have covered it.

use entity::{cohort, enrolment, outcome, training_group};
use sea_orm::IntoSimpleExpr as _;
use sea_orm::sea_query::{Alias, ExprTrait as _, Query, SelectStatement};

use super::{aliased, everybody, levels, on};
use crate::reading::Reader;
use crate::report::column::of;
use crate::report::{Kind, Report};

pub(super) fn report() -> Report {
    let mut columns = vec![
        of(
            Kind::Id,
            "group_id",
            "Group id",
            "The training group; stable for good.",
            aliased("counted", "group_id"),
        ),
        of(
            Kind::Text,
            "group",
            "Group",
            "The name of the training group.",
            training_group::Column::Name,
        ),
        of(
            Kind::Text,
            "cohort",
            "Cohort",
            "The name of the cohort.",
            cohort::Column::Name,
        ),
    ];
    columns.extend(levels::columns());
    Report {
        name: "progress",
        title: "Outcomes by group",
        about: "One row a group and outcome: how many participants have covered it, have begun to, or have not.",
        columns,
        from: groups,
        key: vec![
            (aliased("counted", "group_id"), Kind::Id),
            (aliased("counted", "outcome_id"), Kind::Id),
        ],
        permits: everybody,
    }
}

fn groups(reader: &Reader) -> SelectStatement {
    Query::select()
        .from_subquery(counted(reader), Alias::new("counted"))
        .inner_join(
            training_group::Entity,
            training_group::Column::Id
                .into_simple_expr()
                .eq(aliased("counted", "group_id")),
        )
        .inner_join(
            cohort::Entity,
            on(cohort::Column::Id, training_group::Column::CohortId),
        )
        .inner_join(
            outcome::Entity,
            outcome::Column::Id
                .into_simple_expr()
                .eq(aliased("counted", "outcome_id")),
        )
        .take()
}

fn counted(reader: &Reader) -> SelectStatement {
    let group = enrolment::Column::GroupId.into_simple_expr();
    levels::counted(reader)
        .expr_as(group.clone(), Alias::new("group_id"))
        .add_group_by([group])
        .take()
}
