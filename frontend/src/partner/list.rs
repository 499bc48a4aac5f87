//! All delivery partners.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::queries::{PartnerRow, Partners, PartnersVariables};
use crate::navigate::address;
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::listing::{Called, listing};
use crate::ui::pager::{ROWS, after};
use crate::ui::table::{Cells, Column, plain, words};
use crate::ui::{button, heading};

const COLUMNS: [Column; 4] = [
    plain("Delivery partner"),
    plain("Kind"),
    plain("Groups"),
    plain("Who signs in"),
];

pub fn page() -> AnyView {
    let query = address().query;
    let partners = answer(move || {
        Partners::build(PartnersVariables {
            first: ROWS,
            after: query.with(after),
        })
    });
    view! {
        {heading::heading("Delivery partners")}
        <p class="govuk-body">"They host groups: a Teaching School Hub, a local authority or a school network. Their people see who is in their groups and how far they are, but no work, no mentors and no addresses."</p>
        {button::link(Route::AddPartner.href(), "Add a delivery partner")}
        {show(partners, |data| {
            let page = data.delivery_partners;
            let rows = page.nodes.into_iter().map(row).collect();
            listing(Called { one: "delivery partner", many: "delivery partners" }, &COLUMNS, rows, &page.page_info, page.total_count)
        })}
    }
    .into_any()
}

fn row(partner: PartnerRow) -> Cells {
    let people: Vec<String> = partner.people.into_iter().map(|one| one.name).collect();
    vec![
        words(partner.name),
        words(partner.kind.words()),
        words(partner.group_count.to_string()),
        words(match people.is_empty() {
            true => "Nobody yet".into(),
            false => people.join(", "),
        }),
    ]
}
