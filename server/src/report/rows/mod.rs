//! The reports, one file each, and what their rows share.

mod agreement_chase;
mod answering_times;
mod approval_weeks;
mod approvals;
mod clock_sql;
mod levels;
mod mail_health;
mod mentor_engagement;
mod outcome_matrix;
mod outcomes;
mod participants;
mod progress;
mod sponsor;
mod statutory_risk;
mod tasks;

use std::sync::LazyLock;

use entity::{enrolment, person, school, training_group};
use sea_orm::sea_query::{
    Alias, CaseStatement, Expr, ExprTrait as _, Func, Query, SelectStatement, SimpleExpr,
};
use sea_orm::{ColumnTrait, EntityTrait, IntoSimpleExpr as _};

use super::column::of;
use super::{Column, Kind, Report};
use crate::access::{self, Actor, Guarded as _, ReadReports, ReadWorkReports};
use crate::error::Result;
use crate::reading::Reader;

/// Every report, in the order in which people are shown them.
pub fn all() -> &'static [Report] {
    static ALL: LazyLock<Vec<Report>> = LazyLock::new(|| {
        vec![
            statutory_risk::report(),
            agreement_chase::report(),
            participants::report(),
            sponsor::report(),
            outcome_matrix::report(),
            outcomes::report(),
            progress::report(),
            tasks::report(),
            approvals::report(),
            approval_weeks::report(),
            answering_times::report(),
            mentor_engagement::report(),
            mail_health::report(),
        ]
    });
    &ALL
}

/// The report with this name.
pub fn find(name: &str) -> Option<&'static Report> {
    all().iter().find(|report| report.name == name)
}

/// Everybody who may read reports may read this one.
fn everybody(actor: &Actor) -> Result<()> {
    access::entitle::<ReadReports>(actor).map(drop)
}

/// Only who may look into participants' work may read this one: not a delivery partner.
fn those_who_see_work(actor: &Actor) -> Result<()> {
    access::entitle::<ReadWorkReports>(actor).map(drop)
}

/// That two columns are equal, to join by.
fn on(one: impl ColumnTrait, other: impl ColumnTrait) -> SimpleExpr {
    one.into_simple_expr().eq(other.into_simple_expr())
}

/// A column of a table or subquery that goes by another name.
fn aliased(table: &'static str, column: &'static str) -> SimpleExpr {
    Expr::col((Alias::new(table), Alias::new(column)))
}

/// A school's number; empty for one that has none, since the column always has a text.
fn number_of_school() -> SimpleExpr {
    Func::coalesce([school::Column::Urn.into_simple_expr(), Expr::val("")]).into()
}

/// A moment, while something is so.
fn while_so(so: SimpleExpr, moment: impl ColumnTrait) -> SimpleExpr {
    let moment = moment.into_simple_expr();
    CaseStatement::new().case(so, moment).into()
}

/// Rows of a table, nothing chosen yet.
fn rows_of(table: impl EntityTrait) -> SelectStatement {
    Query::select().from(table).take()
}

/// With whose row it is and where they are, of the enrolments that the reader may see. Needs `enrolment` joined.
fn with_place(mut select: SelectStatement, reader: &Reader) -> SelectStatement {
    select
        .inner_join(
            person::Entity,
            on(person::Column::Id, enrolment::Column::PersonId),
        )
        .inner_join(
            school::Entity,
            on(school::Column::Id, enrolment::Column::SchoolId),
        )
        .inner_join(
            training_group::Entity,
            on(training_group::Column::Id, enrolment::Column::GroupId),
        )
        .cond_where(enrolment::Entity::visible(&reader.actor))
        .take()
}

/// The columns of [`with_place`].
fn place() -> [Column; 6] {
    [
        of(
            Kind::Id,
            "enrolment_id",
            "Enrolment",
            "The participant's place in a cohort; stable for good.",
            enrolment::Column::Id,
        ),
        of(
            Kind::Text,
            "participant",
            "Participant",
            "The participant's name.",
            person::Column::Name,
        )
        .naming(),
        of(
            Kind::Text,
            "school",
            "School",
            "The name of the participant's school.",
            school::Column::Name,
        ),
        of(
            Kind::Text,
            "urn",
            "URN",
            "The school's unique reference number: six digits. Empty for a school that is on no list.",
            number_of_school(),
        ),
        of(
            Kind::Id,
            "group_id",
            "Group id",
            "The training group; stable for good.",
            training_group::Column::Id,
        ),
        of(
            Kind::Text,
            "group",
            "Group",
            "The name of the training group.",
            training_group::Column::Name,
        ),
    ]
}
