//! How far outcomes are covered, counted: what the reports by outcome share.

use entity::{award, enrolment, outcome, task, task_outcome};
use sea_orm::IntoSimpleExpr as _;
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Func, SelectStatement, SimpleExpr};

use super::participants::with_course;
use super::{aliased, on, rows_of};
use crate::access::Guarded as _;
use crate::access::bounds::tasks_counted;
use crate::reading::Reader;
use crate::report::column::of;
use crate::report::{Column, Kind};

/// The columns over [`counted`], joined with the outcome.
pub(super) fn columns() -> [Column; 7] {
    [
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
            "How many participants there are, of those that you may see.",
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
    ]
}

/// How many enrolments stand how with each outcome of their award. More may be selected and grouped by.
pub(super) fn counted(reader: &Reader) -> SelectStatement {
    let outcome = || outcome::Column::Id.into_simple_expr();
    let enrolment = || enrolment::Column::Id.into_simple_expr();
    let of_this = aliased("claimed", "enrolment_id")
        .eq(enrolment())
        .and(aliased("claimed", "outcome_id").eq(outcome()));
    let with = |level: i32| -> SimpleExpr {
        let is = aliased("claimed", "level").eq(level);
        Func::count(Expr::case(is, 1)).into()
    };
    with_course(rows_of(enrolment::Entity), enrolment::Column::CohortId)
        .inner_join(
            outcome::Entity,
            on(outcome::Column::AwardId, award::Column::Id),
        )
        .join_subquery(
            sea_orm::JoinType::LeftJoin,
            claimed(reader),
            Alias::new("claimed"),
            of_this,
        )
        .expr_as(outcome(), Alias::new("outcome_id"))
        .expr_as(Func::count(enrolment()), Alias::new("all_of_them"))
        .expr_as(with(1), Alias::new("partial"))
        .expr_as(with(2), Alias::new("met"))
        .cond_where(enrolment::Entity::visible(&reader.actor))
        .add_group_by([outcome()])
        .take()
}

/// The best that any task does for each enrolment and outcome that it claims: 2 approved, 1 not yet, 0 waived.
fn claimed(reader: &Reader) -> SelectStatement {
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
        .cond_where(tasks_counted(&reader.actor))
        .add_group_by([enrolment, outcome])
        .take()
}
