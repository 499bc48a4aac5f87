//! Everybody who can sign in.

use cynic::{Operation, QueryBuilder};
use leptos::prelude::*;

use super::queries::{People, PeopleVariables, PersonRow, PersonWhere, RoleFilter};
use crate::navigate::{Query, address};
use crate::route::Route;
use crate::session::Role;
use crate::ui::answer::{answer, show};
use crate::ui::listing::{Called, listing};
use crate::ui::pager::{ROWS, after};
use crate::ui::table::{Cells, Column, long_word, plain, words};
use crate::ui::{button, filter, heading};

const COLUMNS: [Column; 3] = [plain("Name"), plain("E-mail"), plain("Roles")];

pub fn page() -> AnyView {
    let query = address().query;
    let people = answer(move || question(&query.get()));
    let roles = filter::select("role", "Role", "Every role", Role::choices());
    view! {
        {heading::heading("People")}
        {button::link(Route::AddPerson.href(), "Add a person")}
        {filter::bar(vec![roles, filter::search("Name or e-mail address")])}
        {show(people, |data| {
            let page = data.people;
            let rows = page.nodes.into_iter().map(row).collect();
            listing(Called { one: "person", many: "people" }, &COLUMNS, rows, &page.page_info, page.total_count)
        })}
    }
    .into_any()
}

fn question(query: &Query) -> Operation<People, PeopleVariables> {
    let narrow = PersonWhere {
        role: query.get("role").and_then(Role::named).map(RoleFilter::is),
        search: query.text("search"),
    };
    People::build(PeopleVariables {
        first: ROWS,
        after: after(query),
        narrow,
    })
}

fn row(person: PersonRow) -> Cells {
    let roles: Vec<&str> = person.roles.iter().map(|role| role.words()).collect();
    vec![
        words(person.name),
        long_word(person.email.unwrap_or_else(|| "–".into())),
        words(roles.join(", ")),
    ]
}
