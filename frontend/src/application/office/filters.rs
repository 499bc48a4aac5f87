//! What board and list are narrowed by: it stands in the address, and so holds for both.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::columns::Choices;
use crate::api::narrow::IdFilter;
use crate::application::rows::{
    ApplicationHolderFilter, ApplicationStateFilter, ApplicationTroubleFilter, ApplicationWhere,
    GroupModeFilter, SencoRoleFilter,
};
use crate::application::words::{
    ApplicationHolder, ApplicationState, ApplicationTrouble, SencoRole,
};
use crate::group::Mode;
use crate::navigate::{Query, address};
use crate::ui::answer::{answer, show};
use crate::ui::chips;
use crate::ui::choice::Choice;
use crate::ui::filter;

/// One thing to choose: its name in the address, its label, the choice that narrows nothing, the others.
struct Filter {
    name: &'static str,
    label: &'static str,
    all: &'static str,
    choices: Vec<Choice>,
}

/// Those that are always in sight come first.
const IN_SIGHT: usize = 4;

/// How many days, at least.
const DAYS: [&str; 3] = ["7", "14", "28"];

const MODES: [(&str, Mode); 2] = [
    ("face-to-face", Mode::FaceToFace),
    ("online", Mode::DistanceLearning),
];

/// Names in the address that belong to no filter.
const KEPT: [&str; 2] = ["view", "sort"];

fn filters(choices: &Choices) -> Vec<Filter> {
    let of = |name, label, all, choices| Filter {
        name,
        label,
        all,
        choices,
    };
    let cohorts = choices.cohorts.iter();
    let cohorts = cohorts.map(|one| Choice::new(one.id.inner(), one.name.clone()));
    let groups = choices.groups.nodes.iter();
    let groups =
        groups.map(|one| Choice::new(one.id.inner(), format!("{}, {}", one.name, one.cohort.name)));
    let days = DAYS.map(|days| Choice::new(days, format!("{days} days or more")));
    let modes = MODES.map(|(name, mode)| Choice::new(name, mode.words()));
    let said = |words: [(&str, &str); 3]| words.map(|(name, words)| Choice::new(name, words));
    let roles = said([
        ("Designated", "SENCO"),
        ("Headteacher", "Headteacher and SENCO"),
        ("Aspiring", "Hopes to become a SENCO"),
    ]);
    let analysis = [
        Choice::new("yes", "Needed"),
        Choice::new("no", "Not needed"),
    ];
    vec![
        of(
            "holder",
            "Next step is with",
            "Anybody",
            ApplicationHolder::choices(),
        ),
        of(
            "trouble",
            "Trouble",
            "Any or none",
            ApplicationTrouble::choices(),
        ),
        of("days", "In this state for", "Any time", days.to_vec()),
        of("cohort", "Cohort", "Every cohort", cohorts.collect()),
        of("state", "State", "Every state", ApplicationState::choices()),
        of("role", "Role", "Every role", roles.to_vec()),
        of(
            "analysis",
            "Needs analysis",
            "Needed or not",
            analysis.to_vec(),
        ),
        of("mode", "Wish", "Any way of teaching", modes.to_vec()),
        of(
            "group",
            "Group of the offer",
            "Any group or none",
            groups.collect(),
        ),
    ]
}

/// The controls, and what is chosen.
pub fn panel() -> AnyView {
    show(answer(|| Choices::build(())), |choices| {
        let query = address().query;
        let filters = filters(&choices);
        let is_open = query.with_untracked(|query| {
            let mut others = filters.iter().skip(IN_SIGHT);
            others.any(|one| query.get(one.name).is_some())
        });
        let mut controls: Vec<AnyView> = filters.iter().map(control).collect();
        let others = controls.split_off(IN_SIGHT);
        controls.push(filter::search("Applicant, school or URN"));
        let said = move || query.with(|query| said(&filters, query));
        view! {
            {filter::bar(controls)}
            <details class="govuk-details portal-no-print" open=is_open>
                <summary class="govuk-details__summary"><span class="govuk-details__summary-text">"More filters"</span></summary>
                <div class="govuk-details__text">{filter::bar(others)}</div>
            </details>
            {said}
        }
        .into_any()
    })
}

fn control(one: &Filter) -> AnyView {
    filter::select(one.name, one.label, one.all, one.choices.clone())
}

fn said(filters: &[Filter], query: &Query) -> AnyView {
    let chosen = filters.iter().filter_map(|one| {
        let given = query.get(one.name)?;
        let choice = one.choices.iter().find(|choice| choice.value == given)?;
        let words = format!("{}: {}", one.label, choice.label);
        Some((query.clone().with(one.name, ""), words))
    });
    let sought = query.get("search").map(|text| {
        let words = format!("With “{text}”");
        (query.clone().with("search", ""), words)
    });
    chips::chips(chosen.chain(sought).collect(), unfiltered(query))
}

fn unfiltered(query: &Query) -> Query {
    let kept = query.pairs().filter(|(name, _)| KEPT.contains(name));
    kept.fold(Query::default(), |query, (name, value)| {
        query.with(name, value)
    })
}

/// Whether the address narrows anything.
pub fn is_any(query: &Query) -> bool {
    query.pairs().any(|(name, _)| !KEPT.contains(&name))
}

/// What the address asks for.
pub fn narrow(query: &Query) -> ApplicationWhere {
    let mode = |given: &str| MODES.iter().find(|(name, _)| *name == given);
    let days = query.get("days").filter(|days| DAYS.contains(days));
    ApplicationWhere {
        id: None,
        state: query
            .get("state")
            .and_then(ApplicationState::named)
            .map(|state| ApplicationStateFilter {
                one_of: Some(vec![state]),
            }),
        cohort: query.get("cohort").map(IdFilter::is),
        person: None,
        group: query.get("group").map(IdFilter::is),
        holder: query
            .get("holder")
            .and_then(ApplicationHolder::named)
            .map(ApplicationHolderFilter::is),
        trouble: query
            .get("trouble")
            .and_then(ApplicationTrouble::named)
            .map(ApplicationTroubleFilter::is),
        has_needs_analysis: query.get("analysis").map(|needed| needed == "yes"),
        role: query
            .get("role")
            .and_then(SencoRole::named)
            .map(SencoRoleFilter::is),
        mode: query
            .get("mode")
            .and_then(mode)
            .map(|(_, mode)| GroupModeFilter::is(*mode)),
        stands_days: days.and_then(|days| days.parse().ok()),
        search: query.text("search"),
    }
}
