//! Rows that are locked before others. Two who lock the same rows in different orders would wait for each other for ever.

use entity::{
    agreement, agreement_question, agreement_scan, application, approval_request,
    mentor_invitation, task,
};
use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _,
};
use uuid::Uuid;

/// The task that a request is about: whoever changes both locks the task first.
pub(super) fn task_of_request(id: Uuid) -> SelectStatement {
    let named = approval_request::Entity::find()
        .select_only()
        .column(approval_request::Column::TaskId)
        .filter(approval_request::Column::Id.eq(id));
    task::Entity::find()
        .filter(task::Column::Id.in_subquery(named.into_query()))
        .into_query()
}

/// The application for which somebody signs.
pub(super) fn application_of_agreement(id: Uuid) -> SelectStatement {
    let named = agreement::Entity::find()
        .select_only()
        .column(agreement::Column::ApplicationId)
        .filter(agreement::Column::Id.eq(id));
    application_named_by(named.into_query())
}

/// The application whose signatory wants to know something.
pub(super) fn application_of_question(id: Uuid) -> SelectStatement {
    let named = agreement_question::Entity::find()
        .select_only()
        .column(agreement_question::Column::ApplicationId)
        .filter(agreement_question::Column::Id.eq(id));
    application_named_by(named.into_query())
}

/// The application whose school sent a scan.
pub(super) fn application_of_scan(id: Uuid) -> SelectStatement {
    let asked = agreement_scan::Entity::find()
        .select_only()
        .column(agreement_scan::Column::AgreementId)
        .filter(agreement_scan::Column::Id.eq(id));
    let named = agreement::Entity::find()
        .select_only()
        .column(agreement::Column::ApplicationId)
        .filter(agreement::Column::Id.in_subquery(asked.into_query()));
    application_named_by(named.into_query())
}

/// The application whose mentor is asked.
pub(super) fn application_of_invitation(id: Uuid) -> SelectStatement {
    let named = mentor_invitation::Entity::find()
        .select_only()
        .column(mentor_invitation::Column::ApplicationId)
        .filter(mentor_invitation::Column::Id.eq(id));
    application_named_by(named.into_query())
}

fn application_named_by(named: SelectStatement) -> SelectStatement {
    application::Entity::find()
        .filter(application::Column::Id.in_subquery(named))
        .into_query()
}
