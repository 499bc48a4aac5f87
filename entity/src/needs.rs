//! A needs analysis: how somebody who is no SENCO yet, or works with children up to five, can show each learning outcome,
//! and what the school says to it.

use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// How an applicant can show a learning outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ability {
    /// With the work that they do now.
    Now,
    /// With an opportunity that somebody has to arrange.
    Opportunity,
    /// Not as things stand.
    Cannot,
}

/// What an applicant says of one learning outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// The outcome's code within the award.
    pub code: String,
    pub ability: Ability,
    /// How they show it, or what they would need; may be empty.
    pub note: String,
}

/// An applicant's needs analysis; empty before it is begun.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Needs(pub Vec<Need>);

/// What the school says to one learning outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviewed {
    /// The outcome's code within the award.
    pub code: String,
    /// Whether the applicant has the school's support to meet it.
    pub is_supported: bool,
    /// May be empty where it is supported.
    pub comment: String,
}

/// What the school says to a needs analysis, one for each outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Review(pub Vec<Reviewed>);

impl Review {
    /// The outcomes that the school cannot support.
    pub fn gaps(&self) -> impl Iterator<Item = &Reviewed> {
        self.0.iter().filter(|reviewed| !reviewed.is_supported)
    }
}
