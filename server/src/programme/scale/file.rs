//! The words that the programme is made of.

use serde::Deserialize;

use crate::error::Result;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub first_names: Vec<String>,
    pub last_names: Vec<String>,
    pub places: Vec<String>,
    pub authorities: Vec<String>,
    /// What schools are called after their place.
    pub schools: Vec<String>,
    /// What some are called before it, with a space at the end.
    pub saints: Vec<String>,
    /// What mentors are at their school.
    pub posts: Vec<String>,
    /// Sentences of an account.
    pub account: Vec<String>,
    /// Sentences of a reflection.
    pub reflection: Vec<String>,
    /// What mentors say when they approve.
    pub approved: Vec<String>,
    /// What mentors say when they return a task.
    pub returned: Vec<String>,
    /// Why a task was waived.
    pub waived: String,
    /// Why a task was opened again.
    pub reopened: String,
}

impl Words {
    pub fn read() -> Result<Self> {
        let text = include_str!("../../../data/scale/words.json");
        Ok(serde_json::from_str(text).map_err(anyhow::Error::from)?)
    }
}
