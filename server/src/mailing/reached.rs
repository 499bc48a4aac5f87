//! Whom a message could reach, by the application that it is about.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Duration, Utc};
use entity::mailing::Audience;
use entity::{agreement, application, letter, mentor, mentor_invitation, person};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _,
};
use uuid::Uuid;

use super::recipients::Asked;
use crate::chase::again_from;
use crate::error::Result;
use crate::reading::any_of;

/// Hours for which nobody is written to again about the same application.
const HOURS_BETWEEN: i64 = 24;

/// Somebody who could be written to.
pub(super) struct To {
    pub name: String,
    pub email: String,
    pub has_bounced: bool,
    /// They wait for the office: for an answer, or about a paper.
    pub has_question: bool,
    /// From when on they may be asked again.
    pub from: Option<DateTime<Utc>>,
    pub asked: Asked,
}

#[derive(Default)]
pub(super) struct Reached {
    /// People whose last letter came back.
    pub lost: HashSet<Uuid>,
    /// Who is asked and has not answered, by the application.
    pub asked: HashMap<Uuid, To>,
}

/// Reads it.
pub(super) async fn reached(
    db: &impl ConnectionTrait,
    applications: &[Uuid],
    audience: Audience,
) -> Result<Reached> {
    let mut reached = Reached::default();
    match audience {
        Audience::Applicants => {
            let applying = any_of(db, application::Column::Id, applications);
            let lost: Vec<Uuid> = application::Entity::find()
                .select_only()
                .column(application::Column::PersonId)
                .inner_join(person::Entity)
                .filter(applying)
                .filter(Expr::cust(LAST_CAME_BACK))
                .into_tuple()
                .all(db)
                .await?;
            reached.lost = lost.into_iter().collect();
        }
        Audience::Signatories => {
            use agreement::{Column, Entity, State};
            let rows = Entity::find()
                .filter(any_of(db, Column::ApplicationId, applications))
                .filter(Column::State.is_in([State::Sent, State::Bounced]))
                .all(db)
                .await?;
            reached.asked = rows.into_iter().map(to_signatory).collect();
        }
        Audience::Mentors => {
            use mentor_invitation::{Column, Entity, State};
            let rows = Entity::find()
                .find_also_related(mentor::Entity)
                .filter(any_of(db, Column::ApplicationId, applications))
                .filter(Column::State.is_in([State::Invited, State::Bounced]))
                .all(db)
                .await?;
            reached.asked = rows.into_iter().filter_map(to_mentor).collect();
        }
    }
    Ok(reached)
}

/// Whether the last letter to a person's address came back; there is an index on addresses.
const LAST_CAME_BACK: &str = "(SELECT last.state FROM letter AS last WHERE last.to_email = person.email \
    AND last.state IN ('sent', 'failed') ORDER BY last.id DESC LIMIT 1) = 'failed'";

fn to_signatory(row: agreement::Model) -> (Uuid, To) {
    let application = row.application_id;
    let to = To {
        name: row.name.clone(),
        email: row.email.clone(),
        has_bounced: row.state == agreement::State::Bounced,
        has_question: row.open_questions > 0 || row.paper_since.is_some(),
        from: Some(again_from(row.asked_at, row.resent_at)),
        asked: Asked::ToSign(Box::new(row)),
    };
    (application, to)
}

fn to_mentor(
    (row, mentor): (mentor_invitation::Model, Option<mentor::Model>),
) -> Option<(Uuid, To)> {
    let mentor = mentor?;
    let application = row.application_id;
    let to = To {
        has_bounced: row.state == mentor_invitation::State::Bounced || mentor.bounced_at.is_some(),
        has_question: false,
        name: mentor.name,
        email: mentor.email,
        from: Some(again_from(row.asked_at, row.resent_at)),
        asked: Asked::ToMentor(row),
    };
    Some((application, to))
}

/// The applications about which somebody had a letter of the office less than a day ago.
pub(super) async fn written_lately(
    db: &impl ConnectionTrait,
    applications: &[Uuid],
    now: DateTime<Utc>,
) -> Result<HashSet<Uuid>> {
    use letter::{Column, Entity, Kind};
    let written: Vec<Option<Uuid>> = Entity::find()
        .select_only()
        .column(Column::ApplicationId)
        .filter(any_of(db, Column::ApplicationId, applications))
        .filter(Column::Kind.eq(Kind::OfficeMessageSent))
        .filter(Column::CreatedAt.gt(now - Duration::hours(HOURS_BETWEEN)))
        .into_tuple()
        .all(db)
        .await?;
    Ok(written.into_iter().flatten().collect())
}
