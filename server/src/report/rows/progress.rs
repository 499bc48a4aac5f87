//! One row a group and outcome: how many participants have covered it.

use entity::{award, cohort, enrolment, outcome, programme, task, task_outcome, training_group};
use sea_orm::IntoSimpleExpr as _;
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Func, Query, SelectStatement, SimpleExpr};

use super::{aliased, everybody, on, rows_of};
use crate::access::Guarded as _;
use crate::reading::Reader;
use crate::report::column::of;
use crate::report::{Kind, Report};

pub(super) fn report() -> Report {
    let columns = vec![
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
        of(
            Kind::Text,
            "outcome",
            "Outcome",
            "Our code for the outcome, such as A1.",
            outcome::Column::Code,
        ),
        of(
            Kind::Text,
            "outcome_title",
            "Outcome title",
            "What the outcome is about.",
            outcome::Column::Title,
        ),
        of(
            Kind::Whole,
            "position",
            "Position",
            "The outcome's place in the award, from 1.",
            outcome::Column::Position
                .into_simple_expr()
                .cast_as("bigint"),
        ),
        of(
            Kind::Whole,
            "participants",
            "Participants",
            "How many participants the group has, of those that you may see.",
            aliased("counted", "all_of_them"),
        ),
        of(
            Kind::Whole,
            "none",
            "None",
            "How many of them have no task that points to the outcome.",
            aliased("counted", "all_of_them")
                .sub(aliased("counted", "partial"))
                .sub(aliased("counted", "met")),
        ),
        of(
            Kind::Whole,
            "partial",
            "Partial",
            "How many have one, but none approved.",
            aliased("counted", "partial"),
        ),
        of(
            Kind::Whole,
            "met",
            "Met",
            "How many have covered it by an approved task.",
            aliased("counted", "met"),
        ),
    ];
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

/// How many enrolments of each group stand how with each outcome of their award.
fn counted(reader: &Reader) -> SelectStatement {
    let outcome = || outcome::Column::Id.into_simple_expr();
    let enrolment = || enrolment::Column::Id.into_simple_expr();
    let of_this = aliased("claimed", "enrolment_id")
        .eq(enrolment())
        .and(aliased("claimed", "outcome_id").eq(outcome()));
    let with = |level: i32| -> SimpleExpr {
        let is = aliased("claimed", "level").eq(level);
        Func::count(Expr::case(is, 1)).into()
    };
    rows_of(enrolment::Entity)
        .inner_join(
            cohort::Entity,
            on(cohort::Column::Id, enrolment::Column::CohortId),
        )
        .inner_join(
            programme::Entity,
            on(programme::Column::Id, cohort::Column::ProgrammeId),
        )
        .inner_join(
            award::Entity,
            on(award::Column::Id, programme::Column::AwardId),
        )
        .inner_join(
            outcome::Entity,
            on(outcome::Column::AwardId, award::Column::Id),
        )
        .join_subquery(
            sea_orm::JoinType::LeftJoin,
            claimed(),
            Alias::new("claimed"),
            of_this,
        )
        .expr_as(
            enrolment::Column::GroupId.into_simple_expr(),
            Alias::new("group_id"),
        )
        .expr_as(outcome(), Alias::new("outcome_id"))
        .expr_as(Func::count(enrolment()), Alias::new("all_of_them"))
        .expr_as(with(1), Alias::new("partial"))
        .expr_as(with(2), Alias::new("met"))
        .cond_where(enrolment::Entity::visible(&reader.actor))
        .add_group_by([enrolment::Column::GroupId.into_simple_expr(), outcome()])
        .take()
}

/// The best that any task does for each enrolment and outcome that it claims: 2 approved, 1 not yet, 0 waived.
fn claimed() -> SelectStatement {
    let level =
        Expr::cust("CASE task.state WHEN 'approved' THEN 2 WHEN 'waived' THEN 0 ELSE 1 END");
    let enrolment = task::Column::EnrolmentId.into_simple_expr();
    let outcome = task_outcome::Column::OutcomeId.into_simple_expr();
    rows_of(task_outcome::Entity)
        .inner_join(
            task::Entity,
            on(task::Column::Id, task_outcome::Column::TaskId),
        )
        .expr_as(enrolment.clone(), Alias::new("enrolment_id"))
        .expr_as(outcome.clone(), Alias::new("outcome_id"))
        .expr_as(Func::max(level), Alias::new("level"))
        .add_group_by([enrolment, outcome])
        .take()
}
