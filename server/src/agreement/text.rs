//! The words that schools sign: versions of a programme, filled in with what is known of an applicant.

use entity::agreement_text::{self, Column, Entity};
use entity::application::Answers;
use entity::circumstances::SencoRole;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::access::hex;
use crate::application::Surroundings;
use crate::application::needs::Analysis;
use crate::error::{Error, Result};
use crate::tx::Tx;

/// The first version of every programme.
const SHIPPED: &str = include_str!("../../data/agreement/text.md");

/// What can stand in braces, by its name.
pub(super) const PLACEHOLDERS: [&str; 6] = [
    "applicant",
    "school",
    "award",
    "provider",
    "release_days",
    "role",
];

/// What these are filled in with.
pub(super) type Known = [(&'static str, String); 6];

/// Words that can be shown and signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    pub title: String,
    pub number: i32,
    pub blocks: Vec<Block>,
    /// How the applicant can show each learning outcome, where the school has to agree to it.
    pub analysis: Option<Analysis>,
}

/// A piece of the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Heading(String),
    Paragraph(String),
    Points(Vec<String>),
}

/// The programme's current version; the shipped one becomes its first.
pub async fn current(tx: &Tx, programme_id: Uuid) -> Result<agreement_text::Model> {
    if let Some(text) = newest(tx, programme_id).await? {
        return Ok(text);
    }
    let (title, body) = shipped();
    let first = agreement_text::ActiveModel {
        id: Set(Uuid::now_v7()),
        programme_id: Set(programme_id),
        number: Set(1),
        title: Set(title.to_owned()),
        body: Set(body.to_owned()),
        note: Set(None),
        written_by: Set("The portal".to_owned()),
        created_at: Set(tx.now),
    };
    // Another application may have needed it at the same moment.
    Entity::insert(first)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    let text = newest(tx, programme_id).await?;
    text.ok_or(Error::NotFound("text of the agreement"))
}

/// Title and text of the first version.
pub fn shipped() -> (&'static str, &'static str) {
    let (title, body) = SHIPPED.split_once('\n').unwrap_or((SHIPPED, ""));
    (title, body.trim())
}

/// The latest version; none before anybody was asked.
pub async fn newest(
    db: &impl ConnectionTrait,
    programme_id: Uuid,
) -> Result<Option<agreement_text::Model>> {
    let newest_first = Entity::find()
        .filter(Column::ProgrammeId.eq(programme_id))
        .order_by_desc(Column::Number);
    Ok(newest_first.one(db).await?)
}

/// The words with everything filled in that is known, and the needs analysis if there is one.
pub fn words(
    text: &agreement_text::Model,
    around: &Surroundings,
    answers: &Answers,
    analysis: Option<Analysis>,
) -> Words {
    let known = known(around, answers);
    let fill = |line: &str| fill(line, &known);
    Words {
        title: fill(&text.title),
        number: text.number,
        blocks: blocks(&text.body, fill),
        analysis,
    }
}

/// What each point of a list begins with in the text that is signed.
pub(super) const POINT: &str = "• ";

/// The pieces of a version's words.
pub(super) fn blocks(body: &str, fill: impl Fn(&str) -> String) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in body.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(heading) = line.strip_prefix("## ") {
            blocks.push(Block::Heading(fill(heading)));
        } else if let Some(point) = line.strip_prefix("- ") {
            match blocks.last_mut() {
                Some(Block::Points(points)) => points.push(fill(point)),
                _ => blocks.push(Block::Points(vec![fill(point)])),
            }
        } else {
            blocks.push(Block::Paragraph(fill(line)));
        }
    }
    blocks
}

fn known(around: &Surroundings, answers: &Answers) -> Known {
    let role = match answers.role {
        Some(SencoRole::Designated | SencoRole::Headteacher) => {
            "is the SENCO of the school, since the day that the school states"
        }
        Some(SencoRole::Aspiring) | None => "is to become a SENCO",
    };
    PLACEHOLDERS.map(|name| {
        let value = match name {
            "applicant" => around.person.name.clone(),
            "school" => around.school_name().to_owned(),
            "award" => around.award.name.clone(),
            "provider" => around.programme.provider.clone(),
            "release_days" => around.award.limits.release_days.to_string(),
            _ => role.to_owned(),
        };
        (name, value)
    })
}

/// The line with everything that is known. Each brace is looked at once: a name that holds one stays as it is.
pub(super) fn fill(line: &str, known: &Known) -> String {
    let mut said = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('{') {
        said.push_str(&rest[..at]);
        rest = &rest[at..];
        let named = known.iter().find_map(|(name, value)| {
            let after = rest.strip_prefix('{')?.strip_prefix(name)?;
            Some((value, after.strip_prefix('}')?))
        });
        match named {
            Some((value, after)) => {
                said.push_str(value);
                rest = after;
            }
            None => {
                said.push('{');
                rest = &rest[1..];
            }
        }
    }
    said + rest
}

impl Words {
    /// The words as one text: what is signed.
    pub fn text(&self) -> String {
        let mut lines = vec![self.title.clone(), format!("Version {}", self.number)];
        for block in &self.blocks {
            lines.push(String::new());
            match block {
                Block::Heading(text) | Block::Paragraph(text) => lines.push(text.clone()),
                Block::Points(points) => {
                    lines.extend(points.iter().map(|point| format!("{POINT}{point}")));
                }
            }
        }
        if let Some(Analysis(outcomes)) = &self.analysis {
            lines.extend([String::new(), "Needs analysis".to_owned()]);
            lines.extend(
                outcomes
                    .iter()
                    .map(|outcome| format!("{POINT}{}", outcome.says())),
            );
        }
        lines.join("\n")
    }

    /// SHA-256 of that text, in hex.
    pub fn hash(&self) -> String {
        hex(&Sha256::digest(self.text().as_bytes()))
    }
}
