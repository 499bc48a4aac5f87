//! What is chosen for whom, and what is left of each group then.

use leptos::prelude::*;

use super::queries::{Allocation, Candidate, Seats};
use crate::application::changes::OfferPlaceInput;
use crate::ui::when;

/// Everything is as the server proposed it until somebody chooses otherwise.
#[derive(Clone, Copy)]
pub struct Board {
    pub plan: StoredValue<Allocation>,
    /// For each candidate the place of a group among the groups.
    pub chosen: RwSignal<Vec<Option<usize>>>,
}

impl Board {
    pub fn of(plan: Allocation) -> Board {
        let proposed = |one: &Candidate| one.proposed.and_then(|at| usize::try_from(at).ok());
        let chosen = plan.candidates.iter().map(proposed).collect();
        Board {
            plan: StoredValue::new(plan),
            chosen: RwSignal::new(chosen),
        }
    }

    pub fn group_of(self, candidate: usize) -> Option<usize> {
        self.chosen
            .with(|chosen| chosen.get(candidate).copied().flatten())
    }

    pub fn choose(self, candidate: usize, group: Option<usize>) {
        self.chosen.update(|chosen| {
            if let Some(place) = chosen.get_mut(candidate) {
                *place = group;
            }
        });
    }

    /// How many are to go into this group.
    pub fn going_to(self, group: usize) -> i32 {
        let going = self
            .chosen
            .with(|chosen| chosen.iter().filter(|one| **one == Some(group)).count());
        i32::try_from(going).unwrap_or(i32::MAX)
    }

    pub fn number(self) -> i32 {
        let going = self.chosen.with(|chosen| chosen.iter().flatten().count());
        i32::try_from(going).unwrap_or(i32::MAX)
    }

    /// Names of groups into which more are to go than there is room for.
    pub fn crowded(self) -> Vec<String> {
        self.plan.with_value(|plan| {
            let over = |(at, seats): &(usize, &Seats)| {
                seats.free.is_some_and(|free| self.going_to(*at) > free)
            };
            let crowded = plan.groups.iter().enumerate().filter(over);
            crowded.map(|(_, seats)| seats.group.name.clone()).collect()
        })
    }

    /// The offers, in the order of the candidates.
    pub fn offers(self) -> Vec<OfferPlaceInput> {
        let chosen = self.chosen.get_untracked();
        self.plan.with_value(|plan| {
            let offers = plan.candidates.iter().zip(chosen);
            let offers = offers.filter_map(|(one, group)| {
                Some(OfferPlaceInput {
                    application_id: one.application_id.clone(),
                    group_id: plan.groups.get(group?)?.group.id.clone(),
                })
            });
            offers.collect()
        })
    }
}

/// "3 of 4 left", or that nobody counts.
pub fn left(seats: &Seats, going: i32) -> String {
    match seats.free {
        None => "Not counted".into(),
        Some(free) if going > free => {
            format!("{} too many", when::count(going - free, "person", "people"))
        }
        Some(free) => (free - going).to_string(),
    }
}
