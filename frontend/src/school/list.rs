//! All schools.

use cynic::{Operation, QueryBuilder};
use leptos::prelude::*;

use super::chosen::place;
use super::queries::{
    School, SchoolStatus, SchoolStatusFilter, SchoolWhere, Schools, SchoolsVariables,
};
use crate::navigate::{Query, address};
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::choice::Choice;
use crate::ui::listing::{Called, listing};
use crate::ui::pager::{ROWS, after};
use crate::ui::table::{Cells, Column, link, plain, words};
use crate::ui::tag::tag;
use crate::ui::{button, filter, heading};

const COLUMNS: [Column; 6] = [
    plain("School"),
    plain("URN"),
    plain("Place"),
    plain("Local authority"),
    plain("Headteacher"),
    plain("Participants"),
];

pub fn page() -> AnyView {
    let query = address().query;
    let schools = answer(move || question(&query.get()));
    let which = vec![
        Choice::new("participants", "With participants"),
        Choice::new("check", "Not on the national list, to check"),
        Choice::new("closed", "Closed"),
    ];
    view! {
        {heading::heading("Schools")}
        {button::link(Route::AddSchool.href(), "Add a school")}
        {filter::bar(vec![
            filter::select("which", "Show", "All schools", which),
            filter::search("Name, URN, town or postcode"),
        ])}
        {show(schools, |data| {
            let page = data.schools;
            let rows = page.nodes.into_iter().map(row).collect();
            listing(Called { one: "school", many: "schools" }, &COLUMNS, rows, &page.page_info, page.total_count)
        })}
    }
    .into_any()
}

fn question(query: &Query) -> Operation<Schools, SchoolsVariables> {
    let which = query.get("which").unwrap_or_default();
    let narrow = SchoolWhere {
        search: query.text("search"),
        has_participants: (which == "participants").then_some(true),
        to_check: (which == "check").then_some(true),
        status: (which == "closed").then(|| SchoolStatusFilter::is(SchoolStatus::Closed)),
        ..SchoolWhere::default()
    };
    Schools::build(SchoolsVariables {
        first: ROWS,
        after: after(query),
        narrow,
    })
}

fn row(school: School) -> Cells {
    vec![
        name(&school),
        words(match school.is_listed {
            true => school.urn,
            false => "–".into(),
        }),
        words(place([&school.town, &school.postcode])),
        words(school.local_authority),
        words(school.head_name.unwrap_or_else(|| "–".into())),
        link(
            format!("/participants?school={}", school.id.inner()),
            school.participant_count.to_string(),
        ),
    ]
}

fn name(school: &School) -> AnyView {
    let state = match school.status {
        SchoolStatus::Open => None,
        SchoolStatus::ProposedToClose => Some(tag("To be closed", "yellow")),
        SchoolStatus::ProposedToOpen => Some(tag("To be opened", "blue")),
        SchoolStatus::Closed => Some(tag("Closed", "grey")),
    };
    let next = school.successors.first().map(|next| {
        view! { <span class="portal-options__place">{format!("Now {}", next.name)}</span> }
            .into_any()
    });
    let check = school.to_check.then(|| {
        let href = Route::CheckSchool(school.id.inner().into()).href();
        view! {
            {tag("Not on the list", "orange")}" "
            <a class="govuk-link" href=href>"Check"<span class="govuk-visually-hidden">" "{school.name.clone()}</span></a>
        }
        .into_any()
    });
    view! { {school.name.clone()}" "{state}{next}" "{check} }.into_any()
}
