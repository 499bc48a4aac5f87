//! The applicants of the demo, as their file tells of them.

use entity::application::Capacity;
use entity::circumstances::SencoRole;
use entity::training_group::Mode;
use serde::Deserialize;

use super::super::file::Programme;
use crate::error::Result;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApplyingFile {
    pub programme: Programme,
    pub groups: Vec<Group>,
    pub applicants: Vec<Applicant>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub name: String,
    pub place: String,
    pub mode: Mode,
    pub places: i32,
    pub venue: Option<String>,
    pub postcode: Option<String>,
    /// Easting and northing, in metres.
    pub at: Option<(i32, i32)>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Applicant {
    pub name: String,
    pub email: String,
    /// The number of a school of the demo.
    pub urn: String,
    pub role: SencoRole,
    /// How they would like to be taught; in a room if left out.
    pub mode: Option<Mode>,
    /// Whom they name to sign; the school's headteacher if left out.
    pub signs: Option<Signatory>,
    pub story: Story,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signatory {
    pub name: String,
    pub email: String,
    pub capacity: Capacity,
}

/// How far somebody got.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Story {
    Drafting,
    Waiting,
    WaitingLong,
    WaitingLongest,
    /// The letter to the signatory came back.
    Bounced,
    /// It did, and the headteacher was asked instead.
    Corrected,
    Unchecked,
    Ready,
    Gaps,
    /// The school signed on paper, and the office has to look at it.
    PaperWaiting,
    /// The office took the second paper that came.
    PaperAccepted,
    /// The office could not take the paper.
    PaperRejected,
    HandedOn,
    Declined,
    MentorDeclined,
    MentorBounced,
    Offered,
    /// The offer was not answered in time.
    Expired,
    Deferred,
    Enrolled,
    /// Has accepted a place; the mentor has not answered yet.
    MentorSilent,
    /// Has accepted a place, and given it up again.
    GivenUp,
    Withdrawn,
    Rejected,
}

impl ApplyingFile {
    pub fn read() -> Result<Self> {
        let text = include_str!("../../../../data/demo/applying.json");
        Ok(serde_json::from_str(text).map_err(anyhow::Error::from)?)
    }
}
