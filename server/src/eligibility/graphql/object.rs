//! A decision in the schema.

use super::{AwardRoute, EligibilityCode, EligibilityVerdict};
use crate::eligibility::Decision;
use crate::programme::graphql::Award;
use crate::schema::{each, object};
use crate::statutory::graphql::{StartChoice, StatutoryClock};

object! {
    /// Whether an award is for somebody, and what follows from that. The decision is not kept.
    Eligibility(decision: Decision, loads);

    /// The award.
    award: Award => decision.award.clone().into();
    /// Why it is or is not for them: stable, for programs.
    code: EligibilityCode => decision.code.into();
    /// Whether they may apply.
    verdict: EligibilityVerdict => decision.code.follows().verdict.into();
    /// The decision in one line.
    title: &str => decision.explanation.title;
    /// Why.
    explanation: &str => &decision.explanation.text;
    /// What to do now.
    next_step: &str => &decision.explanation.next_step;
    /// Where the rule stands.
    source: &str => decision.explanation.source;
    /// What they would get; null for who may not apply.
    route: Option<AwardRoute> => decision.code.follows().route.map(Into::into);
    /// Whether the school has to agree to a needs analysis before a place can be offered.
    needs_analysis: bool => decision.code.follows().needs_analysis;
    /// Their clock with the next cohort, or as if they began today where none is planned; null for who may not apply.
    clock: Option<StatutoryClock> => decision.outlook.map(Into::into);
    /// The cohorts that they could join, soonest first; at most 6.
    starts: Vec<StartChoice> => decision.starts.iter().cloned().map(Into::into).collect();
    /// The award that takes the place of this one.
    successor: Option<Award> => each(decision.successor.clone().map(Into::into));
}
