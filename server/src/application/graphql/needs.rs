//! A needs analysis in the schema.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use entity::needs::{Ability, Need, Reviewed};
use entity::{agreement, application};

use super::Application;
use crate::access::{self, AcceptGaps, Guarded as _, WriteApplication};
use crate::agreement::graphql::Agreement;
use crate::application::needs::{Standing, accept, save, standing};
use crate::schema::{actor, named, object, portal, uuid};
use crate::tx;

/// How an applicant can show a learning outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Ability")]
pub enum OutcomeAbility {
    /// With the work that they do now.
    Now,
    /// With an opportunity that somebody has to arrange.
    Opportunity,
    /// Not as things stand.
    Cannot,
}

/// Where a needs analysis stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Standing")]
pub enum NeedsAnalysisState {
    /// The applicant writes it.
    InProgress,
    /// The school is asked.
    WithHead,
    /// The school supports every outcome.
    Agreed,
    /// It cannot support some, and the programme office has not decided yet.
    GapsUnresolved,
    /// The programme office has decided how these are met all the same.
    Accepted,
}

named!(NeedsAnalysisState, OutcomeAbility);

/// An analysis: the applicant's words, and the school's if it has signed.
#[derive(Debug)]
pub struct Analysed {
    standing: Standing,
    application: Arc<application::Model>,
    signed: Option<Arc<agreement::Model>>,
}

/// One outcome of it.
#[derive(Debug)]
pub struct Said {
    need: Need,
    answer: Option<Reviewed>,
}

object! {
    /// How somebody who is no SENCO yet, or has early years teacher status, can show each learning outcome.
    NeedsAnalysis(found: Analysed, loads);

    /// Where it stands.
    state: NeedsAnalysisState => found.standing.into();
    /// What has been said so far, in the order of the award's outcomes once all of them are there.
    outcomes: Vec<OutcomeNeed> => found.outcomes();
    /// When the programme office decided how outcomes are met that the school cannot support.
    accepted_at: Option<DateTime<Utc>> => found.signed.as_ref().and_then(|asked| asked.gaps_accepted_at);
    /// Who decided it; null to everybody but administrators.
    accepted_by: Option<&str> => found.signed.as_ref().and_then(|asked| asked.gaps_accepted_by.as_deref())
        .filter(|_| loads.actor().is_administrator());
    /// How these outcomes are to be met; null for reporting tools.
    plan: Option<&str> => found.signed.as_ref().and_then(|asked| asked.gaps_plan.as_deref())
        .filter(|_| !loads.actor().is_tool());
}

object! {
    /// What is said of one learning outcome.
    OutcomeNeed(said: Said, loads);

    /// The outcome's code, as in the award's outcomes.
    code: &str => &said.need.code;
    /// How the applicant can show it.
    ability: OutcomeAbility => said.need.ability.into();
    /// How they show it, or what they would need; null for reporting tools.
    note: Option<&str> => Some(&*said.need.note).filter(|_| !loads.actor().is_tool());
    /// Whether the school gives its support; null before it has signed.
    is_supported: Option<bool> => said.answer.as_ref().map(|answer| answer.is_supported);
    /// What the school says to it; null for reporting tools, and before it has signed.
    comment: Option<&str> => said.answer.as_ref().map(|answer| &*answer.comment).filter(|_| !loads.actor().is_tool());
}

impl NeedsAnalysis {
    pub(super) fn of(
        row: &Arc<application::Model>,
        latest: Option<&Arc<agreement::Model>>,
    ) -> Option<Self> {
        let standing = standing(row, latest.map(|asked| &**asked))?;
        let signed = latest.filter(|asked| asked.review.is_some()).cloned();
        Some(Self::from(Analysed {
            standing,
            application: row.clone(),
            signed,
        }))
    }
}

impl Analysed {
    fn outcomes(&self) -> Vec<OutcomeNeed> {
        let review = self.signed.as_ref().and_then(|asked| asked.review.as_ref());
        let answer = |code: &str| {
            let mut answers = review.iter().flat_map(|review| &review.0);
            answers.find(|answer| answer.code == code).cloned()
        };
        let needs = self.application.needs.0.iter();
        needs
            .map(|need| {
                OutcomeNeed::from(Said {
                    answer: answer(&need.code),
                    need: need.clone(),
                })
            })
            .collect()
    }
}

/// What an applicant says of the outcomes.
#[derive(InputObject)]
pub struct SaveNeedsAnalysisInput {
    /// The application.
    application_id: ID,
    /// The version that was changed; another one meanwhile is a `CONFLICT`.
    version: i32,
    /// All that has been said so far; an outcome that is left out counts as not said.
    outcomes: Vec<OutcomeNeedInput>,
}

/// What is said of one outcome.
#[derive(InputObject)]
pub struct OutcomeNeedInput {
    /// The outcome's code, as in the award's outcomes.
    code: String,
    /// How they can show it.
    ability: OutcomeAbility,
    /// How they show it, or what they would need; needed before the application is handed in unless they can show it now;
    /// at most 500 characters.
    #[graphql(default)]
    note: String,
}

/// How outcomes are met that a school cannot support.
#[derive(InputObject)]
pub struct AcceptGapsInput {
    /// The school's signature.
    agreement_id: ID,
    /// How they are to be met; at most 200 characters.
    plan: String,
}

#[derive(Default)]
pub struct NeedsMutation;

#[Object]
impl NeedsMutation {
    /// Saves how you can show each learning outcome. Not every one has to be there yet.
    async fn save_needs_analysis(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The outcomes, all that have been said.")] input: SaveNeedsAnalysisInput,
    ) -> Result<Application> {
        let id = uuid(&input.application_id, application::Entity::NAME)?;
        let needs: Vec<Need> = input.outcomes.into_iter().map(Need::from).collect();
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let application = access::load::<WriteApplication>(tx, id).await?;
            save(tx, application, input.version, needs).await
        });
        Ok(Application::from(row.await?))
    }

    /// Puts down how outcomes are to be met that the school cannot support, so that a place can be offered. For
    /// administrators.
    async fn accept_gaps(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The signature, and the plan.")] input: AcceptGapsInput,
    ) -> Result<Agreement> {
        let id = uuid(&input.agreement_id, agreement::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            accept(tx, access::load::<AcceptGaps>(tx, id).await?, &input.plan).await
        });
        Ok(Agreement::from(row.await?))
    }
}

impl From<OutcomeNeedInput> for Need {
    fn from(input: OutcomeNeedInput) -> Self {
        Self {
            code: input.code,
            ability: input.ability.into(),
            note: input.note,
        }
    }
}
