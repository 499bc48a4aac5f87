//! What a code proves.

use chrono::NaiveDate;
use entity::{agreement, agreement_file, agreement_text, award, event, programme};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::Code;
use crate::agreement::scan;
use crate::clock::london_day;
use crate::error::{Error, Result};
use crate::event::of_agreement;
use crate::portal::Portal;

/// What anybody may know of a signed agreement: nobody's name, no school, no address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    pub award: String,
    pub signed_on: NaiveDate,
    /// The day on which the signature ceased to count.
    pub ended_on: Option<NaiveDate>,
    /// SHA-256 of the words, in hex.
    pub text_hash: String,
    /// SHA-256 of the scan, in hex, where it was signed on paper.
    pub scan_hash: Option<String>,
    /// SHA-256 of the PDF, in hex.
    pub file_hash: String,
}

/// The agreement that has this code.
pub async fn find(portal: &Portal, code: &Code) -> Result<Option<Proof>> {
    let db = &portal.db.read;
    let found = agreement_file::Entity::find()
        .filter(agreement_file::Column::Code.eq(code.as_str()))
        .find_also_related(agreement::Entity)
        .one(db)
        .await?;
    let Some((file, Some(agreement))) = found else {
        return Ok(None);
    };
    let (Some(signed_at), Some(text_hash)) = (agreement.decided_at, agreement.text_hash.clone())
    else {
        return Ok(None);
    };
    let ended = match agreement.state {
        agreement::State::Signed => None,
        _ => of_agreement(db, &agreement, event::Kind::AgreementRevoked).await?,
    };
    let scan = scan::of_signature(db, &agreement).await?;
    Ok(Some(Proof {
        scan_hash: scan.map(|scan| scan.sha256),
        award: award_of(portal, &agreement).await?,
        signed_on: london_day(signed_at),
        ended_on: ended.map(|event| london_day(event.at)),
        text_hash,
        file_hash: file.sha256,
    }))
}

/// The award that the words are about.
async fn award_of(portal: &Portal, agreement: &agreement::Model) -> Result<String> {
    let db = &portal.db.read;
    let text = agreement_text::Entity::find_by_id(agreement.text_id);
    let text = text.one(db).await?;
    let text = text.ok_or(Error::NotFound("text of the agreement"))?;
    let found = programme::Entity::find_by_id(text.programme_id)
        .find_also_related(award::Entity)
        .one(db)
        .await?;
    match found {
        Some((_, Some(award))) => Ok(award.name),
        _ => Err(Error::NotFound("award")),
    }
}
