//! The link in a letter to a nominated mentor: what it is about, and whether it still acts.

use entity::letter::{self, Kind};
use entity::{agreement, mentor, mentor_invitation};
use sea_orm::EntityTrait as _;
use uuid::Uuid;

use crate::access::{Actor, Keys, Purpose};
use crate::application::{Surroundings, surroundings};
use crate::error::{Error, Result};
use crate::page::{self, Standing, letter_of, standing};
use crate::portal::Portal;

/// Where these links lead.
pub(super) const PLACE: &str = "/invitation";

/// Letters that ask a mentor, with a link to answer by.
pub(super) const ASKS: [Kind; 3] = [
    Kind::MentorInvited,
    Kind::MentorInvitationReminder,
    Kind::OfficeMessageSent,
];

/// A genuine link.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub token: String,
    pub letter: letter::Model,
    pub invitation: mentor_invitation::Model,
    pub mentor: mentor::Model,
    pub agreement: agreement::Model,
    pub around: Surroundings,
    pub standing: Standing,
}

impl Link {
    /// Whoever holds the link, under the name that they typed or else the one that we know.
    pub fn actor(&self, typed: Option<&str>) -> Actor {
        Actor::Mentor {
            mentor_id: self.mentor.id,
            letter_id: self.letter.id,
            name: typed.unwrap_or(&self.mentor.name).to_owned(),
        }
    }
}

/// The address that a letter's link has.
pub fn address(public_url: &str, keys: &Keys, letter_id: Uuid) -> String {
    page::address(public_url, PLACE, keys, Purpose::Invitation, letter_id)
}

/// What a token opens; none if we never made it, or for no kind of letter that has such a link.
pub(super) async fn open(portal: &Portal, token: &str) -> Result<Option<Link>> {
    let db = &portal.db.read;
    let Some(letter) = letter_of(portal, Purpose::Invitation, token).await? else {
        return Ok(None);
    };
    let has_link = ASKS.contains(&letter.kind);
    let Some(invitation_id) = letter.invitation_id.filter(|_| has_link) else {
        return Ok(None);
    };
    let found = mentor_invitation::Entity::find_by_id(invitation_id)
        .find_also_related(mentor::Entity)
        .one(db)
        .await?;
    let Some((invitation, Some(mentor))) = found else {
        return Err(Error::NotFound("invitation"));
    };
    let found = agreement::Entity::find_by_id(invitation.agreement_id)
        .find_also_related(entity::application::Entity)
        .one(db)
        .await?;
    let Some((agreement, Some(application))) = found else {
        return Err(Error::NotFound("agreement"));
    };
    let around = surroundings(db, &application).await?;
    let days = around.award.limits.link_days;
    let standing = standing(&letter, &mentor.email, days, portal.clock.now());
    Ok(Some(Link {
        token: token.to_owned(),
        letter,
        invitation,
        mentor,
        agreement,
        around,
        standing,
    }))
}
