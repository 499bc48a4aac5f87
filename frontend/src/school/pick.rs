//! Search for a school, then pick it from what was found. Plain controls: nothing pops up, so it works
//! alike by keyboard, touch and screen reader.

use cynic::QueryBuilder;
use leptos::ev;
use leptos::prelude::*;

use super::queries::{School, SchoolWhere, Schools, SchoolsVariables};
use crate::ui::answer::answer;
use crate::ui::choice::{Choice, Radios};
use crate::ui::form::Field;
use crate::ui::{errors, filter, state};

const FOUND: i32 = 10;

pub fn pick(field: Field) -> AnyView {
    let typed = RwSignal::new(String::new());
    let asked = RwSignal::new(None::<String>);
    // Until there is something to pick, a complaint's link leads to the search.
    let id = move || {
        if asked.with(Option::is_none) {
            field.name
        } else {
            "school-search"
        }
    };
    let search = move || asked.set(Some(typed.get_untracked().trim().to_string()));
    let on_enter = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            search();
        }
    };
    view! {
        <div class="govuk-form-group">
            <label class="govuk-label govuk-label--s" for=id>"Find the school"</label>
            <div class="govuk-hint" id="school-search-hint">"Name, URN, town or postcode"</div>
            <div class="portal-search__line">
                <input class="govuk-input" id=id type="search" autocomplete="off" aria-describedby="school-search-hint"
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                    on:keydown=on_enter />
                <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| search()>"Search"</button>
            </div>
        </div>
        {move || match asked.get() {
            Some(words) => found(field, words),
            None => errors::beside(field),
        }}
    }
    .into_any()
}

fn found(field: Field, words: String) -> AnyView {
    let search = Some(words).filter(|words| !words.is_empty());
    let schools = answer(move || {
        Schools::build(SchoolsVariables {
            first: FOUND,
            after: None,
            narrow: SchoolWhere {
                search: search.clone(),
            },
        })
    });
    (move || match schools.get() {
        None => state::loading(),
        Some(Err(problem)) => view! { <p class="govuk-error-message">{problem.words()}</p> }.into_any(),
        Some(Ok(data)) => {
            let page = data.schools;
            let more = (page.total_count > FOUND)
                .then(|| view! { <p class="govuk-body">"Only the first 10 are shown. Add a word to find fewer."</p> }.into_any());
            let choices = page.nodes.into_iter().map(choice).collect();
            view! {
                {filter::results(page.total_count, "school found", "schools found")}
                <Radios field=field legend="School" choices=choices />
                {more}
            }
            .into_any()
        }
    })
    .into_any()
}

fn choice(school: School) -> Choice {
    Choice::new(school.id.into_inner(), school.name).hint(format!(
        "{}, {}, URN {}",
        school.town, school.postcode, school.urn
    ))
}
