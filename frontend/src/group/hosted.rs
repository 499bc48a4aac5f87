//! The groups that somebody's delivery partner hosts: their home page.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::facts;
use super::rows::{Group, Groups, GroupsVariables};
use crate::navigate::{address, focus_again};
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::pager::{ROWS, after, pager};
use crate::ui::{filter, heading, state};

pub fn page() -> AnyView {
    let query = address().query;
    let groups = answer(move || {
        Groups::build(GroupsVariables {
            first: ROWS,
            after: query.with(after),
        })
    });
    view! {
        {heading::heading("Your groups")}
        {show(groups, |data| {
            let page = data.groups;
            if page.nodes.is_empty() {
                return state::empty("You host no group yet. The programme’s administrators say which groups are yours.");
            }
            Effect::new(|_| focus_again());
            let shown = page.nodes.len();
            let total = page.total_count;
            let cards: Vec<AnyView> = page.nodes.iter().map(card).collect();
            view! { {filter::results(total, "group", "groups")} {cards} {pager(&page.page_info, shown, total)} }.into_any()
        })}
    }
    .into_any()
}

fn card(group: &Group) -> AnyView {
    let id = group.id.inner().to_string();
    let href = Route::Group(id.clone()).href();
    let of = format!(" of {}", group.name);
    view! {
        <section class="portal-group" aria-labelledby=id.clone()>
            <h2 class="govuk-heading-m" id=id.clone()>{group.name.clone()}</h2>
            <div class="portal-group__facts">
                <div>{facts::facts(group)}</div>
                <div>
                    <h3 class="govuk-heading-s">"Where participants stand"</h3>
                    {facts::states(group)}
                    <p class="govuk-body"><a class="govuk-link" href=href>"See the participants"<span class="govuk-visually-hidden">{of}</span></a></p>
                </div>
            </div>
        </section>
    }
    .into_any()
}
