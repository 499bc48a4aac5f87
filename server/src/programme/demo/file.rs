//! The people of the demo, as their file tells of them.

use serde::Deserialize;

use crate::error::Result;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoFile {
    pub programme: Programme,
    pub partners: Vec<Partner>,
    pub groups: Vec<Group>,
    pub administrator: Named,
    pub schools: Vec<School>,
    pub participants: Vec<Participant>,
    pub texts: Vec<Words>,
    pub comments: Comments,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    pub code: String,
    pub name: String,
    pub provider: String,
    /// The award's code.
    pub award: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    pub name: String,
    pub email: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    pub name: String,
    pub kind: PartnerKind,
    /// Who signs in for it.
    pub person: Named,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartnerKind {
    TeachingSchoolHub,
    LocalAuthority,
    SchoolNetwork,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub name: String,
    pub place: String,
    pub mode: Mode,
    pub tutor: Named,
    pub venue: Option<String>,
    pub postcode: Option<String>,
    pub capacity: i32,
    /// Position among the partners; none where the provider hosts it.
    pub partner: Option<usize>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    FaceToFace,
    DistanceLearning,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct School {
    pub urn: String,
    pub name: String,
    pub town: String,
    pub postcode: String,
    pub local_authority: String,
    pub head: Named,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    pub name: String,
    pub email: String,
    /// Position among the groups.
    pub group: usize,
    /// Position among the schools.
    pub school: usize,
    /// None while aspiring.
    pub appointed_months_ago: Option<u32>,
    pub mentor: Mentor,
    pub story: Story,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mentor {
    pub name: String,
    pub email: String,
    pub post: String,
}

/// How somebody's months went.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Story {
    Steady,
    Ahead,
    Quiet,
    StuckMentor,
    Returned,
    New,
    Finished,
    Bounced,
}

/// What somebody wrote about a task.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The task's code.
    pub task: String,
    pub account: String,
    pub reflection: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comments {
    pub approve: Vec<String>,
    #[serde(rename = "return")]
    pub return_: Vec<String>,
}

impl DemoFile {
    pub fn read() -> Result<Self> {
        let text = include_str!("../../../data/demo/people.json");
        Ok(serde_json::from_str(text).map_err(anyhow::Error::from)?)
    }
}
