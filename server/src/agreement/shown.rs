//! The words of one asking, as they are now.

use entity::{agreement, agreement_text, application};
use sea_orm::{ConnectionTrait, EntityTrait as _};

use super::{Words, words};
use crate::application::Surroundings;
use crate::application::needs::analysis;
use crate::error::{Error, Result};

/// The version that the asking has, filled in as things stand.
pub async fn shown(
    db: &impl ConnectionTrait,
    asked: &agreement::Model,
    application: &application::Model,
    around: &Surroundings,
) -> Result<Words> {
    let text = agreement_text::Entity::find_by_id(asked.text_id)
        .one(db)
        .await?
        .ok_or(Error::NotFound("text of the agreement"))?;
    let analysis = analysis(db, application, around.award.id).await?;
    Ok(words(&text, around, &application.answers, analysis))
}
