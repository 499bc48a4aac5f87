//! The link in a letter: whom it names, and whether it still acts.

use entity::letter::{self, Kind, VoidReason};
use entity::{mentor, school};
use sea_orm::{ConnectionTrait, EntityTrait as _};
use uuid::Uuid;

use crate::access::{Actor, Keys, Purpose};
use crate::error::Result;
use crate::page::{self, Standing, letter_of};
use crate::portal::Portal;
use crate::programme::limits;

/// Where these links lead.
pub(super) const PLACE: &str = "/l";

/// A genuine link.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub token: String,
    pub letter: letter::Model,
    pub holder: Holder,
    pub standing: Standing,
}

/// Who was written to.
#[derive(Clone, Debug)]
pub(super) enum Holder {
    Mentor(mentor::Model),
    Headteacher(Box<school::Model>),
}

impl Link {
    /// Whoever holds the link, under the name that they typed or else the one that we know.
    pub fn actor(&self, typed: Option<&str>) -> Actor {
        let letter_id = self.letter.id;
        let name = |known: &str| typed.unwrap_or(known).to_owned();
        match &self.holder {
            Holder::Mentor(mentor) => Actor::Mentor {
                mentor_id: mentor.id,
                letter_id,
                name: name(&mentor.name),
            },
            Holder::Headteacher(school) => Actor::Headteacher {
                school_id: school.id,
                letter_id,
                name: name(school.head_name.as_deref().unwrap_or(&self.letter.to_name)),
            },
        }
    }

    /// The mentor, if the link is a mentor's.
    pub fn mentor(&self) -> Option<&mentor::Model> {
        match &self.holder {
            Holder::Mentor(mentor) => Some(mentor),
            Holder::Headteacher(_) => None,
        }
    }

    /// The mentor whose answers are taken through this link now.
    pub fn answering(&self) -> Option<&mentor::Model> {
        self.mentor().filter(|_| self.standing == Standing::Open)
    }
}

/// The address that a letter's link has.
pub(super) fn address(public_url: &str, keys: &Keys, letter_id: Uuid) -> String {
    page::address(public_url, PLACE, keys, Purpose::Letter, letter_id)
}

/// What a token opens; none if we never made it, or for no kind of letter that has a link.
pub(super) async fn open(portal: &Portal, token: &str) -> Result<Option<Link>> {
    let Some(letter) = letter_of(portal, Purpose::Letter, token).await? else {
        return Ok(None);
    };
    let Some(holder) = holder(&portal.db.read, &letter).await? else {
        return Ok(None);
    };
    let standing = match letter.void_reason {
        Some(VoidReason::Disowned) => Standing::Disowned,
        Some(VoidReason::MentorReplaced | VoidReason::Superseded) => Standing::Replaced,
        // A letter to an address that is no longer theirs must open nothing.
        None if !is_address_of(&holder, &letter.to_email) => Standing::Replaced,
        None if is_over(portal, &letter).await? => Standing::Expired,
        None => Standing::Open,
    };
    Ok(Some(Link {
        token: token.to_owned(),
        letter,
        holder,
        standing,
    }))
}

async fn holder(db: &impl ConnectionTrait, letter: &letter::Model) -> Result<Option<Holder>> {
    Ok(match (letter.kind, letter.mentor_id, letter.school_id) {
        (
            Kind::TaskApprovalRequested | Kind::TaskApprovalReminder | Kind::TaskDecisionReceipt,
            Some(id),
            _,
        ) => mentor::Entity::find_by_id(id)
            .one(db)
            .await?
            .map(Holder::Mentor),
        (Kind::SchoolProgressDigest, _, Some(id)) => school::Entity::find_by_id(id)
            .one(db)
            .await?
            .map(|school| Holder::Headteacher(school.into())),
        _ => None,
    })
}

fn is_address_of(holder: &Holder, written_to: &str) -> bool {
    match holder {
        Holder::Mentor(mentor) => mentor.email == written_to,
        Holder::Headteacher(school) => school.head_email.as_deref() == Some(written_to),
    }
}

async fn is_over(portal: &Portal, letter: &letter::Model) -> Result<bool> {
    let Some(enrolment_id) = letter.enrolment_id else {
        return Ok(true);
    };
    let days = limits(&portal.db.read, enrolment_id).await?.link_days;
    Ok(page::is_over(letter, days, portal.clock.now()))
}
