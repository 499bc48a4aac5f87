//! Choosing one of the groups that somebody may see.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::queries::{GroupChoices, GroupNames};
use crate::ui::answer::answer;
use crate::ui::choice::{Choice, Select};
use crate::ui::filter;
use crate::ui::form::Field;

/// In a form.
pub fn select(field: Field, label: &'static str, none: &'static str) -> AnyView {
    with_choices(move |mut choices| {
        choices.insert(0, Choice::new("", none));
        view! { <Select field=field label=label choices=choices /> }.into_any()
    })
}

/// Above a list.
pub fn filter() -> AnyView {
    with_choices(|choices| filter::select("group", "Group", "Every group", choices))
}

fn with_choices(drawn: impl Fn(Vec<Choice>) -> AnyView + Send + 'static) -> AnyView {
    let groups = answer(|| GroupChoices::build(()));
    (move || match groups.get() {
        Some(Ok(GroupChoices {
            groups: GroupNames { nodes },
        })) => {
            let name =
                |one: &super::queries::GroupName| format!("{}, {}", one.name, one.cohort.name);
            drawn(
                nodes
                    .iter()
                    .map(|one| Choice::new(one.id.inner(), name(one)))
                    .collect(),
            )
        }
        Some(Err(problem)) => {
            view! { <p class="govuk-error-message">{problem.words()}</p> }.into_any()
        }
        None => ().into_any(),
    })
    .into_any()
}
