//! One row a participant and outcome: how far it is covered, and by what.

use entity::{enrolment, outcome};
use sea_orm::IntoSimpleExpr as _;
use sea_orm::sea_query::{Expr, ExprTrait as _};

use super::participants::{course, with_course};
use super::{on, place, rows_of, those_who_see_work, with_place};
use crate::report::column::of;
use crate::report::words::COVERAGE;
use crate::report::{Kind, Report};

/// An approved task covers an outcome; one that is neither approved nor waived begins to.
const COVERAGE_SQL: &str = "CASE (SELECT max(CASE t.state WHEN 'approved' THEN 2 WHEN 'waived' THEN 0 ELSE 1 END) \
    FROM task t JOIN task_outcome c ON c.task_id = t.id \
    WHERE t.enrolment_id = enrolment.id AND c.outcome_id = outcome.id) \
    WHEN 2 THEN 'met' WHEN 1 THEN 'partial' ELSE 'none' END";

const MET_BY: &str = "(SELECT string_agg(t.title, '; ' ORDER BY t.position) FROM task t \
    JOIN task_outcome c ON c.task_id = t.id \
    WHERE t.enrolment_id = enrolment.id AND c.outcome_id = outcome.id AND t.state = 'approved')";

pub(super) fn report() -> Report {
    use outcome::Column::{AwardId, Code, Id, Position, Section, Title};
    let mut columns = Vec::from(place());
    columns.extend(course());
    columns.extend([
        of(
            Kind::Text,
            "outcome",
            "Outcome",
            "Our code for the outcome, such as A1.",
            Code,
        ),
        of(
            Kind::Text,
            "section",
            "Section",
            "The section that the outcome belongs to.",
            Section,
        ),
        of(
            Kind::Text,
            "outcome_title",
            "Outcome title",
            "What the outcome is about.",
            Title,
        ),
        of(
            Kind::Whole,
            "position",
            "Position",
            "The outcome's place in the award, from 1.",
            Position.into_simple_expr().cast_as("bigint"),
        ),
        of(
            Kind::Word(&COVERAGE),
            "coverage",
            "Coverage",
            "None: no task points to it. Partial: a task does that is not approved yet. Met: an approved task covers it.",
            Expr::cust(COVERAGE_SQL),
        ),
        of(
            Kind::Text,
            "met_by",
            "Met by",
            "The approved tasks that cover it, separated by semicolons.",
            Expr::cust(MET_BY),
        )
        .or_nothing(),
    ]);
    Report {
        name: "outcomeMatrix",
        title: "Outcome matrix",
        about: "One row a participant and outcome of their award: whether it is covered, and by which tasks.",
        columns,
        from: |reader| {
            let enrolments = with_course(rows_of(enrolment::Entity), enrolment::Column::CohortId)
                .inner_join(outcome::Entity, on(AwardId, entity::award::Column::Id))
                .take();
            with_place(enrolments, reader)
        },
        key: vec![
            (enrolment::Column::Id.into_simple_expr(), Kind::Id),
            (Id.into_simple_expr(), Kind::Id),
        ],
        permits: those_who_see_work,
    }
}
