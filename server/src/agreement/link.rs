//! The link in a letter to a signatory: what it is about, and whether it still acts.

use entity::agreement::{self, State};
use entity::letter::{self, Kind};
use sea_orm::EntityTrait as _;
use uuid::Uuid;

use crate::access::{Actor, Keys, Purpose};
use crate::agreement::is_open;
use crate::application::{Surroundings, surroundings};
use crate::error::{Error, Result};
use crate::page::{self, Standing, letter_of, standing};
use crate::portal::Portal;

/// Where these links lead.
pub(super) const PLACE: &str = "/agreement";

/// Letters that ask a signatory to sign, with a link to do so.
pub(super) const ASKS: [Kind; 5] = [
    Kind::AgreementRequested,
    Kind::AgreementReminder,
    Kind::AgreementQuestionAnswered,
    Kind::AgreementScanRejected,
    Kind::OfficeMessageSent,
];

/// A genuine link.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub token: String,
    pub letter: letter::Model,
    pub agreement: agreement::Model,
    pub application: entity::application::Model,
    pub around: Surroundings,
    pub standing: Standing,
}

impl Link {
    /// Whether whoever holds it can still answer.
    pub fn is_asked(&self) -> bool {
        is_open(self.agreement.state) && self.standing == Standing::Open
    }

    /// Whether its page shows what was signed.
    pub fn shows_signature(&self) -> bool {
        self.agreement.state == State::Signed && self.standing != Standing::Replaced
    }

    /// Whoever holds the link, under the name that they typed or else the one that we know.
    pub fn actor(&self, typed: Option<&str>) -> Actor {
        Actor::Signatory {
            agreement_id: self.agreement.id,
            letter_id: self.letter.id,
            name: typed.unwrap_or(&self.agreement.name).to_owned(),
        }
    }
}

/// The address that a letter's link has.
pub fn address(public_url: &str, keys: &Keys, letter_id: Uuid) -> String {
    page::address(public_url, PLACE, keys, Purpose::Agreement, letter_id)
}

/// What a token opens; none if we never made it, or for no kind of letter that has such a link.
pub(super) async fn open(portal: &Portal, token: &str) -> Result<Option<Link>> {
    let db = &portal.db.read;
    let Some(letter) = letter_of(portal, Purpose::Agreement, token).await? else {
        return Ok(None);
    };
    let others = [Kind::AgreementSignedCopy, Kind::MentorSought];
    let has_link = ASKS.contains(&letter.kind) || others.contains(&letter.kind);
    let Some(agreement_id) = letter.agreement_id.filter(|_| has_link) else {
        return Ok(None);
    };
    let found = agreement::Entity::find_by_id(agreement_id)
        .find_also_related(entity::application::Entity)
        .one(db)
        .await?;
    let Some((agreement, Some(application))) = found else {
        return Err(Error::NotFound("agreement"));
    };
    let around = surroundings(db, &application).await?;
    let days = around.award.limits.link_days;
    let standing = standing(&letter, &agreement.email, days, portal.clock.now());
    Ok(Some(Link {
        token: token.to_owned(),
        letter,
        agreement,
        application,
        around,
        standing,
    }))
}
