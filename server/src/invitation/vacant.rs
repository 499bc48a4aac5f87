//! That an applicant has nobody who will be their mentor: whoever was named said no, or no letter reaches them.

use entity::mentor_invitation::{Column, Entity, Model, State};
use entity::{application, mentor, mentorship};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _,
};
use uuid::Uuid;

use crate::error::Result;

/// Whom the school named last, and how the asking stands.
pub async fn named(
    db: &impl ConnectionTrait,
    application_id: Uuid,
) -> Result<Option<(Model, mentor::Model)>> {
    let found = Entity::find()
        .filter(Column::ApplicationId.eq(application_id))
        .find_also_related(mentor::Entity)
        .order_by_desc(Column::Id)
        .one(db)
        .await?;
    Ok(found.and_then(|(asked, mentor)| Some((asked, mentor?))))
}

/// In whose place somebody has to be named; none while somebody is asked or has said yes, once the application is over, and
/// where the office has entered a mentor.
pub async fn vacancy(
    db: &impl ConnectionTrait,
    application: &application::Model,
) -> Result<Option<(Model, mentor::Model)>> {
    if application.ended_at.is_some() {
        return Ok(None);
    }
    let last = named(db, application.id).await?;
    let last = last.filter(|(asked, _)| matches!(asked.state, State::Declined | State::Bounced));
    let (Some(_), Some(enrolment_id)) = (&last, application.enrolment_id) else {
        return Ok(last);
    };
    let active = mentorship::Entity::find()
        .filter(mentorship::Column::EnrolmentId.eq(enrolment_id))
        .filter(mentorship::Column::EndedAt.is_null())
        .filter(mentorship::Column::State.eq(mentorship::State::Active))
        .count(db)
        .await?;
    Ok(last.filter(|_| active == 0))
}
