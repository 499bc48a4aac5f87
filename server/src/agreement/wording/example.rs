//! A version filled in with an example, by the same code that fills it in for schools.

use super::super::text::{Block, Known, PLACEHOLDERS, blocks, fill};
use super::{Checked, Setting};

/// Title and pieces, for an applicant who is made up.
pub fn example(text: &Checked, setting: &Setting) -> (String, Vec<Block>) {
    let (programme, award) = setting;
    let known: Known = PLACEHOLDERS.map(|name| {
        let value = match name {
            "applicant" => "Ada Example".to_owned(),
            "school" => "Example Primary School".to_owned(),
            "award" => award.name.clone(),
            "provider" => programme.provider.clone(),
            "release_days" => award.limits.release_days.to_string(),
            _ => "is the SENCO of the school, since the day that the school states".to_owned(),
        };
        (name, value)
    });
    (
        fill(&text.title, &known),
        blocks(&text.body, |line| fill(line, &known)),
    )
}
