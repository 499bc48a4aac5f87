//! What the search box for schools shows: how many fit, the list of them, and the one that was chosen.

use leptos::prelude::*;

use super::chosen::place;
use super::queries::{FoundSchool, SchoolStatus, Successor};
use super::search::{Found, Search};
use crate::ui::tag::tag;

/// As many as the server shows.
const SHOWN: usize = 20;

pub fn list_id(name: &str) -> String {
    format!("{name}-options")
}

pub fn id(name: &str, at: usize) -> String {
    format!("{name}-option-{at}")
}

/// Scrolls the list, if it is longer than the room it has.
pub fn bring_into_sight(name: &str, at: usize) {
    if let Some(option) = document().get_element_by_id(&id(name, at)) {
        option.scroll_into_view_with_bool(false);
    }
}

pub fn drawn(search: Search) -> AnyView {
    let name = search.field.name;
    let schools = move || match search.found.get() {
        Found::Schools(schools) => schools,
        _ => Vec::new(),
    };
    let items = move || {
        let options = schools().into_iter().enumerate();
        options
            .map(|(at, school)| option(search, at, school))
            .collect_view()
    };
    let again = move || {
        matches!(search.found.get(), Found::Failed(_)).then(|| {
            view! {
                <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| again_in(search)>"Try again"</button>
            }
            .into_any()
        })
    };
    view! {
        <ul class="portal-options" role="listbox" id=list_id(name) aria-label="Schools that fit"
            hidden=move || !search.open.get()>{items}</ul>
        <div class="govuk-body-s portal-options__told" role="status">{move || told(&search.found.get())}</div>
        {again}
    }
    .into_any()
}

/// The button goes away; who pressed it goes on in the box.
fn again_in(search: Search) {
    crate::navigate::focus(search.field.name);
    search.ask();
}

fn told(found: &Found) -> String {
    match found {
        Found::NotAsked => String::new(),
        Found::Asking => "Searching…".into(),
        Found::Failed(problem) => problem.words(),
        Found::Schools(schools) => match schools.len() {
            0 => "No school found. Check the spelling, or try the postcode or the URN.".into(),
            1 => "1 school found. Press Enter to choose it.".into(),
            SHOWN => "More schools fit than are shown. Add the town or the postcode, or choose with the arrow keys and Enter.".into(),
            many => format!("{many} schools found. Choose with the arrow keys and Enter."),
        },
    }
}

fn option(search: Search, at: usize, school: FoundSchool) -> AnyView {
    let is_active = move || search.active.get() == Some(at);
    let class = move || match is_active() {
        true => "portal-options__item portal-options__item--active",
        false => "portal-options__item",
    };
    let closed = closed_words(&school);
    let street = school.street.clone().unwrap_or_default();
    let details = place([
        &street,
        &school.town,
        &school.postcode,
        &school.local_authority,
    ]);
    // The box keeps the focus, or the list would close before the click arrives.
    view! {
        <li id=id(search.field.name, at) role="option" class=class aria-selected=move || is_active().to_string()
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| search.pick_at(at)>
            <span class="portal-options__name">{school.name}</span>
            {closed.map(|words| view! { <span class="portal-options__closed">{words}</span> }.into_any())}
            <span class="portal-options__place">{details}</span>
        </li>
    }
    .into_any()
}

/// That a school is closed, and what it is now, as far as it is known.
fn closed_words(school: &FoundSchool) -> Option<String> {
    (school.status == SchoolStatus::Closed).then(|| match school.successors.as_slice() {
        [] => "Closed".into(),
        [next, ..] => format!("Closed, now {}", next.name),
    })
}

/// The school that was chosen, so that it can be told from others of its name.
pub fn picked(search: Search) -> AnyView {
    (move || {
        let school = search.picked.get()?;
        let street = school.street.clone().unwrap_or_default();
        let number = match school.urn.is_empty() {
            true => "It is not on the national list: an administrator will look at it.".into(),
            false => format!("URN {}", school.urn),
        };
        let next = school.successors.first().cloned();
        let is_closed = school.status == SchoolStatus::Closed;
        Some(
            view! {
                <div class="govuk-inset-text portal-options__picked">
                    <p class="govuk-body">
                        <strong>{school.name.clone()}</strong>" "
                        {is_closed.then(|| tag("Closed", "grey"))}<br />
                        {place([&street, &school.town, &school.postcode])}<br />{number}
                    </p>
                    {next.filter(|_| is_closed).map(|next| instead(search, next))}
                </div>
            }
            .into_any(),
        )
    })
    .into_any()
}

fn instead(search: Search, next: Successor) -> AnyView {
    let words = format!("Choose {} instead, which came after it", next.name);
    view! {
        <p class="govuk-body">
            <button type="button" class="portal-link-button" on:click=move |_| search.pick(next.clone().into())>{words}</button>
        </p>
    }
    .into_any()
}
