//! What the programme office sees of applications, and does with them.

pub mod board;
pub mod columns;
pub mod filters;
pub mod groups;
pub mod list;
pub mod notes;
pub mod offer;
pub mod page;
pub mod place;
pub mod question_list;
pub mod question_page;
pub mod questions;
pub mod status_check;
pub mod write;

use leptos::prelude::*;

use super::{end, show_one};

/// Something that the office does with an application, or that its applicant could do too.
pub fn part(id: String, name: String) -> AnyView {
    match &*name {
        "reject" => show_one(id, end::reject),
        "offer" => show_one(id, offer::page),
        _ => super::part(id, name),
    }
}
