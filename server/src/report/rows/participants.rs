//! One row a participant: what the ministry's extracts ask for, as far as the portal knows it.

use entity::{award, cohort, enrolment, mentor, mentorship, person, programme, school};
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, SelectStatement, SimpleExpr};
use sea_orm::{ColumnTrait, IntoSimpleExpr as _};

use super::{on, place, rows_of, those_who_see_work, with_place};
use crate::report::column::of;
use crate::report::words::ENROLMENT_STATE;
use crate::report::{Column, Kind, Report};

pub(super) fn report() -> Report {
    use enrolment::Column::{AppointedOn, EndsOn, Id, StartedOn};
    let mut columns = Vec::from(place());
    columns.extend([
        of(
            Kind::Text,
            "email",
            "E-mail",
            "The participant's address.",
            person::Column::Email,
        )
        .naming(),
        local_authority(),
        of(
            Kind::Flag,
            "senco_in_role",
            "SENCO in role",
            "Whether the participant is appointed as SENCO; who is not is aspiring.",
            AppointedOn.is_not_null(),
        ),
        of(
            Kind::Day,
            "appointed_on",
            "Appointed",
            "The day on which the participant became SENCO.",
            AppointedOn,
        )
        .or_nothing(),
        of(
            Kind::Day,
            "started_on",
            "Started",
            "The first day of the programme.",
            StartedOn,
        ),
        of(
            Kind::Day,
            "ends_on",
            "Ends",
            "The last day of the last term allowed.",
            EndsOn,
        ),
    ]);
    columns.extend(course());
    columns.push(
        of(
            Kind::Text,
            "mentor",
            "Mentor",
            "The name of the present school-based mentor.",
            mentor::Column::Name,
        )
        .or_nothing()
        .naming(),
    );
    columns.extend(tasks_done());
    columns.extend([
        of(
            Kind::Whole,
            "tasks_waiting",
            "Tasks waiting",
            "How many of them are with the mentor.",
            tasks("t.state = 'submitted'"),
        ),
        status(),
    ]);
    Report {
        name: "participants",
        title: "Participants",
        about: "One row a participant's place in a cohort.",
        columns,
        from: |reader| {
            let open =
                on(mentorship::Column::EnrolmentId, Id).and(mentorship::Column::EndedAt.is_null());
            let enrolments = with_course(rows_of(enrolment::Entity), enrolment::Column::CohortId)
                .left_join(mentorship::Entity, open)
                .left_join(
                    mentor::Entity,
                    on(mentor::Column::Id, mentorship::Column::MentorId),
                )
                .take();
            with_place(enrolments, reader)
        },
        key: vec![(Id.into_simple_expr(), Kind::Id)],
        permits: those_who_see_work,
    }
}

/// The local authority of the school.
pub(super) fn local_authority() -> Column {
    of(
        Kind::Text,
        "local_authority",
        "Local authority",
        "The local authority of the school.",
        school::Column::LocalAuthority,
    )
}

/// How many tasks there are, and how many are done.
pub(super) fn tasks_done() -> [Column; 2] {
    [
        of(
            Kind::Whole,
            "tasks",
            "Tasks",
            "How many tasks the participant has.",
            tasks("1 = 1"),
        ),
        of(
            Kind::Whole,
            "tasks_approved",
            "Tasks approved",
            "How many of them are approved.",
            tasks("t.state = 'approved'"),
        ),
    ]
}

/// Where the enrolment stands.
pub(super) fn status() -> Column {
    of(
        Kind::Word(&ENROLMENT_STATE),
        "state",
        "Status",
        "Where the enrolment stands.",
        enrolment::Column::State,
    )
}

/// How many tasks of the enrolment are so.
fn tasks(are: &str) -> SimpleExpr {
    Expr::cust(format!(
        "(SELECT count(*) FROM task t WHERE t.enrolment_id = enrolment.id AND {are})"
    ))
}

/// With the cohort that this column names, its programme and its award.
pub(super) fn with_course(
    mut rows: SelectStatement,
    cohort_id: impl ColumnTrait,
) -> SelectStatement {
    rows.inner_join(cohort::Entity, on(cohort::Column::Id, cohort_id))
        .inner_join(
            programme::Entity,
            on(programme::Column::Id, cohort::Column::ProgrammeId),
        )
        .inner_join(
            award::Entity,
            on(award::Column::Id, programme::Column::AwardId),
        )
        .take()
}

/// The columns of [`with_course`].
pub(super) fn course() -> [Column; 2] {
    [
        of(
            Kind::Text,
            "cohort",
            "Cohort",
            "The name of the cohort.",
            cohort::Column::Name,
        ),
        of(
            Kind::Text,
            "award",
            "Award",
            "The short name of the award.",
            Expr::col((Alias::new("award"), award::Column::ShortName)),
        ),
    ]
}
