//! What a letter is about, as it stands when the letter is written.

use entity::{application, letter};
use sea_orm::EntityTrait as _;

use super::{Surroundings, surroundings};
use crate::error::Result;
use crate::portal::Portal;
use crate::words::plain;

/// An application that a letter is about.
#[derive(Clone, Debug)]
pub struct Case {
    pub application: application::Model,
    pub around: Surroundings,
    pub topic: Topic,
}

/// What letters say of it, in the form in which they may.
#[derive(Clone, Debug)]
pub struct Topic {
    pub applicant: String,
    pub school: String,
    pub award: String,
    pub cohort: String,
    pub provider: String,
    /// The application in the app.
    pub link: String,
}

/// Reads it; none for a letter about no application.
pub async fn case(portal: &Portal, letter: &letter::Model) -> Result<Option<Case>> {
    let db = &portal.db.read;
    let Some(id) = letter.application_id else {
        return Ok(None);
    };
    let Some(application) = application::Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    let around = surroundings(db, &application).await?;
    let topic = Topic {
        applicant: plain(&around.person.name),
        school: plain(around.school_name()),
        award: plain(&around.award.name),
        cohort: plain(&around.cohort.name),
        provider: around.programme.provider.clone(),
        link: format!("{}/applications/{id}", portal.config.public_url),
    };
    Ok(Some(Case {
        application,
        around,
        topic,
    }))
}
