//! What there is to know of a group: where and when it meets, how full it is, and where its participants stand.

use leptos::prelude::*;

use super::rows::Group;
use crate::ui::{picture, state, summary, when};

pub fn facts(group: &Group) -> AnyView {
    let days = [&group.cohort.starts_on, &group.cohort.ends_on].map(when::short_day);
    let mut rows = vec![
        summary::row("Place", group.place.clone()),
        summary::row("Meets", group.mode.words()),
    ];
    let address = [&group.venue, &group.postcode];
    let address: Vec<&str> = address
        .into_iter()
        .filter_map(|part| part.as_deref())
        .collect();
    if !address.is_empty() {
        rows.insert(1, summary::row("Venue", address.join(", ")));
    }
    rows.extend([
        summary::row("Tutor", tutor(group)),
        summary::row(
            "Cohort",
            format!("{}: {} to {}", group.cohort.name, days[0], days[1]),
        ),
        summary::row("Places", places(group)),
    ]);
    if let Some(host) = &group.delivery_partner {
        rows.push(summary::row("Hosted by", host.name.clone()));
    }
    summary::list(rows)
}

pub fn tutor(group: &Group) -> String {
    group
        .tutor
        .as_ref()
        .map_or("Not named yet".into(), |tutor| tutor.name.clone())
}

/// Such as "12 of 16 taken".
pub fn places(group: &Group) -> String {
    match group.capacity {
        None => format!("{} taken", group.places_taken),
        Some(all) if group.places_taken >= all => {
            format!("{} of {all} taken: full", group.places_taken)
        }
        Some(all) => format!("{} of {all} taken", group.places_taken),
    }
}

/// How many participants stand where: each number with a bar as long as it.
pub fn states(group: &Group) -> AnyView {
    if group.states.is_empty() {
        return state::empty("Nobody has a place in this group yet.");
    }
    let lines: Vec<AnyView> = group
        .states
        .iter()
        .map(|one| {
            view! {
                <li class="portal-states__item">
                    <span>{one.state.words()}</span>
                    <strong>{one.number}</strong>
                    {picture::length(one.number, group.participant_count)}
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ul class="portal-states">{lines}</ul> }.into_any()
}
