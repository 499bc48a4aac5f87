//! One row a participant, for who hosts or pays: how far they are, and nothing of what they did.

use entity::{delivery_partner, enrolment, training_group};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ActiveEnum as _, ColumnTrait as _, IntoSimpleExpr as _};

use super::participants::{course, local_authority, status, tasks_done, with_course};
use super::statutory_risk::{clock, deadline, needs};
use super::{clock_sql, everybody, on, place, rows_of, with_place};
use crate::enrolment::UNDER_WAY;
use crate::report::column::{of, reckoned};
use crate::report::value::maybe;
use crate::report::{Kind, Report, Value};

pub(super) fn report() -> Report {
    use enrolment::Column::{Id, State};
    let mut columns = Vec::from(place());
    let mut needs = needs();
    needs.push(State.into_simple_expr());
    columns.extend([
        status(),
        reckoned(
            Kind::Flag,
            "on_track",
            "On track",
            "Whether the award is likely to be held by the deadline. Nothing without a deadline, and for who has finished \
             or left.",
            needs,
            |cells| {
                let state = cells.text(3)?.unwrap_or_default();
                let is_under_way = UNDER_WAY.iter().any(|known| known.to_value() == state);
                let slack = clock(cells)?.slack().filter(|_| is_under_way);
                Ok(maybe(slack, |days| Value::Flag(days >= 0)))
            },
        )
        .like(|at| {
            let is_under_way = enrolment::Column::State.is_in(UNDER_WAY);
            Expr::case(is_under_way, clock_sql::slack(at).gte(0)).into()
        })
        .or_nothing(),
        deadline(),
    ]);
    columns.extend(tasks_done());
    columns.push(local_authority());
    columns.extend(course());
    columns.push(
        of(
            Kind::Text,
            "delivery_partner",
            "Delivery partner",
            "Who hosts the group: a Teaching School Hub, local authority or school network.",
            delivery_partner::Column::Name,
        )
        .or_nothing(),
    );
    Report {
        name: "sponsor",
        title: "Sponsors and local authorities",
        about: "One row a participant's place in a cohort, for who hosts or pays: school, group, how far they are, and the \
                deadline. No work, no marks and no addresses.",
        columns,
        from: |reader| {
            let enrolments = with_course(rows_of(enrolment::Entity), enrolment::Column::CohortId);
            with_place(enrolments, reader)
                .left_join(
                    delivery_partner::Entity,
                    on(
                        delivery_partner::Column::Id,
                        training_group::Column::DeliveryPartnerId,
                    ),
                )
                .take()
        },
        key: vec![(Id.into_simple_expr(), Kind::Id)],
        permits: everybody,
    }
}
