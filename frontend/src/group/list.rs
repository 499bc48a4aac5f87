//! All groups.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::queries::{Group, Groups, GroupsVariables};
use crate::navigate::address;
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::listing::{Called, listing};
use crate::ui::pager::{ROWS, after};
use crate::ui::table::{Cells, Column, link, plain, words};
use crate::ui::{button, heading};

const COLUMNS: [Column; 6] = [
    plain("Group"),
    plain("Cohort"),
    plain("Place"),
    plain("Mode"),
    plain("Tutor"),
    plain("Participants"),
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
        words(group.name),
        words(group.cohort.name),
        words(group.place),
        words(group.mode.words()),
        words(
            group
                .tutor
                .map_or("Not named yet".into(), |tutor| tutor.name),
        ),
        link(
            format!("/participants?group={}", group.id.inner()),
            group.participant_count.to_string(),
        ),
    ]
}
