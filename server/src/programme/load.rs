//! Loading awards from their files. Loading again corrects the wording and adds what is new; it never removes.

use entity::award::Limits;
use entity::{award, outcome, task_template, template_outcome};
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde::Deserialize;
use uuid::Uuid;

use crate::error::Result;
use crate::tx::Tx;

/// The awards that ship with the portal.
const FILES: [&str; 2] = [
    include_str!("../../data/awards/nasenco.json"),
    include_str!("../../data/awards/npq_senco.json"),
];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AwardFile {
    pub code: String,
    pub name: String,
    pub short_name: String,
    pub qualification: String,
    pub credits: i32,
    pub level: Option<i32>,
    pub limits: Limits,
    pub outcomes: Vec<OutcomeFile>,
    pub tasks: Vec<TaskFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OutcomeFile {
    pub code: String,
    pub section: String,
    pub title: String,
    pub description: String,
    pub official_ref: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TaskFile {
    pub code: String,
    pub title: String,
    pub guidance: String,
    pub due_week: i32,
    pub outcomes: Vec<String>,
}

/// Loads every award that ships, and answers their names.
pub async fn load_awards(tx: &Tx) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for text in FILES {
        let file: AwardFile = serde_json::from_str(text).map_err(anyhow::Error::from)?;
        load(tx, &file).await?;
        names.push(file.name);
    }
    Ok(names)
}

async fn load(tx: &Tx, file: &AwardFile) -> Result<()> {
    let known = award::Entity::find()
        .filter(award::Column::Code.eq(&file.code))
        .one(tx)
        .await?;
    let award_id = known.as_ref().map_or_else(Uuid::now_v7, |award| award.id);
    let row = award::ActiveModel {
        id: if known.is_some() {
            Unchanged(award_id)
        } else {
            Set(award_id)
        },
        code: Set(file.code.clone()),
        name: Set(file.name.clone()),
        short_name: Set(file.short_name.clone()),
        qualification: Set(file.qualification.clone()),
        credits: Set(file.credits),
        level: Set(file.level),
        limits: Set(file.limits.clone()),
    };
    if known.is_some() {
        row.update(tx).await?
    } else {
        row.insert(tx).await?
    };
    load_outcomes(tx, award_id, file).await?;
    load_tasks(tx, award_id, file).await
}

async fn load_outcomes(tx: &Tx, award_id: Uuid, file: &AwardFile) -> Result<()> {
    use outcome::Column::{AwardId, Code, Description, OfficialRef, Position, Section, Title};
    let rows = file
        .outcomes
        .iter()
        .zip(1..)
        .map(|(given, position)| outcome::ActiveModel {
            id: Set(Uuid::now_v7()),
            award_id: Set(award_id),
            code: Set(given.code.clone()),
            section: Set(given.section.clone()),
            title: Set(given.title.clone()),
            description: Set(given.description.clone()),
            official_ref: Set(given.official_ref.clone()),
            position: Set(position),
        });
    let correct = OnConflict::columns([AwardId, Code])
        .update_columns([Section, Title, Description, OfficialRef, Position])
        .to_owned();
    outcome::Entity::insert_many(rows)
        .on_conflict(correct)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

async fn load_tasks(tx: &Tx, award_id: Uuid, file: &AwardFile) -> Result<()> {
    use task_template::Column::{AwardId, Code, DueWeek, Guidance, Position, Title};
    let rows = file
        .tasks
        .iter()
        .zip(1..)
        .map(|(given, position)| task_template::ActiveModel {
            id: Set(Uuid::now_v7()),
            award_id: Set(award_id),
            code: Set(given.code.clone()),
            title: Set(given.title.clone()),
            guidance: Set(given.guidance.clone()),
            due_week: Set(given.due_week),
            position: Set(position),
        });
    let correct = OnConflict::columns([AwardId, Code])
        .update_columns([Title, Guidance, DueWeek, Position])
        .to_owned();
    task_template::Entity::insert_many(rows)
        .on_conflict(correct)
        .exec_without_returning(tx)
        .await?;

    let outcomes = outcome::Entity::find()
        .filter(outcome::Column::AwardId.eq(award_id))
        .all(tx)
        .await?;
    let templates = task_template::Entity::find()
        .filter(task_template::Column::AwardId.eq(award_id))
        .all(tx)
        .await?;
    let links = file
        .tasks
        .iter()
        .flat_map(|task| task.outcomes.iter().map(move |code| (&task.code, code)));
    let rows: Vec<_> = links
        .filter_map(|(task, code)| {
            let template = templates.iter().find(|template| template.code == *task)?;
            let outcome = outcomes.iter().find(|outcome| outcome.code == *code)?;
            Some(template_outcome::ActiveModel {
                template_id: Set(template.id),
                outcome_id: Set(outcome.id),
            })
        })
        .collect();
    if !rows.is_empty() {
        template_outcome::Entity::insert_many(rows)
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}
