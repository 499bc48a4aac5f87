//! All applications: as a board by where they stand, or as a list, those that have stood there longest first.

use cynic::{Operation, QueryBuilder};
use leptos::prelude::*;

use super::{board, filters, write};
use crate::api::Direction;
use crate::application::office::place::Place;
use crate::application::rows::{
    ApplicationOrder, ApplicationOrderField, ApplicationRow, Applications, ApplicationsVariables,
};
use crate::navigate::{Query, address};
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::listing::{Called, listing, order};
use crate::ui::pager::{ROWS, after};
use crate::ui::table::{Cells, Column, link, plain, sorted, words};
use crate::ui::{heading, when};

const COLUMNS: [Column; 6] = [
    sorted("Applicant", "name"),
    plain("School"),
    sorted("Cohort", "cohort"),
    sorted("State", "age"),
    plain("Next step"),
    sorted("Last change", "changed"),
];

const ORDERS: [(&str, ApplicationOrderField); 4] = [
    ("name", ApplicationOrderField::Name),
    ("cohort", ApplicationOrderField::StartsOn),
    ("age", ApplicationOrderField::StandsSince),
    ("changed", ApplicationOrderField::UpdatedAt),
];

/// In the address, how the list is asked for.
const VIEW: &str = "view";
const LIST: &str = "list";

pub fn page() -> AnyView {
    let query = address().query;
    let is_list = Memo::new(move |_| query.with(|query| query.get(VIEW) == Some(LIST)));
    let ticked = RwSignal::new(Vec::new());
    let shown = move || match is_list.get() {
        true => list(ticked),
        false => board::board(),
    };
    view! {
        {heading::heading("Applications")}
        <p class="govuk-body"><a class="govuk-link" href=Route::Places.href()>"Offer places to a whole cohort"</a></p>
        <p class="govuk-body"><a class="govuk-link" href=Place::Questions.href()>"Questions from schools"</a></p>
        <p class="govuk-body"><a class="govuk-link" href=Place::AgreementTexts.href()>"The words that schools sign"</a></p>
        <nav class="portal-views portal-no-print" aria-label="Views">
            {view("", "Board", is_list)}
            {view(LIST, "List", is_list)}
        </nav>
        {filters::panel()}
        {to_many(ticked, is_list)}
        {shown}
    }
    .into_any()
}

fn view(name: &'static str, words: &'static str, is_list: Memo<bool>) -> AnyView {
    let query = address().query;
    let href = move || {
        let there = query.get().with(VIEW, name).with("after", "");
        address_of(&there)
    };
    let current = move || (is_list.get() == (name == LIST)).then_some("page");
    view! { <a class="govuk-link portal-views__one" href=href aria-current=current>{words}</a> }
        .into_any()
}

/// The way to write one letter to those that are shown, or to those that are ticked in the list.
fn to_many(ticked: Ticked, is_list: Memo<bool>) -> AnyView {
    let query = address().query;
    let chosen = move || match is_list.get() {
        true => ticked.get(),
        false => Vec::new(),
    };
    let href = move || query.with(|query| write::address_of(query, &chosen()));
    let words = move || match chosen().len() {
        0 => "Write one letter to all that are shown".to_string(),
        count => format!("Write one letter to the ticked ones ({count})"),
    };
    view! { <p class="govuk-body portal-no-print"><a class="govuk-link" href=href>{words}</a></p> }
        .into_any()
}

/// The applications that are ticked, also on other pages of the list.
type Ticked = RwSignal<Vec<String>>;

fn tick(ticked: Ticked, id: String, name: &str) -> AnyView {
    let label = format!("Choose {name}");
    let of = id.clone();
    let toggle = move |_| {
        ticked.update(|all| match all.iter().position(|one| *one == id) {
            Some(at) => drop(all.remove(at)),
            None => all.push(id.clone()),
        });
    };
    view! { <input type="checkbox" class="portal-tick" aria-label=label prop:checked=move || ticked.with(|all| all.contains(&of)) on:change=toggle /> }
        .into_any()
}

/// Where the applications are shown as the address asks.
pub fn address_of(query: &Query) -> String {
    format!("{}{}", Route::Applications.href(), query.write())
}

/// Where the list shows what the address asks for, and this state alone.
pub fn of_state(query: &Query, state: &str) -> String {
    let there = query.clone().with(VIEW, LIST).with("state", state);
    address_of(&there)
}

fn list(ticked: Ticked) -> AnyView {
    let query = address().query;
    show(answer(move || question(&query.get())), move |data| {
        let page = data.applications;
        let rows = page.nodes.into_iter().map(|one| row(one, ticked)).collect();
        let called = Called {
            one: "application",
            many: "applications",
        };
        listing(called, &COLUMNS, rows, &page.page_info, page.total_count)
    })
}

fn question(query: &Query) -> Operation<Applications, ApplicationsVariables> {
    let usual = (ApplicationOrderField::StandsSince, Direction::Asc);
    let (field, direction) = order(query, &ORDERS, usual);
    Applications::build(ApplicationsVariables {
        first: ROWS,
        after: after(query),
        narrow: filters::narrow(query),
        order: ApplicationOrder { field, direction },
    })
}

fn row(one: ApplicationRow, ticked: Ticked) -> Cells {
    let troubles: Vec<AnyView> = one.troubles.into_iter().map(board::trouble).collect();
    let id = one.id.into_inner();
    let tick = tick(ticked, id.clone(), &one.person.name);
    let name = link(Route::Application(id).href(), one.person.name);
    vec![
        view! { <span class="portal-ticked">{tick} {name}</span> }.into_any(),
        words(one.school.map_or_else(|| "–".into(), |school| school.name)),
        words(one.cohort.name),
        view! { {one.state.tag()} " " {when::lasting(&one.stands_since)} }.into_any(),
        view! { {one.next_step.words()} {troubles} }.into_any(),
        when::ago(&one.updated_at),
    ]
}
