//! All groups.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::facts;
use super::rows::{Group, Groups, GroupsVariables};
use crate::navigate::address;
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::listing::{Called, listing};
use crate::ui::pager::{ROWS, after};
use crate::ui::table::{Cells, Column, link, plain, words};
use crate::ui::{button, heading};

const COLUMNS: [Column; 8] = [
    plain("Group"),
    plain("Cohort"),
    plain("Place"),
    plain("Mode"),
    plain("Tutor"),
    plain("Hosted by"),
    plain("Participants"),
    plain("Places"),
];

pub fn page() -> AnyView {
    let query = address().query;
    let groups = answer(move || {
        Groups::build(GroupsVariables {
            first: ROWS,
            after: query.with(after),
        })
    });
    view! {
        {heading::heading("Groups")}
        {button::link(Route::AddGroup.href(), "Add a group")}
        {show(groups, |data| {
            let page = data.groups;
            let rows = page.nodes.into_iter().map(row).collect();
            listing(Called { one: "group", many: "groups" }, &COLUMNS, rows, &page.page_info, page.total_count)
        })}
    }
    .into_any()
}

fn row(group: Group) -> Cells {
    vec![
        link(
            Route::Group(group.id.inner().into()).href(),
            group.name.clone(),
        ),
        words(&*group.cohort.name),
        words(&*group.place),
        words(group.mode.words()),
        words(facts::tutor(&group)),
        words(
            group
                .delivery_partner
                .as_ref()
                .map_or("–", |host| &*host.name),
        ),
        link(
            format!("/participants?group={}", group.id.inner()),
            group.participant_count.to_string(),
        ),
        words(facts::places(&group)),
    ]
}
