//! What the award asks for.

use chrono::{DateTime, Utc};
use entity::{award, outcome, task_template, template_outcome};
use uuid::Uuid;

use super::dice::Dice;
use super::rows::Rows;
use crate::error::Result;
use crate::programme::load::AwardFile;

/// The award with its tasks, each with the outcomes that it is meant to cover.
#[derive(Debug)]
pub struct Work {
    pub award: award::Model,
    pub tasks: Vec<Asked>,
    outcomes: Vec<outcome::Model>,
}

#[derive(Debug)]
pub struct Asked {
    pub template: task_template::Model,
    /// Ids and codes, in the award's order.
    pub outcomes: Vec<(Uuid, String)>,
}

impl Work {
    /// Reads the award's file. Its rows have ids of the dice, unlike those of the awards that ship.
    pub fn read(random: u64, laid: DateTime<Utc>) -> Result<Self> {
        let text = include_str!("../../../data/scale/award.json");
        let file: AwardFile = serde_json::from_str(text).map_err(anyhow::Error::from)?;
        let mut dice = Dice::of(random, "award", 0);
        let award = award::Model {
            id: dice.id(laid),
            code: file.code,
            name: file.name,
            short_name: file.short_name,
            qualification: file.qualification,
            credits: file.credits,
            level: file.level,
            limits: file.limits,
        };
        let outcomes: Vec<outcome::Model> = file
            .outcomes
            .into_iter()
            .zip(1..)
            .map(|(given, position)| outcome::Model {
                id: dice.id(laid),
                award_id: award.id,
                code: given.code,
                section: given.section,
                title: given.title,
                description: given.description,
                official_ref: given.official_ref,
                position,
            })
            .collect();
        let tasks = file
            .tasks
            .into_iter()
            .zip(1..)
            .map(|(given, position)| Asked {
                template: task_template::Model {
                    id: dice.id(laid),
                    award_id: award.id,
                    code: given.code,
                    title: given.title,
                    guidance: given.guidance,
                    due_week: given.due_week,
                    position,
                },
                outcomes: outcomes
                    .iter()
                    .filter(|outcome| given.outcomes.contains(&outcome.code))
                    .map(|outcome| (outcome.id, outcome.code.clone()))
                    .collect(),
            })
            .collect();
        Ok(Self {
            award,
            tasks,
            outcomes,
        })
    }

    pub fn rows(&self) -> Rows {
        let links = self.tasks.iter().flat_map(|asked| {
            asked
                .outcomes
                .iter()
                .map(|(outcome_id, _)| template_outcome::Model {
                    template_id: asked.template.id,
                    outcome_id: *outcome_id,
                })
        });
        Rows {
            awards: vec![self.award.clone()],
            outcomes: self.outcomes.clone(),
            templates: self
                .tasks
                .iter()
                .map(|asked| asked.template.clone())
                .collect(),
            template_outcomes: links.collect(),
            ..Rows::default()
        }
    }
}
