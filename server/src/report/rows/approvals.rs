//! One row a request to a mentor.

use entity::{approval_request, enrolment, mentor, task};
use sea_orm::sea_query::ExprTrait as _;
use sea_orm::{ColumnTrait as _, IntoSimpleExpr as _};

use super::{on, place, rows_of, those_who_see_work, while_so, with_place};
use crate::clock::days_between;
use crate::report::column::{of, reckoned};
use crate::report::value::maybe;
use crate::report::words::APPROVAL_STATE;
use crate::report::{Kind, Report, Value};

pub(super) fn report() -> Report {
    use approval_request::Column::{
        AskedAt, DecidedAt, EnrolmentId, Id, MentorId, Notices, Reminders, State, TaskId,
    };
    let mut columns = vec![
        of(
            Kind::Id,
            "approval_id",
            "Request id",
            "One asking of a mentor to approve a task; stable for good.",
            Id,
        ),
        of(Kind::Id, "task_id", "Task id", "The task.", TaskId),
        of(
            Kind::Text,
            "task",
            "Task",
            "What the task is called.",
            task::Column::Title,
        ),
    ];
    columns.extend(place());
    columns.extend([
        of(
            Kind::Id,
            "mentor_id",
            "Mentor id",
            "Whom it waits for, or who answered.",
            MentorId,
        ),
        of(
            Kind::Text,
            "mentor",
            "Mentor",
            "The mentor's name.",
            mentor::Column::Name,
        )
        .naming(),
        of(
            Kind::Word(&APPROVAL_STATE),
            "state",
            "State",
            "Where the request stands.",
            State,
        ),
        of(
            Kind::Moment,
            "asked_at",
            "Asked",
            "When the mentor was asked, in UTC.",
            AskedAt,
        ),
        of(
            Kind::Moment,
            "answered_at",
            "Answered",
            "When the mentor answered, in UTC.",
            DecidedAt,
        )
        .or_nothing(),
        reckoned(
            Kind::Decimal,
            "hours_to_answer",
            "Hours to answer",
            "Hours from asking to the answer, to a tenth.",
            vec![AskedAt.into_simple_expr(), DecidedAt.into_simple_expr()],
            |cells| {
                let span = cells.moment(0)?.zip(cells.moment(1)?);
                Ok(maybe(span, |(asked, answered)| {
                    Value::Decimal(hours(answered - asked))
                }))
            },
        )
        .or_nothing(),
        reckoned(
            Kind::Whole,
            "waiting_days",
            "Waiting days",
            "Days in London since the mentor was asked, while it waits.",
            vec![State.into_simple_expr(), AskedAt.into_simple_expr()],
            |cells| {
                let waits = cells.text(0)? == Some("waiting");
                let since = cells.moment(1)?.filter(|_| waits);
                Ok(maybe(since, |since| {
                    Value::Whole(days_between(since, cells.at.now))
                }))
            },
        )
        .since(while_so(
            State.eq(approval_request::State::Waiting),
            AskedAt,
        ))
        .or_nothing(),
        of(
            Kind::Whole,
            "reminders",
            "Reminders",
            "How many reminders the mentor has had.",
            Reminders.into_simple_expr().cast_as("bigint"),
        ),
        of(
            Kind::Whole,
            "notices",
            "Notices",
            "How many times the participant was told that no answer has come.",
            Notices.into_simple_expr().cast_as("bigint"),
        ),
    ]);
    Report {
        name: "approvals",
        title: "Approvals",
        about: "One row a request to a mentor to approve a task: when it was asked, and when and how it was answered.",
        columns,
        from: |reader| {
            let requests = rows_of(approval_request::Entity)
                .inner_join(enrolment::Entity, on(enrolment::Column::Id, EnrolmentId))
                .inner_join(task::Entity, on(task::Column::Id, TaskId))
                .inner_join(mentor::Entity, on(mentor::Column::Id, MentorId))
                .take();
            with_place(requests, reader)
        },
        key: vec![(Id.into_simple_expr(), Kind::Id)],
        permits: those_who_see_work,
    }
}

/// A span in hours, to a tenth.
pub(super) fn hours(span: chrono::Duration) -> f64 {
    let tenths = (span.num_seconds() + 180).div_euclid(360);
    f64::from(i32::try_from(tenths).unwrap_or(i32::MAX)) / 10.0
}
