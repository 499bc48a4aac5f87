//! One row a participant under way: whether the award will be held in time.

use entity::award::Limits;
use entity::enrolment;
use sea_orm::sea_query::{Expr, ExprTrait as _, SimpleExpr};
use sea_orm::{ColumnTrait as _, IntoSimpleExpr as _};

use super::clock_sql;
use super::participants::{course, status, with_course};
use super::{place, rows_of, those_who_see_work, with_place};
use crate::enrolment::UNDER_WAY;
use crate::error::Result;
use crate::report::column::{of, reckoned};
use crate::report::value::maybe;
use crate::report::words::RISK;
use crate::report::{Cells, Column, Kind, Report, Value};
use crate::statutory::Clock;

pub(super) fn report() -> Report {
    use enrolment::Column::{AppointedOn, EndsOn, Id, State};
    let mut columns = Vec::from(place());
    columns.extend([
        reckoned(
            Kind::Word(&RISK),
            "risk",
            "Risk",
            "Red: slack below 0. Amber: slack below the award's threshold, 90 days unless it says otherwise. Green: more. \
             Nothing without a deadline.",
            needs(),
            |cells| {
                let risk = clock(cells)?.risk();
                Ok(maybe(risk, |risk| Value::Word(risk.word().into())))
            },
        )
        .like(clock_sql::risk)
        .or_nothing(),
        reckoned(
            Kind::Whole,
            "slack_days",
            "Slack days",
            "Days from the forecast award to the deadline; negative where it comes too late.",
            needs(),
            |cells| Ok(maybe(clock(cells)?.slack(), Value::Whole)),
        )
        .like(clock_sql::slack)
        .or_nothing(),
        deadline(),
        reckoned(
            Kind::Day,
            "forecast_award_on",
            "Forecast award",
            "When the award is likely to be held: the programme's last day and the award's weeks for marking and board, 12 \
             unless the award says otherwise; today at the earliest.",
            needs(),
            |cells| Ok(Value::Day(clock(cells)?.forecast)),
        )
        .like(clock_sql::forecast),
        status(),
        of(
            Kind::Day,
            "appointed_on",
            "Appointed",
            "The day on which the participant became SENCO; nothing while aspiring.",
            AppointedOn,
        )
        .or_nothing(),
        of(
            Kind::Day,
            "ends_on",
            "Programme ends",
            "The last day of the last term allowed.",
            EndsOn,
        ),
    ]);
    columns.extend(course());
    Report {
        name: "statutoryRisk",
        title: "Statutory risk",
        about: "One row a participant under way: the day by which the rule asks for the award, when it is likely to be held, \
                and the days between.",
        columns,
        from: |reader| {
            let enrolments = with_course(rows_of(enrolment::Entity), enrolment::Column::CohortId);
            with_place(enrolments, reader)
                .cond_where(State.is_in(UNDER_WAY))
                .take()
        },
        key: vec![(Id.into_simple_expr(), Kind::Id)],
        permits: those_who_see_work,
    }
}

/// The day by which the rule asks for the award.
pub(super) fn deadline() -> Column {
    reckoned(
        Kind::Day,
        "deadline",
        "Deadline",
        "The last day on which the award must be held: the third anniversary of the appointment (28 February for 29 \
         February), or the last day on which a closing award counts, if that is earlier. Nothing for whom \
         the rule does not catch: who is aspiring, was appointed up to 1 September 2009, or has served before.",
        needs(),
        |cells| Ok(maybe(clock(cells)?.deadline, Value::Day)),
    )
    .like(clock_sql::deadline)
    .or_nothing()
}

/// What the clock is reckoned from.
pub(super) fn needs() -> Vec<SimpleExpr> {
    vec![
        Expr::cust("CASE WHEN enrolment.clock_runs THEN enrolment.appointed_on END"),
        enrolment::Column::EndsOn.into_simple_expr(),
        entity::award::Column::Limits
            .into_simple_expr()
            .cast_as("text"),
    ]
}

pub(super) fn clock(cells: &Cells<'_>) -> Result<Clock> {
    let limits: Limits =
        serde_json::from_str(cells.text(2)?.unwrap_or_default()).map_err(anyhow::Error::from)?;
    let ends_on = cells.day(1)?.unwrap_or_default();
    Ok(Clock::reckon(
        cells.day(0)?,
        ends_on,
        &limits,
        cells.at.today,
    ))
}
