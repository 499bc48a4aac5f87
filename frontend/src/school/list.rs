//! All schools.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::queries::{School, SchoolWhere, Schools, SchoolsVariables};
use crate::navigate::address;
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::listing::{Called, listing};
use crate::ui::pager::{ROWS, after};
use crate::ui::table::{Cells, Column, link, plain, words};
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
    let schools = answer(move || {
        query.with(|query| {
            Schools::build(SchoolsVariables {
                first: ROWS,
                after: after(query),
                narrow: SchoolWhere {
                    search: query.text("search"),
                },
            })
        })
    });
    view! {
        {heading::heading("Schools")}
        {button::link(Route::AddSchool.href(), "Add a school")}
        {filter::bar(vec![filter::search("Name, URN, town or postcode")])}
        {show(schools, |data| {
            let page = data.schools;
            let rows = page.nodes.into_iter().map(row).collect();
            listing(Called { one: "school", many: "schools" }, &COLUMNS, rows, &page.page_info, page.total_count)
        })}
    }
    .into_any()
}

fn row(school: School) -> Cells {
    vec![
        words(school.name),
        words(school.urn),
        words(format!("{}, {}", school.town, school.postcode)),
        words(school.local_authority),
        words(school.head_name.unwrap_or_else(|| "–".into())),
        link(
            format!("/participants?school={}", school.id.inner()),
            school.participant_count.to_string(),
        ),
    ]
}
