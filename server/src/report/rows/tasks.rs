//! One row a task.

use entity::{enrolment, task};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ColumnTrait as _, IntoSimpleExpr as _, Iterable as _};

use super::{on, place, rows_of, those_who_see_work, while_so, with_place};
use crate::clock::days_between;
use crate::report::column::{of, of_now, reckoned};
use crate::report::value::maybe;
use crate::report::words::TASK_STATE;
use crate::report::{Kind, Report, Value};
use crate::task::open_to_writing;

/// The codes of the outcomes that a task claims. A subquery, so that a page pays for its own rows alone.
const OUTCOMES: &str = "(SELECT string_agg(o.code, ' ' ORDER BY o.position) FROM task_outcome c \
    JOIN outcome o ON o.id = c.outcome_id WHERE c.task_id = task.id)";

pub(super) fn report() -> Report {
    use task::Column::{
        ApprovedAt, Code, DueOn, EnrolmentId, Id, State, SubmittedAt, Title, UpdatedAt,
    };
    let mut columns = vec![
        of(
            Kind::Id,
            "task_id",
            "Task id",
            "The participant's own copy of a task; stable for good.",
            Id,
        ),
        of(
            Kind::Text,
            "code",
            "Code",
            "The award's code for the task, such as policy_review.",
            Code,
        ),
        of(
            Kind::Text,
            "title",
            "Task",
            "What the task is called.",
            Title,
        ),
    ];
    columns.extend(place());
    columns.extend([
        of(
            Kind::Word(&TASK_STATE),
            "state",
            "State",
            "Where the task stands.",
            State,
        ),
        of(
            Kind::Day,
            "due_on",
            "Due",
            "The day by which it should be with the mentor, in London.",
            DueOn,
        ),
        of_now(
            Kind::Flag,
            "overdue",
            "Overdue",
            "Whether that day has passed and it is not with the mentor, approved or waived.",
            |at| {
                let open = task::State::iter().filter(|state| open_to_writing(*state));
                DueOn.lt(at.today).and(State.is_in(open))
            },
        ),
        of(
            Kind::Moment,
            "submitted_at",
            "Submitted",
            "When it last went to the mentor, in UTC.",
            SubmittedAt,
        )
        .or_nothing(),
        of(
            Kind::Moment,
            "approved_at",
            "Approved",
            "When the mentor approved it, in UTC.",
            ApprovedAt,
        )
        .or_nothing(),
        reckoned(
            Kind::Whole,
            "waiting_days",
            "Waiting days",
            "Days in London for which it has been with the mentor, while it is.",
            vec![State.into_simple_expr(), SubmittedAt.into_simple_expr()],
            |cells| {
                let waits = cells.text(0)? == Some("submitted");
                let since = cells.moment(1)?.filter(|_| waits);
                Ok(maybe(since, |since| {
                    Value::Whole(days_between(since, cells.at.now))
                }))
            },
        )
        .since(while_so(State.eq(task::State::Submitted), SubmittedAt))
        .or_nothing(),
        of(
            Kind::Text,
            "outcomes",
            "Outcomes",
            "The codes of the outcomes that it claims to cover, separated by spaces.",
            Expr::cust(OUTCOMES),
        )
        .or_nothing(),
        of(
            Kind::Moment,
            "updated_at",
            "Changed",
            "When anything about it last changed, in UTC.",
            UpdatedAt,
        ),
    ]);
    Report {
        name: "tasks",
        title: "Tasks",
        about: "One row a task of a participant: where it stands, when it is due, and what it claims to cover.",
        columns,
        from: |reader| {
            let tasks = rows_of(task::Entity)
                .inner_join(enrolment::Entity, on(enrolment::Column::Id, EnrolmentId))
                .take();
            with_place(tasks, reader)
        },
        key: vec![(Id.into_simple_expr(), Kind::Id)],
        permits: those_who_see_work,
    }
}
