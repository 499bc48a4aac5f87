//! Applications for a place: written by the applicant, signed for by the school, answered by the office.

pub mod accept;
pub mod answers;
pub mod ask;
pub mod asked;
pub mod asking;
pub mod begin;
pub mod changes;
pub mod check;
pub mod control;
pub mod defer;
pub mod end;
pub mod leaving;
pub mod needs;
pub mod next;
pub mod office;
pub mod order;
pub mod own;
pub mod paper;
pub mod place;
pub mod queries;
pub mod questions;
pub mod register;
pub mod rows;
pub mod school;
pub mod stages;
pub mod status;
pub mod step;
pub mod withdraw;
pub mod words;

use cynic::QueryBuilder;
use leptos::prelude::*;

use crate::api::ById;
use crate::ui::answer::{answer, show};
use queries::ApplicationQuery;

pub fn question(id: &str) -> cynic::Operation<ApplicationQuery, ById> {
    ApplicationQuery::build(ById {
        id: cynic::Id::new(id),
    })
}

/// A page of questions, or something to do with an application.
pub fn part(id: String, name: String) -> AnyView {
    let page: Page = match &*name {
        "check" => check::page,
        "accept" => accept::page,
        "withdraw" => withdraw::page,
        "defer" => defer::page,
        "ask" => ask::page,
        needs::PAGE => needs::write::page,
        _ => return step::page(id, name),
    };
    show_one(id, page)
}

type Page = fn(queries::Application) -> AnyView;

fn show_one(id: String, page: Page) -> AnyView {
    show(answer(move || question(&id)), move |data| {
        page(data.application)
    })
}
